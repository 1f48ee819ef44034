using Helpline.Domain.Calls;
using Helpline.Server.Referrals;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace Helpline.Server.Hosting;

internal static class Logging
{
    /// <summary>Compact JSON to a rolling file, readable lines to the console. Neither lets a raw line break through.</summary>
    public static void AddLogging(this WebApplicationBuilder builder) => builder.Host.UseSerilog((context, log) => log
        .ReadFrom.Configuration(context.Configuration)
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("Hangfire", LogEventLevel.Warning)
        .MinimumLevel.Override("System.Net.Http", LogEventLevel.Warning)
        .MinimumLevel.Override("Polly", LogEventLevel.Fatal)
        .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Warning)
        // A failed start is told once, by Startup.
        .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)
        .Destructure.AsScalar<CallerNumber>()
        .Enrich.FromLogContext()
        .Enrich.With<LinkMask>()
        .WriteTo.Console(new OneLine())
        .WriteTo.File(new CompactJsonFormatter(), Path.Combine(DataFolder.Of(context.Configuration, context.HostingEnvironment), "logs", "helpline-.json"),
            rollingInterval: RollingInterval.Day, retainedFileCountLimit: 30, shared: true),
        // A logger of this server's own: the static one would be that of whichever server in the process came last.
        preserveStaticLogger: true);
}
