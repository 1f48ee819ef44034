using Helpline.Domain.Callbacks;
using Helpline.Domain.Calls;
using Helpline.Domain.Counselors;
using Helpline.Domain.Line;
using Helpline.Domain.Metrics;
using Helpline.Domain.Recordings;
using Helpline.Domain.Routing;
using Helpline.Domain.Voicemails;
using Helpline.Server.Accounts;
using Helpline.Server.Data;
using Helpline.Server.Metrics;
using Helpline.Server.Routing;
using Helpline.Server.Shifts;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Calls;

internal static class CallQueries
{
    /// <summary>Every call that is not over.</summary>
    public static IQueryable<Call> Open(this IQueryable<Call> calls) => calls.Where(c =>
        c.State == CallState.Greeting || c.State == CallState.Diverted || c.State == CallState.Waiting || c.State == CallState.Offered
        || c.State == CallState.Connecting || c.State == CallState.Talking || c.State == CallState.WrapUp);

    /// <summary>All of them, whatever became of them.</summary>
    public const string Offered = "offered";

    private static readonly CallState[] Ends = [.. Enum.GetValues<CallState>().Where(CallFlow.IsEnd)];

    /// <summary>Calls that entered the queue, or were kept out of it, in that time, as the figures count them. UTC; <paramref name="until"/> is exclusive.</summary>
    public static IQueryable<Call> Queued(this IQueryable<Call> calls, HelplineDb db, DateTime from, DateTime until)
    {
        var earliest = from - RawHours.LongestCall;
        return calls.Where(c => c.ArrivedAt >= earliest && c.ArrivedAt < until && !c.Outbound).Where(c =>
            db.Ledger.Where(e => e.CallId == c.Id && CallHistory.Entrances.Contains(e.To)).Min(e => (DateTime?)e.At) >= from
            && db.Ledger.Where(e => e.CallId == c.Id && CallHistory.Entrances.Contains(e.To)).Min(e => (DateTime?)e.At) < until);
    }

    /// <summary>The rows behind a count of <see cref="CallHistory"/>.</summary>
    public static IQueryable<Call> Counted(this IQueryable<Call> calls, HelplineDb db, CallResult result)
    {
        var queued = calls.Where(c => !c.Outbound && db.Ledger.Any(e => e.CallId == c.Id && CallHistory.Entrances.Contains(e.To)));
        if (result == CallResult.Open) return queued.Where(c => !Ends.Contains(c.State));
        var over = queued.Where(c => Ends.Contains(c.State));
        if (result == CallResult.Answered) return over.Where(c => db.Ledger.Any(e => e.CallId == c.Id && e.To == nameof(CallState.Talking)));
        var unheard = over.Where(c => !db.Ledger.Any(e => e.CallId == c.Id && e.To == nameof(CallState.Talking)));
        return result switch
        {
            CallResult.Abandoned => unheard.Where(c => c.State == CallState.Abandoned),
            CallResult.Blocked => unheard.Where(c => c.State == CallState.Blocked),
            CallResult.Failed => unheard.Where(c => c.State == CallState.Failed),
            _ => unheard.Where(c => c.State != CallState.Abandoned && c.State != CallState.Blocked && c.State != CallState.Failed),
        };
    }

    /// <summary>Promises that somebody has to keep.</summary>
    public static IQueryable<Callback> Owed(this IQueryable<Callback> callbacks) => callbacks.Where(c => c.State == CallbackState.Open || c.State == CallbackState.Assigned);

    /// <summary>Messages that should be here by now.</summary>
    public static IQueryable<TalkRecording> Overdue(this IQueryable<TalkRecording> recordings, DateTime now) => recordings.Where(r =>
        (r.State == VoicemailState.Expected || r.State == VoicemailState.Announced) && r.Deadline <= now);

    public static IQueryable<Voicemail> Overdue(this IQueryable<Voicemail> voicemails, DateTime now) => voicemails.Where(v =>
        (v.State == VoicemailState.Expected || v.State == VoicemailState.Announced) && v.Deadline <= now);

    /// <summary>The counselors who are asked for callers of a language, wherever they are: supervisors only stand in for them.</summary>
    public static async Task<Crew> Crew(this HelplineDb db, CompiledQueries queries, RoutingRules rules, string language, DateTime now)
    {
        var spoken = await queries.LedTo(db, language) ?? language;
        return new([.. (await db.Counselors(queries, rules, now)).Where(s => s.Languages.Contains(spoken))]);
    }

    /// <summary>The counselors whose shift it is, where the rota decides; else all. The language is not asked.</summary>
    public static async Task<List<CrewSeat>> Counselors(this HelplineDb db, CompiledQueries queries, RoutingRules rules, DateTime now)
    {
        var onShift = rules.OnShiftWithin is { } grace ? await db.Shifts.OnShift(now, grace).ToListAsync() : null;
        return await queries.Crew(db).Where(s => s.Roles.Contains(Roles.Counselor) && onShift?.Contains(s.UserName) != false).ToListAsync();
    }

    /// <summary>The caller's place among those who wait for the same counselors, by our own order; 1 for the next.</summary>
    public static async Task<int> Place(this HelplineDb db, Call call)
    {
        var standing = await db.Detours.AsNoTracking().Standing().Where(d => d.Of == DetourOf.Language).ToListAsync();
        var languages = standing.LedAs(call.Language!);
        return await db.Calls.CountAsync(c => (c.State == CallState.Waiting || c.State == CallState.Offered) && languages.Contains(c.Language!)
            && (c.Priority > call.Priority || (c.Priority == call.Priority && c.QueuedAt <= call.QueuedAt)));
    }
}

/// <summary>Who is asked for a caller.</summary>
internal sealed record Crew(IReadOnlyList<CrewSeat> Seats)
{
    /// <summary>One of them is at the line, though she may be busy or on a break.</summary>
    public bool IsThere => Seats.Any(s => s.State != PresenceState.Offline || s.IsEngaged);

    /// <summary>UTC of the last time that one of them came or went.</summary>
    public DateTime Since => Seats.Select(s => s.Since).DefaultIfEmpty(DateTime.MinValue).Max();
}
