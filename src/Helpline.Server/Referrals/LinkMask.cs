using Serilog.Core;
using Serilog.Events;

namespace Helpline.Server.Referrals;

/// <summary>Log lines carry the path of their request; that of a partner's page and of a calendar is a key, so it is cut.</summary>
internal sealed class LinkMask : ILogEventEnricher
{
    private static readonly string[] Paths = ["RequestPath", "Path"];
    private static readonly string[] Secrets = [PartnerEndpoints.Path + "/", "/calendar/"];

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        foreach (var name in Paths)
            if (logEvent.Properties.TryGetValue(name, out var value) && value is ScalarValue { Value: string path }
                && Array.Find(Secrets, secret => path.StartsWith(secret, StringComparison.OrdinalIgnoreCase)) is { } begin)
                logEvent.AddOrUpdateProperty(propertyFactory.CreateProperty(name, begin + "…"));
    }
}
