using Hangfire;
using Hangfire.Dashboard;
using Hangfire.InMemory;
using Helpline.Server.Accounts;
using Helpline.Server.Calls;
using Helpline.Server.Data;
using Helpline.Server.Telephony;

namespace Helpline.Server.Jobs;

internal enum JobStorageKind { Database, Memory }

/// <summary>Hangfire is the alarm clock; our own tables are the truth, so losing its storage loses nothing.</summary>
internal static class JobsSetup
{
    public static void AddJobs(this WebApplicationBuilder builder)
    {
        var database = builder.Configuration.GetSection("Database").Get<DatabaseOptions>() ?? new();
        var kind = builder.Configuration.GetValue("Jobs:Storage", JobStorageKind.Database);
        builder.Services.AddHangfire(jobs =>
        {
            jobs.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings();
            if (kind == JobStorageKind.Database && database.Provider == DatabaseProvider.SqlServer)
                jobs.UseSqlServerStorage(builder.Configuration.GetConnectionString("Helpline"));
            else
                jobs.UseInMemoryStorage(new InMemoryStorageOptions());
        });
        builder.Services.AddHangfireServer(o => o.WorkerCount = 2);
        builder.Services.AddScoped<CloseLostCallsJob>().AddScoped<EndOrphanedRoomsJob>().AddScoped<PurgeInboxJob>();
    }

    /// <summary>Every recurring job, with an id that never changes.</summary>
    public static void ScheduleJobs(this WebApplication app)
    {
        var jobs = app.Services.GetRequiredService<IRecurringJobManager>();
        jobs.AddOrUpdate<CloseLostCallsJob>("close-lost-calls", job => job.Run(CancellationToken.None), Cron.Minutely());
        jobs.AddOrUpdate<EndOrphanedRoomsJob>("end-orphaned-rooms", job => job.Run(CancellationToken.None), Cron.Minutely());
        jobs.AddOrUpdate<PurgeInboxJob>("purge-inbox", job => job.Run(CancellationToken.None), Cron.Daily(21));
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
