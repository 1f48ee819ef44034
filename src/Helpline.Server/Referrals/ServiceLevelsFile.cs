using Helpline.Domain.Line;
using Helpline.Domain.Referrals;
using Helpline.Server.Hosting;
using Helpline.Server.Line;

namespace Helpline.Server.Referrals;

/// <summary><c>config/service-levels.json</c> as it is written, and as <see cref="ServiceLevels"/> once it was found right.</summary>
internal sealed record ServiceLevelsFile(Dictionary<string, string> WorkingHours, Dictionary<string, ServiceLevelsFile.Promise> Urgencies, string Review, int LinkDays)
{
    private const string Name = "config/service-levels.json";

    /// <summary>One urgency.</summary>
    internal sealed record Promise(string Answer, string Visit);

    /// <param name="urgencies">The codes that need a level each.</param>
    public static ServiceLevels Read(ConfigFolder config, LineRules line, IEnumerable<string> urgencies)
    {
        var file = config.Read<ServiceLevelsFile>("service-levels.json");
        var hours = new HoursText(Name).Week("workingHours", file.WorkingHours);
        if (hours.Spans.Count == 0) throw Wrong("workingHours", "is empty", "a span like 09:00-18:00 on one day at least");
        if (file.LinkDays is < 1 or > 90) throw Wrong("linkDays", $"is {file.LinkDays}", "between 1 and 90");
        return new(new(line.Zone, hours, line.Holidays), urgencies.ToDictionary(code => code, file.Level), Span("review", file.Review), file.LinkDays);
    }

    private ServiceLevel Level(string urgency) => Urgencies is not null && Urgencies.TryGetValue(urgency, out var promise)
        ? new(Span($"urgencies.{urgency}.answer", promise.Answer), Span($"urgencies.{urgency}.visit", promise.Visit))
        : throw Wrong($"urgencies.{urgency}", "is missing", "a level for each code of config/catalog/referral_urgencies.json");

    private static Allowance Span(string key, string? text) => Allowance.Parse(text)
        ?? throw Wrong(key, $"is '{text}'", "a span like 15 minutes, 4 hours, 8 working hours, 5 working days or same day");

    private static SettingsException Wrong(string key, string what, string right) => new($"{Name}, key {key},", what, right);
}
