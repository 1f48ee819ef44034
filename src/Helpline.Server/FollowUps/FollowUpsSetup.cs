using Helpline.Server.Jobs;

namespace Helpline.Server.FollowUps;

internal static class FollowUpsSetup
{
    public static void AddFollowUps(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<FollowUpAlarms>().AddSingleton<FollowUpCards>().AddSingleton<FollowUpWork>().AddSingleton<JobGuard>();
        builder.Services.AddScoped<FollowUpDueJob>().AddScoped<FollowUpSweepJob>();
        builder.Services.AddHostedService<SetAlarmsAgain>();
    }
}
