using Helpline.Domain.Calls;
using Helpline.Domain.Counselors;
using Helpline.Domain.Metrics;
using Helpline.Domain.Offers;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Metrics;

/// <summary>Hours of which something was written after they were rolled up.</summary>
/// <param name="Ledger">The last line of the ledger that was looked at and is settled.</param>
/// <param name="More">There are further lines.</param>
internal sealed record StaleHours(IReadOnlySet<DateTime> Hours, long Ledger, bool More);

/// <summary>Roll-ups where they know everything, the rows themselves where they do not.</summary>
internal static class RollUpQueries
{
    /// <summary>Lines may become visible in another order than they were written; after so long all of them are.</summary>
    public static readonly TimeSpan Settles = TimeSpan.FromMinutes(5);
    private static readonly HashSet<string> OfCalls = [.. Enum.GetNames<CallEvent>(), .. Enum.GetNames<OfferState>(), "Held", "Resumed"];
    private static readonly HashSet<string> OfCounselors = [.. Enum.GetNames<PresenceState>()];

    /// <param name="from">UTC, a whole hour, inclusive.</param>
    /// <param name="until">UTC, a whole hour, exclusive; what has not come yet is left out.</param>
    public static async Task<MeasuredHours> Measured(this HelplineDb db, DateTime from, DateTime until, DateTime now, CancellationToken stop)
    {
        var end = until < now ? until : MeasuredHours.HourOf(now).AddHours(1);
        var mark = await db.RollUpMarks.AsNoTracking().SingleOrDefaultAsync(stop);
        if (mark is null || mark.Rules != RollUpMark.Definitions) return await db.Raw(MeasuredHours.Each(from, end), now, stop);
        var stale = (await db.Stale(mark, now, int.MaxValue, stop)).Hours;
        var known = mark.Until < end ? mark.Until : end;
        var fresh = stale.Where(h => h >= from && h < known).Concat(MeasuredHours.Each(known < from ? from : known, end));
        return (await db.RolledUp(from, known, stop)).Without(stale).And(await db.Raw(fresh, now, stop));
    }

    public static async Task<MeasuredHours> Raw(this HelplineDb db, IEnumerable<DateTime> hours, DateTime now, CancellationToken stop)
    {
        var measured = new List<MeasuredHours>();
        foreach (var (from, until) in MeasuredHours.Stretches(hours)) measured.Add(await db.Raw(from, until, now, stop));
        return new([.. measured.SelectMany(m => m.Calls)], [.. measured.SelectMany(m => m.Hours)]);
    }

    /// <summary>What the rolled-up hours do not know.</summary>
    /// <param name="most">How many lines of the ledger are looked at.</param>
    public static async Task<StaleHours> Stale(this HelplineDb db, RollUpMark mark, DateTime now, int most, CancellationToken stop)
    {
        var (hours, settled) = (new HashSet<DateTime>(), now - Settles);
        var lines = await db.Ledger.AsNoTracking().Where(e => e.Id > mark.Ledger).OrderBy(e => e.Id).Take(most)
            .Select(e => new { e.Id, e.At, e.CallId, e.What, Came = db.Calls.Where(c => c.Id == e.CallId).Select(c => (DateTime?)c.ArrivedAt).FirstOrDefault() }).ToListAsync(stop);
        foreach (var line in lines.Where(l => OfCalls.Contains(l.What)))
            if (line.Came is { } came) hours.UnionWith(MeasuredHours.Each(came, line.At.AddTicks(1)));
        // What she said holds until she says something else.
        if (lines.FirstOrDefault(l => l.CallId is null && OfCounselors.Contains(l.What)) is { } said) hours.UnionWith(MeasuredHours.Each(said.At, mark.Until));
        foreach (var at in await db.WrittenSince(mark.Notes, stop)) hours.Add(MeasuredHours.HourOf(at));
        hours.RemoveWhere(h => h >= mark.Until);
        return new(hours, lines.TakeWhile(l => l.At <= settled).LastOrDefault()?.Id ?? mark.Ledger, lines.Count == most);
    }

    /// <summary>When the contacts began of which something was written since.</summary>
    private static async Task<List<DateTime>> WrittenSince(this HelplineDb db, DateTime since, CancellationToken stop) =>
    [
        .. await db.Notes.Where(n => n.SavedAt >= since).Join(db.Contacts, n => n.CallId, c => c.Id, (n, c) => c.StartedAt).ToListAsync(stop),
        .. await db.Contacts.Where(c => c.EnteredLateAt >= since).Select(c => c.StartedAt).ToListAsync(stop),
    ];

    private static async Task<MeasuredHours> RolledUp(this HelplineDb db, DateTime from, DateTime until, CancellationToken stop) => new(
        await db.CallRollUps.AsNoTracking().Where(r => r.Hour >= from && r.Hour < until).ToListAsync(stop),
        await db.HourRollUps.AsNoTracking().Where(r => r.Hour >= from && r.Hour < until).ToListAsync(stop));
}
