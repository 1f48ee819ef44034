using Helpline.Domain.Calls;
using Helpline.Domain.Missed;
using Helpline.Server.Accounts;
using Helpline.Server.Shifts;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Calls;

/// <summary>Calls that no counselor spoke to.</summary>
internal sealed partial class CallDesk
{
    /// <summary>One cause and one owner, written when the call ends. A promise or a message has an owner of its own: somebody has acted.</summary>
    private async Task RecordMissed(Call call)
    {
        if (call.Outbound || call.State == CallState.Done || call.FirstAnsweredAt is not null || await db.MissedCalls.FindAsync(call.Id) is not null) return;
        var offers = (await db.Offers.Where(o => o.CallId == call.Id).OrderBy(o => o.MadeAt).ToListAsync()).ConvertAll(o => o.State);
        var facts = new MissedFacts(call.State, call.Diversion, call.QueuedAt is not null, call.Attempt, offers, await IsAnyoneThere(call.Language), await db.IsAnyoneOnShift(call.Language, now));
        var missed = new MissedCall
        {
            CallId = call.Id,
            Cause = facts.Cause,
            At = call.EndedAt ?? now,
            WaitedSeconds = (int)((call.EndedAt ?? now) - (call.QueuedAt ?? call.ArrivedAt)).TotalSeconds,
            NumberHash = call.NumberHash,
        };
        missed.Assign(await WhoAnswersForMissedCalls());
        if (call.State is CallState.Callback or CallState.Voicemail) missed.Close(call.State.ToString(), now);
        db.MissedCalls.Add(missed);
    }

    /// <summary>Nothing was said in the message that she left: who calls and is silent may be unable to speak, and somebody must act.</summary>
    private async Task MissAfterAll(Call call)
    {
        if (await db.MissedCalls.FindAsync(call.Id) is not { } missed || !missed.Reopen()) return;
        News.Live = true;
        if (call.NumberHash is { } hash && await db.Calls.AnyAsync(c => c.NumberHash == hash && c.FirstAnsweredAt > missed.At)) missed.Close("RangAgain", now);
    }

    /// <summary>She has reached somebody now: what was missed of hers before needs nobody any more.</summary>
    private async Task CloseMissedOf(Call call)
    {
        if (call.NumberHash is not { } hash) return;
        foreach (var missed in await db.MissedCalls.Where(m => m.NumberHash == hash && m.ActedAt == null).ToListAsync()) missed.Close(call.Outbound ? "CalledBack" : "RangAgain", now);
    }

    /// <returns>False when somebody has acted already, or somebody else calls the person now.</returns>
    public bool Take(MissedCall missed, string by)
    {
        if (missed.Owner == by) return missed.ActedAt is null;
        if (!missed.Assign(by)) return false;
        Record("MissedTaken", missed.CallId, by);
        return News.Live = true;
    }

    /// <param name="act">What was done about it.</param>
    /// <returns>False when somebody has acted already.</returns>
    public bool Settle(MissedCall missed, string act, string by)
    {
        if (!missed.Close(act, now)) return false;
        Record("MissedSettled", missed.CallId, by, to: act);
        return News.Live = true;
    }

    /// <summary>By the rule that tells callers that nobody is there; before a language is chosen, whoever speaks any.</summary>
    private async Task<bool> IsAnyoneThere(string? language) =>
        (language is null ? new Crew(await db.Counselors(queries, rules, now)) : await db.Crew(queries, rules, language, now)).IsThere;

    private async Task<string?> WhoAnswersForMissedCalls()
    {
        var staff = await db.Users.Where(a => !a.Disabled).OrderBy(a => a.UserName).Select(a => new { a.UserName, a.Roles }).ToListAsync();
        return (staff.Find(a => a.Roles.Contains(Roles.Supervisor)) ?? staff.Find(a => a.Roles.Contains(Roles.Administrator)))?.UserName;
    }
}
