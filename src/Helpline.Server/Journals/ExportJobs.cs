using Hangfire;
using Helpline.Domain.Journals;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Journals;

/// <summary>Hands exports to the jobs. One that is lost on the way is found by the sweep.</summary>
internal sealed class ExportJobs(IBackgroundJobClient jobs, ILogger<ExportJobs> log)
{
    public void Start(Guid export)
    {
        try
        {
            jobs.Enqueue<ExportJob>(job => job.Run(export, CancellationToken.None));
        }
        catch (BackgroundJobClientException error)
        {
            log.LogWarning(error, "An export could not be queued; the sweep will find it");
        }
    }
}

/// <summary>Every minute: exports whose server was killed begin anew, those that failed too often are given up, and old files are deleted.</summary>
internal sealed class SweepExportsJob(Transactions transactions, ExportJobs jobs, ExportFiles files, TimeProvider clock)
{
    private const int AtOnce = 100;

    /// <summary>So long an export may wait for a worker before it is queued once more.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task Run(CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (silent, unheard) = (now - JournalExport.Silence, now - Patience);
        var (again, gone) = await transactions.Run(async db =>
        {
            var lost = await db.JournalExports.Where(e => e.State == ExportState.Running && e.HeardAt < silent || e.State == ExportState.Queued && e.CreatedAt < unheard)
                .OrderBy(e => e.CreatedAt).Take(AtOnce).ToListAsync(stop);
            var ended = lost.FindAll(e => e.Attempt >= JournalExport.MostAttempts && e.Fail(now));
            var expired = await db.JournalExports.Where(e => e.State == ExportState.Done && e.ExpiresAt < now).OrderBy(e => e.ExpiresAt).Take(AtOnce).ToListAsync(stop);
            foreach (var old in expired) old.Expire();
            await db.SaveChangesAsync(stop);
            return (lost.Except(ended).Select(e => e.Id).ToList(), expired.Concat(ended).Select(e => e.Id).ToList());
        });
        foreach (var id in gone) files.Delete(id);
        foreach (var id in again) jobs.Start(id);
    }
}
