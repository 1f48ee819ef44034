using Helpline.Domain.Callbacks;
using Helpline.Domain.Callers;
using Helpline.Domain.Calls;
using Helpline.Domain.Casework;
using Helpline.Domain.Line;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Calls;

/// <summary>What earlier calls tell of a caller.</summary>
/// <param name="Language">Empty when she never chose one.</param>
/// <param name="WasCutOff">Her last call broke off a moment ago.</param>
internal sealed record KnownCaller(string Language, bool WasCutOff);

/// <summary>Callers known from before, by the hash of their number.</summary>
internal sealed partial class CallDesk
{
    private const string Remembered = "SELECT CONCAT([Language], '|', [CutOffUntil]) AS [Value] FROM [CallerMemories] WHERE [Hash] = @value";

    /// <summary>One plain question, since every call asks it.</summary>
    public async Task<KnownCaller?> Known(Call call)
    {
        if (call.NumberHash is not { } hash || await Human(() => db.Ask(Remembered, hash)) is not { } text) return null;
        var (language, until) = (text.Split('|')[0], text.Split('|')[1]);
        return new(language, Utc(until) > now);
    }

    /// <summary>The caller says we were cut off: the same counselor if she is free, else the head of the queue.</summary>
    public async Task TakeUp(Call call)
    {
        if (call.NumberHash is not { } hash || await Human(() => db.CallerMemories.SingleOrDefaultAsync(m => m.Hash == hash)) is not { } memory || memory.CutOffUntil <= now) return;
        call.Prefer(memory.CutOffFrom);
        memory.ForgetCutOff();
        // A flag may forbid it.
        call.Mark(await FlagOf(call));
        call.Raise(1);
    }

    /// <summary>The heaviest flag that holds now.</summary>
    private async Task<FlagLevel?> FlagOf(Call call)
    {
        if (call.NumberHash is not { } hash) return null;
        var levels = await Human<IReadOnlyList<FlagLevel>>(async () => await queries.Flags(db, hash, now).ToListAsync());
        return levels is { Count: > 0 } ? levels.Max() : null;
    }

    /// <summary>Ends the talk with a word about respect and flags the number, one level above the flag it has. A withheld number is nobody's.</summary>
    public async Task<(bool Ended, CallerFlag? Flag)> EndAbuse(Call call, AbuseReason reason, string by)
    {
        if (!call.Blame(reason) && call.Abuse is null) return (false, null);
        if (call.State == CallState.Talking) HangUp(call);
        if (call.NumberHash is not { } hash) return (true, null);
        if (await db.CallerFlags.FirstOrDefaultAsync(f => f.CallId == call.Id) is { } known) return (true, known);
        var flag = new CallerFlag
        {
            Id = Guid.CreateVersion7(now),
            Hash = hash,
            CallId = call.Id,
            Reason = reason,
            By = by,
            At = now,
            Level = CallerFlag.After(await FlagOf(call)),
            Until = now + CallerFlag.Usual,
        };
        db.CallerFlags.Add(flag);
        Record($"Flag{flag.Level}", call.Id, by);
        Trail(by, flag);
        return (true, flag);
    }

    public void Change(CallerFlag flag, FlagLevel level, DateTime until, string by)
    {
        (flag.Level, flag.Until, flag.ChangedBy) = (level, until, by);
        Record("FlagChanged", flag.CallId, by);
        Trail(by, flag);
    }

    public void Lift(CallerFlag flag, string by)
    {
        if (flag.LiftedAt is not null) return;
        (flag.LiftedAt, flag.ChangedBy) = (now, by);
        Record("FlagLifted", flag.CallId, by);
        Trail(by, Subject.Contact, flag.CallId, "flag-lifted");
    }

    private void Trail(string by, CallerFlag flag) => Trail(by, Subject.Contact, flag.CallId, $"flag-{flag.Level} {line.Local(flag.Until):yyyy-MM-dd HH:mm}");

    /// <summary>What a move of a call means for the caller's memory and for what we owe her. Nothing of it is worth failing the move.</summary>
    private async Task Remember(Call call, IReadOnlyList<CallMove> moves)
    {
        if (call.NumberHash is not { } hash) return;
        if (!call.Outbound && moves.Any(m => m.What == CallEvent.Bridged)) await CloseAnswered(hash);
        if (!moves.Any(m => CallFlow.IsLive(m.From) && !CallFlow.IsLive(m.To))) return;
        await Human<object>(async () =>
        {
            var memory = await db.CallerMemories.SingleOrDefaultAsync(m => m.Hash == hash);
            if (memory is null) db.CallerMemories.Add(memory = new CallerMemory { Hash = hash });
            memory.Remember(call.Language, now);
            if (call.CutOff) memory.RememberCutOff(now + LineRules.CutOffRemembered, call.Counselor ?? call.Preferred);
            else if (call.FirstAnsweredAt is not null) memory.ForgetCutOff();
            return null;
        });
    }

    /// <summary>The person rang again and is answered: nobody need call back.</summary>
    private async Task CloseAnswered(string hash)
    {
        foreach (var callback in await db.Callbacks.Owed().Where(c => c.NumberHash == hash).ToListAsync())
            if (callback.Close(CallbackEvent.RangAndAnswered, now)) Record("CallbackAnswered", callback.CallId, callback.Owner);
    }
}
