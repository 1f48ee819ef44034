using Helpline.Domain.Metrics;
using Helpline.Server.Data;
using Helpline.Server.Metrics;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Live;

/// <summary>
/// The calls that came to the queue on one day, kept: a look reads anew only those of which the ledger got a line since the last,
/// so that it costs as little in the evening as in the morning.
/// </summary>
internal sealed class TodaysCalls(LocalDay day)
{
    private const int AtOnce = 500;
    private readonly Dictionary<Guid, (DateTime Hour, string Language, MeasuredCall Call)> calls = [];

    /// <summary>Lines that were looked at, as long as one written before them may still become visible; with their times.</summary>
    private readonly SortedDictionary<long, DateTime> seen = [];
    private readonly HashSet<DateTime> stale = [];
    private IReadOnlyList<CallRollUp> rows = [];
    private long? settled;

    public LocalDay Day => day;

    /// <summary>As the page of figures measures them.</summary>
    public async Task<IReadOnlyList<CallRollUp>> Look(HelplineDb db, DateTime now, CancellationToken stop)
    {
        settled ??= await Begin(db, now, stop);
        var lines = await Written(db, stop);
        foreach (var some in lines.Select(l => l.Call).OfType<Guid>().Distinct().Chunk(AtOnce)) Take(await db.Told(db.Calls.Where(c => some.Contains(c.Id)), now, stop));
        foreach (var (id, at, _) in lines) seen[id] = at;
        while (seen.Count > 0 && seen.First() is var (oldest, written) && written <= now - RollUpQueries.Settles) seen.Remove((settled = oldest).Value);
        var anew = calls.Values.Where(c => stale.Contains(c.Hour)).GroupBy(c => (c.Hour, c.Language), c => c.Call).Select(g => CallRollUp.Of(g.Key.Hour, g.Key.Language, [.. g]));
        rows = [.. rows.Where(r => !stale.Contains(r.Hour)), .. anew];
        stale.Clear();
        return rows;
    }

    /// <returns>The last settled line, looked for before the calls are read: what is written meanwhile is read again.</returns>
    private async Task<long> Begin(HelplineDb db, DateTime now, CancellationToken stop)
    {
        var before = now - RollUpQueries.Settles;
        var last = await db.Ledger.OrderByDescending(e => e.Id).Where(e => e.At <= before).Select(e => e.Id).FirstOrDefaultAsync(stop);
        var from = day.From - RawHours.LongestCall;
        Take(await db.Told(db.Calls.Where(c => c.ArrivedAt >= from && c.ArrivedAt < day.Until), now, stop));
        return last;
    }

    /// <summary>What was not looked at yet.</summary>
    private async Task<List<(long Id, DateTime At, Guid? Call)>> Written(HelplineDb db, CancellationToken stop)
    {
        var known = settled;
        // Ids alone first: of a busy line's last minutes nearly all are known.
        var ids = await db.Ledger.Where(e => e.Id > known).OrderBy(e => e.Id).Select(e => e.Id).ToListAsync(stop);
        var first = ids.Find(id => !seen.ContainsKey(id));
        if (first == 0) return [];
        var lines = await db.Ledger.Where(e => e.Id >= first).Select(e => new { e.Id, e.At, e.CallId }).ToListAsync(stop);
        return [.. lines.Where(l => !seen.ContainsKey(l.Id)).Select(l => (l.Id, l.At, l.CallId))];
    }

    private void Take(List<ToldCall> told)
    {
        foreach (var call in told)
        {
            if (calls.Remove(call.Id, out var before)) stale.Add(before.Hour);
            if (call.History is not { } history || history.QueuedAt < day.From || history.QueuedAt >= day.Until) continue;
            var hour = MeasuredHours.HourOf(history.QueuedAt);
            calls[call.Id] = (hour, call.Language, history.Call);
            stale.Add(hour);
        }
    }
}
