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

/// <summary>Every minute: exports whose server was killed begin anew, those that failed too often are given up, and files that nobody can fetch are deleted.</summary>
internal sealed class SweepExportsJob(Transactions transactions, IDbContextFactory<HelplineDb> contexts, ExportJobs jobs, ExportFiles files, TimeProvider clock)
{
    private const int AtOnce = 100;

    /// <summary>So long an export may wait for a worker before it is queued once more.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task Run(CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (silent, unheard) = (now - JournalExport.Silence, now - Patience);
        var again = await transactions.Run(async db =>
        {
            var lost = await db.JournalExports.Where(e => e.State == ExportState.Running && e.HeardAt < silent || e.State == ExportState.Queued && e.CreatedAt < unheard)
                .OrderBy(e => e.CreatedAt).Take(AtOnce).ToListAsync(stop);
            var ended = lost.FindAll(e => e.Attempt >= JournalExport.MostAttempts && e.Fail(now));
            var expired = await db.JournalExports.Where(e => e.State == ExportState.Done && e.ExpiresAt < now).OrderBy(e => e.ExpiresAt).Take(AtOnce).ToListAsync(stop);
            foreach (var old in expired) old.Expire();
            await db.SaveChangesAsync(stop);
            return lost.Except(ended).Select(e => e.Id).ToList();
        });
        foreach (var id in again) jobs.Start(id);
        await Clear(stop);
    }

    /// <summary>Of what is queued or runs everything stays, and of what is done its file: whatever else lies there, a killed or cancelled run has left.</summary>
    private async Task Clear(CancellationToken stop)
    {
        // Before the question who wrote them: no file is older than its export.
        var found = files.All();
        if (found.Count == 0) return;
        await using var db = await contexts.CreateDbContextAsync(stop);
        var alive = await db.JournalExports.AsNoTracking().Where(e => e.State == ExportState.Queued || e.State == ExportState.Running || e.State == ExportState.Done).ToDictionaryAsync(e => e.Id, stop);
        foreach (var (export, path) in found)
            if (!alive.TryGetValue(export, out var owner) || owner.State == ExportState.Done && Path.GetFileName(files.Finished(owner)) != Path.GetFileName(path)) File.Delete(path);
    }
}
