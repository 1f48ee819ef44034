using Helpline.Domain.Callbacks;
using Helpline.Domain.FollowUps;
using Helpline.Domain.Metrics;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Metrics;

/// <summary>What was promised in a stretch of time, and what became of it. UTC; <c>from</c> is inclusive, <c>until</c> exclusive.</summary>
internal static class AfterCare
{
    /// <summary>Follow-ups planned in that time, to their end.</summary>
    public static async Task<IReadOnlyList<Outcome>> FollowUpOutcomes(this HelplineDb db, DateTime from, DateTime until, CancellationToken stop)
    {
        var rows = await db.FollowUps.Where(f => f.PlannedAt >= from && f.PlannedAt < until).Select(f => new { f.State, f.PlannedAt, f.ClosedAt }).ToListAsync(stop);
        return Outcome.Of(rows.Select(f => (FollowUpFlow.IsOpen(f.State) ? Open : f.State.ToString(), f.PlannedAt, f.ClosedAt)));
    }

    /// <summary>Referrals written in that time, to the report of the receiver or another end.</summary>
    public static async Task<IReadOnlyList<Outcome>> ReferralOutcomes(this HelplineDb db, DateTime from, DateTime until, CancellationToken stop)
    {
        var rows = await db.Referrals.Where(r => r.CreatedAt >= from && r.CreatedAt < until).Select(r => new { r.State, r.CreatedAt, r.CompletedAt, r.EndedAt }).ToListAsync(stop);
        return Outcome.Of(rows.Select(r => (r.State.ToString(), r.CreatedAt, r.CompletedAt ?? r.EndedAt)));
    }

    /// <summary>Visits planned for that time, from their planning to their end.</summary>
    public static async Task<IReadOnlyList<Outcome>> VisitOutcomes(this HelplineDb db, DateTime from, DateTime until, CancellationToken stop)
    {
        var rows = await db.Visits.Where(v => v.PlannedFrom >= from && v.PlannedFrom < until).Select(v => new { v.State, v.PlannedAt, v.EndedAt }).ToListAsync(stop);
        return Outcome.Of(rows.Select(v => (v.State.ToString(), v.PlannedAt, v.EndedAt)));
    }

    /// <summary>Callbacks promised in that time. One that goes on in a newer one is counted there; kept is who was reached, or rang again and was answered.</summary>
    public static async Task<Figure> Callbacks(this HelplineDb db, DateTime from, DateTime until, CancellationToken stop)
    {
        var byState = await db.Callbacks.Where(c => c.AskedAt >= from && c.AskedAt < until && c.State != CallbackState.Draft && c.State != CallbackState.Merged)
            .GroupBy(c => c.State).Select(g => new { State = g.Key, Count = g.Count() }).ToListAsync(stop);
        return LineFigures.CallbacksKept(byState.Where(s => !CallbackFlow.IsOwed(s.State)).Sum(s => s.Count), byState.Sum(s => s.Count));
    }

    public static async Task<RepeatCallers> Repeats(this HelplineDb db, DateTime from, DateTime until, CancellationToken stop) =>
        await db.Calls.Where(c => c.ArrivedAt >= from && c.ArrivedAt < until && !c.Outbound && c.NumberHash != null).GroupBy(c => c.Outbound)
            .Select(g => new RepeatCallers(g.Count(), g.Count(c => c.RangAt >= from), g.Count(c => c.RangAt >= from && (c.RangBeforeThatAt == null || c.RangBeforeThatAt < from))))
            .SingleOrDefaultAsync(stop) ?? RepeatCallers.None;

    private const string Open = "Open";
}
