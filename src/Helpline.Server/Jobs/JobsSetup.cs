using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Dashboard;
using Hangfire.InMemory;
using Hangfire.SqlServer;
using Helpline.Server.Accounts;
using Helpline.Server.Calls;
using Helpline.Server.Data;
using Helpline.Server.FollowUps;
using Helpline.Server.Journals;
using Helpline.Server.Metrics;
using Helpline.Server.Privacy;
using Helpline.Server.Reports;
using Helpline.Server.Routing;
using Helpline.Server.Shifts;
using Helpline.Server.Telephony;
using Helpline.Server.Visits;

namespace Helpline.Server.Jobs;

internal enum JobStorageKind { Database, Memory }

/// <summary>Hangfire is the alarm clock; our own tables are the truth, so losing its storage loses nothing.</summary>
internal static class JobsSetup
{
    public static void AddJobs(this WebApplicationBuilder builder)
    {
        var database = builder.Configuration.GetSection("Database").Get<DatabaseOptions>() ?? new();
        var kind = builder.Configuration.GetValue("Jobs:Storage", JobStorageKind.Database);
        // This server's own: Hangfire's static ones are those of whichever server in the process came last.
        builder.Services.AddSingleton<JobActivator>(services => new AspNetCoreJobActivator(services.GetRequiredService<IServiceScopeFactory>()));
        builder.Services.AddSingleton<JobStorage>(_ => kind == JobStorageKind.Database && database.Provider == DatabaseProvider.SqlServer
            ? new SqlServerStorage(builder.Configuration.GetConnectionString("Helpline"))
            : new InMemoryStorage(new InMemoryStorageOptions()));
        builder.Services.AddHangfire((services, jobs) => jobs.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings()
            .UseLogProvider(new JobLogs(services.GetRequiredService<ILoggerFactory>())));
        builder.Services.AddHangfireServer(o => o.WorkerCount = 2);
        builder.Services.AddScoped<CloseLostCallsJob>().AddScoped<EndOrphanedRoomsJob>().AddScoped<PurgeInboxJob>().AddScoped<NoticeMissedVisitsJob>().AddScoped<RetentionJob>().AddScoped<RefreshStatisticsJob>();
        builder.Services.AddSingleton<RollUpJob>();
    }

    /// <summary>Every recurring job, with an id that never changes.</summary>
    public static void ScheduleJobs(this WebApplication app)
    {
        var jobs = app.Services.GetRequiredService<IRecurringJobManager>();
        jobs.AddOrUpdate<CloseLostCallsJob>("close-lost-calls", job => job.Run(CancellationToken.None), Cron.Minutely());
        jobs.AddOrUpdate<EndOrphanedRoomsJob>("end-orphaned-rooms", job => job.Run(CancellationToken.None), Cron.Minutely());
        jobs.AddOrUpdate<FollowUpSweepJob>("sweep-follow-ups", job => job.Run(CancellationToken.None), Cron.Minutely());
        jobs.AddOrUpdate<RollUpJob>("roll-up", job => job.Run(CancellationToken.None), Cron.Minutely());
        jobs.AddOrUpdate<PurgeInboxJob>("purge-inbox", job => job.Run(CancellationToken.None), Cron.Daily(21));
        jobs.AddOrUpdate<NoticeMissedVisitsJob>("notice-missed-visits", job => job.Run(CancellationToken.None), Cron.Daily(20));
        jobs.AddOrUpdate<PlanShiftsJob>("plan-shifts", job => job.Run(CancellationToken.None), Cron.Daily(20, 15));
        jobs.AddOrUpdate<RemindOfShiftsJob>("remind-of-shifts", job => job.Run(CancellationToken.None), "*/5 * * * *");
        jobs.AddOrUpdate<Coverage>("check-coverage", coverage => coverage.Check(), Cron.Hourly());
        jobs.AddOrUpdate<SweepExportsJob>("sweep-exports", job => job.Run(CancellationToken.None), Cron.Minutely());
        jobs.AddOrUpdate<FreezeReportsJob>("freeze-reports", job => job.Run(CancellationToken.None), Cron.Daily(22));
        jobs.AddOrUpdate<RetentionJob>("retention", job => job.Run(CancellationToken.None), Cron.Daily(21, 30));
        jobs.AddOrUpdate<RefreshStatisticsJob>("refresh-statistics", job => job.Run(CancellationToken.None), Cron.Hourly(35));
    }

    public static void MapJobsDashboard(this WebApplication app) => app.MapHangfireDashboard("/hangfire", new DashboardOptions
    {
        Authorization = [new AdministratorsOnly()],
        IsReadOnlyFunc = _ => true,
        DisplayStorageConnectionString = false,
        AppPath = "/",
    });

    private sealed class AdministratorsOnly : IDashboardAuthorizationFilter
    {
        public bool Authorize(DashboardContext context) => context.GetHttpContext().User.IsInRole(Roles.Administrator);
    }
}
