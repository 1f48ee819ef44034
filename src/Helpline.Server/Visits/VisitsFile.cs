using Helpline.Domain.Visits;
using Helpline.Server.Hosting;

namespace Helpline.Server.Visits;

/// <summary><c>config/visits.json</c>, checked before anything starts.</summary>
internal static class VisitsFile
{
    public static VisitRules Read(ConfigFolder config)
    {
        var rules = config.Read<VisitRules>("visits.json");
        return rules.Sections is { } sections && sections.Distinct().Count() == sections.Count
            ? rules
            : throw new SettingsException("config/visits.json, key sections,", "is missing or has a part twice", "parts of the form, each once");
    }
}
