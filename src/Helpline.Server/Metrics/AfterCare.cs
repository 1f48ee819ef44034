using Helpline.Contracts.Metrics;
using Helpline.Domain.Metrics;
using Helpline.Server.Data;
using Helpline.Server.Journals;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Metrics;

/// <summary>What was promised in a stretch of time, and what became of it. UTC; <c>from</c> is inclusive, <c>until</c> exclusive.</summary>
internal static class AfterCare
{
    /// <summary>Follow-ups due, referrals sent and visits planned in the period, each outcome the rows of its journal with that state.</summary>
    public static async Task<IReadOnlyList<OutcomesCard>> Outcomes(JournalScope scope, CancellationToken stop) =>
        [await Outcomes("FollowUp", new FollowUpJournal(), scope, stop), await Outcomes("Referral", new ReferralJournal(), scope, stop), await Outcomes("Visit", new VisitJournal(), scope, stop)];

    private static async Task<OutcomesCard> Outcomes<TJournal>(string what, TJournal journal, JournalScope scope, CancellationToken stop) where TJournal : Journal, IEndingJournal =>
        MetricCards.Of(what, journal.Code, Outcome.Of(await journal.CountBy(scope, "state", stop), await journal.Took(scope, stop)));

    /// <summary>Callbacks promised in that time. One that goes on in a newer one is counted there; kept is who was reached, or rang again and was answered.</summary>
    public static async Task<Figure> Callbacks(JournalScope scope, CancellationToken stop)
    {
        var counts = await Journal.Find("callbacks")!.CountBy(scope, "kept", stop);
        return LineFigures.CallbacksKept(counts.GetValueOrDefault("yes"), counts.Values.Sum());
    }

    public static async Task<RepeatCallers> Repeats(this HelplineDb db, DateTime from, DateTime until, CancellationToken stop) =>
        await db.Calls.Where(c => c.ArrivedAt >= from && c.ArrivedAt < until && !c.Outbound && c.NumberHash != null).GroupBy(c => c.Outbound)
            .Select(g => new RepeatCallers(g.Count(), g.Count(c => c.RangAt >= from), g.Count(c => c.RangAt >= from && (c.RangBeforeThatAt == null || c.RangBeforeThatAt < from))))
            .SingleOrDefaultAsync(stop) ?? RepeatCallers.None;
}
