using Helpline.Domain.Line;
using Helpline.Domain.Metrics;
using Helpline.Domain.Referrals;
using Helpline.Server.Hosting;
using Helpline.Server.Line;

namespace Helpline.Server.Referrals;

/// <summary><c>config/service-levels.json</c> as it is written, and as <see cref="ServicePromise"/> and <see cref="ServiceLevels"/> once it was found right.</summary>
internal sealed record ServiceLevelsFile(
    ServiceLevelsFile.Answers Calls, Dictionary<string, string> WorkingHours, Dictionary<string, ServiceLevelsFile.Promise> Urgencies, string Review, int LinkDays)
{
    private const string Name = "config/service-levels.json", FileName = "service-levels.json";
    private const int LongestAnswer = 600;

    /// <summary>Of calls.</summary>
    internal sealed record Answers(int AnswerSeconds, double Goal, int SoonerSeconds, double SoonerGoal, int ShortSeconds);

    /// <summary>One urgency.</summary>
    internal sealed record Promise(string Answer, string Visit);

    /// <param name="urgencies">The codes that need a level each.</param>
    public static ServiceLevels Read(ConfigFolder config, LineRules line, IEnumerable<string> urgencies)
    {
        var file = config.Read<ServiceLevelsFile>(FileName);
        var hours = new HoursText(Name).Week("workingHours", file.WorkingHours);
        if (hours.Spans.Count == 0) throw Wrong("workingHours", "is empty", "a span like 09:00-18:00 on one day at least");
        if (file.LinkDays is < 1 or > 90) throw Wrong("linkDays", $"is {file.LinkDays}", "between 1 and 90");
        return new(new(line.Zone, hours, line.Holidays), urgencies.ToDictionary(code => code, file.Level), Span("review", file.Review), file.LinkDays);
    }

    /// <summary>What callers are promised.</summary>
    public static ServicePromise ReadPromise(ConfigFolder config)
    {
        if (config.Read<ServiceLevelsFile>(FileName).Calls is not { } calls) throw Wrong("calls", "is missing", "answerSeconds, goal, soonerSeconds, soonerGoal and shortSeconds");
        return new(
            Seconds("calls.answerSeconds", calls.AnswerSeconds, LongestAnswer), Share("calls.goal", calls.Goal), Seconds("calls.shortSeconds", calls.ShortSeconds, calls.AnswerSeconds),
            Seconds("calls.soonerSeconds", calls.SoonerSeconds, calls.AnswerSeconds), Share("calls.soonerGoal", calls.SoonerGoal));
    }

    private static int Seconds(string key, int value, int most) => value >= 1 && value <= most ? value : throw Wrong(key, $"is {value}", $"between 1 and {most}");

    private static double Share(string key, double value) => value is > 0 and < 1 ? value : throw Wrong(key, $"is {value}", "above 0 and below 1, such as 0.95");

    private ServiceLevel Level(string urgency) => Urgencies is not null && Urgencies.TryGetValue(urgency, out var promise)
        ? new(Span($"urgencies.{urgency}.answer", promise.Answer), Span($"urgencies.{urgency}.visit", promise.Visit))
        : throw Wrong($"urgencies.{urgency}", "is missing", "a level for each code of config/catalog/referral_urgencies.json");

    private static Allowance Span(string key, string? text) => Allowance.Parse(text)
        ?? throw Wrong(key, $"is '{text}'", "a span like 15 minutes, 4 hours, 8 working hours, 5 working days or same day");

    private static SettingsException Wrong(string key, string what, string right) => new($"{Name}, key {key},", what, right);
}
