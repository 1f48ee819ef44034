using Serilog.Core;
using Serilog.Events;

namespace Helpline.Server.Referrals;

/// <summary>Log lines carry the path of their request; a partner's path is a key, so it is cut.</summary>
internal sealed class LinkMask : ILogEventEnricher
{
    private static readonly string[] Paths = ["RequestPath", "Path"];

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        foreach (var name in Paths)
            if (logEvent.Properties.TryGetValue(name, out var value) && value is ScalarValue { Value: string path } && path.StartsWith(PartnerEndpoints.Path + "/", StringComparison.OrdinalIgnoreCase))
                logEvent.AddOrUpdateProperty(propertyFactory.CreateProperty(name, $"{PartnerEndpoints.Path}/…"));
    }
}
