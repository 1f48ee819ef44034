using Helpline.Domain.Calls;
using Helpline.Domain.Metrics;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Metrics;

/// <summary>A call as its lines of the ledger tell it.</summary>
/// <param name="History">Null for one that never came to the queue, or was placed by us.</param>
internal sealed record ToldCall(Guid Id, string Language, CallHistory? History, IReadOnlyList<WorkSpan> Work);

internal static class ToldCalls
{
    private static readonly HashSet<string> Moves = [.. Enum.GetNames<CallEvent>()];

    /// <summary>Also those that we placed: these are work, but no calls of the queue.</summary>
    public static async Task<List<ToldCall>> Told(this HelplineDb db, IQueryable<Call> calls, DateTime now, CancellationToken stop)
    {
        var lines = await calls.AsNoTracking()
            .Join(db.Ledger, c => c.Id, e => e.CallId, (c, e) => new { CallId = c.Id, c.ArrivedAt, c.Language, c.Outbound, e.Id, e.At, e.What, e.To, e.Counselor })
            .OrderBy(l => l.CallId).ThenBy(l => l.At).ThenBy(l => l.Id).ToListAsync(stop);
        return lines.GroupBy(l => l.CallId).Select(call =>
        {
            // Other lines use the words of states for other things: a caller who chose a callback has not left yet.
            LedgerLine[] own = [.. call.Select(l => new LedgerLine(l.At, l.What, Moves.Contains(l.What) ? l.To : null, l.Counselor))];
            // No longer than a call may last, or hours rolled up one by one would not find it.
            var (one, most) = (call.First(), call.First().ArrivedAt + RawHours.LongestCall);
            return new ToldCall(call.Key, one.Language ?? "", one.Outbound ? null : CallHistory.Of(own), WorkSpan.Of(own, now < most ? now : most));
        }).ToList();
    }
}
