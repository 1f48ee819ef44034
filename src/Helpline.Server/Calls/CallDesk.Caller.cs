using System.Globalization;
using Helpline.Domain.Calls;
using Helpline.Domain.Offers;
using Helpline.Server.Privacy;
using Helpline.Server.Telephony;

namespace Helpline.Server.Calls;

/// <summary>What the caller's line does.</summary>
internal sealed partial class CallDesk
{
    // The last call of a number knows of the one before it. One plain question, since every known caller asks it.
    private const string LastRang =
        "SELECT MAX(CONCAT([ArrivedAt], '|', [RangAt])) AS [Value] FROM [Calls] WHERE [NumberHash] = @value AND [Outbound] = 0 "
        + "AND [ArrivedAt] = (SELECT MAX([ArrivedAt]) FROM [Calls] WHERE [NumberHash] = @value AND [Outbound] = 0)";

    /// <summary>A new call; the row is written before anybody is looked for. The same leg again is the same call.</summary>
    public async Task<Call> Arrive(string leg, CallerNumber? number)
    {
        if (await IsKnown("CallerLeg", leg)) return (await FindByCallerLeg(leg))!;
        var call = await Receive(leg, Newcomer.Seal(number, vault, now));
        db.Calls.Add(call);
        return call;
    }

    /// <summary>The same for a call that is greeted and not moved: a new one is written at once, and what is done to it afterwards is not kept.</summary>
    public async Task<Call> Greet(string leg, Newcomer caller)
    {
        if (await IsKnown("CallerLeg", leg)) return (await FindByCallerLeg(leg))!;
        var call = await Receive(leg, caller);
        db.Append(call);
        News.Call(call);
        return call;
    }

    private async Task<Call> Receive(string leg, Newcomer caller)
    {
        Record("Arrived", caller.Call, null, to: nameof(CallState.Greeting));
        return Call.Arrive(caller.Call, leg, await Identify(caller), now);
    }

    /// <summary>The caller's line ended: the offer is withdrawn, the counselor's leg is freed, the note stays.</summary>
    /// <param name="at">When, as the provider tells it.</param>
    public async Task<bool> CallerLeaves(Call call, DateTime at)
    {
        if (!call.CallerLeaves(at, now, rules.Calls)) return call.CorrectEnd(at);
        await AfterEnd(call);
        return true;
    }

    /// <summary>The provider does not know the call any more and never said how it ended.</summary>
    public async Task<bool> Lose(Call call)
    {
        if (!call.Lose(now, rules.Calls)) return false;
        await AfterEnd(call);
        return true;
    }

    private async Task AfterEnd(Call call)
    {
        if (call.State == CallState.Connecting) return;
        await CloseOffers(call, OfferState.Withdrawn);
        if (!CallFlow.IsEnd(call.State)) return;
        if (call.CounselorLeg is { } leg) Command(LineCommandKind.End, call, leg);
        await Release(call, call.Counselor, afterWork: false);
    }

    private async Task<CallerIdentity> Identify(Newcomer caller)
    {
        if (caller.Hash is not { } hash) return default;
        if (!await IsKnown("NumberHash", hash)) return new(caller.SealedNumber, hash, Repeat: false);
        var rang = (await Human(() => db.Ask(LastRang, hash)))?.Split('|') ?? [];
        return new(caller.SealedNumber, hash, Repeat: true, Utc(rang.ElementAtOrDefault(0)), Utc(rang.ElementAtOrDefault(1)));
    }

    private static DateTime? Utc(string? text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    private async Task<bool> IsKnown(string column, string value) =>
        await db.Ask($"SELECT 'yes' AS [Value] WHERE EXISTS (SELECT 1 FROM [Calls] WHERE [{column}] = @value)", value) is not null;

    /// <summary>Where a call's number is sealed to.</summary>
    public static string NumberPlace(Guid call) => $"Calls|SealedNumber|{call:N}";
}

/// <summary>Whoever may be new: the call she would be, and her number as it is kept with it. Made before the door, where nobody waits for it.</summary>
/// <param name="SealedNumber">Null for a withheld number, like <paramref name="Hash"/>.</param>
internal sealed record Newcomer(Guid Call, string? SealedNumber, string? Hash)
{
    public static Newcomer Seal(CallerNumber? number, Vault vault, DateTime now)
    {
        var call = Guid.CreateVersion7(now);
        return number is { } known ? new(call, vault.Seal(known.E164, CallDesk.NumberPlace(call)), vault.Hash(known)) : new(call, null, null);
    }
}
