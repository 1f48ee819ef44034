using Hangfire;
using Helpline.Domain.FollowUps;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.FollowUps;

/// <summary>An alarm for each due time, set after the commit that decided it. It only makes things quick: one that is lost is swept up.</summary>
internal sealed class FollowUpAlarms(IBackgroundJobClient jobs, TimeProvider clock, ILogger<FollowUpAlarms> log)
{
    public void Set(IEnumerable<(Guid FollowUp, DateTime At)> alarms)
    {
        foreach (var (id, at) in alarms) Set(id, at);
    }

    private void Set(Guid id, DateTime at)
    {
        try
        {
            var left = at - clock.GetUtcNow().UtcDateTime;
            jobs.Schedule<FollowUpDueJob>(job => job.Run(id), left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }
        catch (BackgroundJobClientException error)
        {
            // The change is committed, and the sweep finds what is due.
            log.LogWarning(error, "An alarm could not be set; the sweep will find what is due");
        }
    }
}

/// <summary>Alarms kept in memory are gone after a restart, so all are set anew from the table.</summary>
internal sealed class SetAlarmsAgain(IDbContextFactory<HelplineDb> contexts, FollowUpAlarms alarms) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var open = await db.FollowUps.AsNoTracking().Where(f => f.State == FollowUpState.Scheduled || f.State == FollowUpState.Attempted)
            .Select(f => new { f.Id, f.DueAt }).ToListAsync(cancellationToken);
        alarms.Set(open.Select(f => (f.Id, f.DueAt)));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
