using Helpline.Domain.Metrics;
using Helpline.Server.Data;
using Helpline.Server.Journals;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Metrics;

/// <summary>
/// Rolls up the hours that are over, and again those of which something was written since. Safe to run at any time, twice, or
/// after a long pause: rows are made from the ledger alone and stand in the place of what was there.
/// </summary>
internal sealed class RollUpJob(IDbContextFactory<HelplineDb> contexts, Transactions transactions, TimeProvider clock) : IDisposable
{
    private const int Lines = 5000;
    private static readonly TimeSpan AtOnce = TimeSpan.FromDays(1);
    private readonly SemaphoreSlim turn = new(1);

    public async Task Run(CancellationToken stop)
    {
        // Catching up may take longer than a minute; the next run has nothing to add then.
        if (!await turn.WaitAsync(0, stop)) return;
        try
        {
            while (!stop.IsCancellationRequested && await Step(stop)) { }
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    /// <summary>Reads outside the transaction, so that callers do not wait for sums.</summary>
    /// <returns>Whether there is more to do.</returns>
    private async Task<bool> Step(CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var now = clock.GetUtcNow().UtcDateTime;
        if ((await db.RollUpMarks.AsNoTracking().SingleOrDefaultAsync(m => m.Rules == RollUpMark.Definitions, stop) ?? await Begin(db, now, stop)) is not { } mark) return false;
        var stale = await db.Stale(mark, now, Lines, stop);
        var (open, until) = (MeasuredHours.HourOf(now), mark.Until + AtOnce);
        if (until > open) until = open;
        HashSet<DateTime> hours = [.. stale.Hours, .. MeasuredHours.Each(mark.Until, until)];
        var measured = await db.Raw(hours, now, stop);
        var notes = stale.More ? mark.Notes : now - RollUpQueries.Settles;
        await transactions.Run(written => Write(written, mark.Version, hours, measured, until < mark.Until ? mark.Until : until, stale.Ledger, notes));
        return until < open || stale.More && stale.Ledger > mark.Ledger;
    }

    /// <returns>The mark before the first hour, also when hours were counted by other definitions until now; null while there is nothing to measure.</returns>
    private async Task<RollUpMark?> Begin(HelplineDb db, DateTime now, CancellationToken stop)
    {
        if (await db.FirstRecord(stop) is not { } first) return null;
        var settled = now - RollUpQueries.Settles;
        var last = await db.Ledger.OrderByDescending(e => e.Id).Where(e => e.At <= settled).Select(e => e.Id).FirstOrDefaultAsync(stop);
        return await transactions.Run(async written =>
        {
            var mark = await written.RollUpMarks.SingleOrDefaultAsync();
            if (mark?.Rules == RollUpMark.Definitions) return mark;
            if (mark is null) written.RollUpMarks.Add(mark = new RollUpMark { Until = first, Ledger = last, Notes = settled, Rules = RollUpMark.Definitions });
            (mark.Until, mark.Ledger, mark.Notes, mark.Rules) = (MeasuredHours.HourOf(first), last, settled, RollUpMark.Definitions);
            await written.SaveChangesAsync();
            return mark;
        });
    }

    /// <param name="seen">The version of the mark from which was read: whoever was faster has done the same.</param>
    private static async Task<bool> Write(HelplineDb db, long seen, HashSet<DateTime> hours, MeasuredHours measured, DateTime until, long ledger, DateTime notes)
    {
        if (await db.RollUpMarks.SingleOrDefaultAsync() is not { } mark || mark.Version != seen) return false;
        foreach (var (from, to) in MeasuredHours.Stretches(hours))
        {
            await db.CallRollUps.Where(r => r.Hour >= from && r.Hour < to).ExecuteDeleteAsync();
            await db.HourRollUps.Where(r => r.Hour >= from && r.Hour < to).ExecuteDeleteAsync();
        }
        db.AddRange(measured.Calls);
        db.AddRange(measured.Hours);
        (mark.Until, mark.Ledger, mark.Notes) = (until, ledger, notes);
        await db.SaveChangesAsync();
        return true;
    }
}
