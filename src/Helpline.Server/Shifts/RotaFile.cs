using System.Globalization;
using Helpline.Contracts.Catalog;
using Helpline.Domain.Shifts;
using Helpline.Server.Hosting;
using Helpline.Server.Line;
using Helpline.Server.Telephony;

namespace Helpline.Server.Shifts;

/// <summary><c>config/rota.json</c> as it is written, and as <see cref="RotaRules"/> once it was found right.</summary>
internal sealed record RotaFile(
    RoutingBy Routing, int GraceMinutes, int ShortestMinutes, int LongestHours, int RestHours, int PlanWeeks, int AheadDays, int RemindHours,
    IReadOnlyList<RotaFile.Minimum> Cover, IReadOnlyList<RotaFile.Feast> Holidays, StaffingRules Staffing)
{
    private const string Name = "config/rota.json";

    /// <summary>One rule of cover; all days when none are named.</summary>
    internal sealed record Minimum(int Least, string Hours, string? Language = null, IReadOnlyList<DayOfWeek>? Days = null);

    /// <summary>A public holiday.</summary>
    internal sealed record Feast(string Day, Words Name);

    public static RotaRules Read(ConfigFolder config, Languages languages)
    {
        var file = config.Read<RotaFile>("rota.json");
        var cover = (file.Cover ?? []).Select((rule, i) => Rule($"cover[{i}]", rule, languages)).ToList();
        return new(file.Routing, cover, new([.. (file.Holidays ?? []).Select(One)]), Checked(file.Staffing))
        {
            Grace = TimeSpan.FromMinutes(InRange("graceMinutes", file.GraceMinutes, 0, 120)),
            Shortest = TimeSpan.FromMinutes(InRange("shortestMinutes", file.ShortestMinutes, 5, 60 * InRange("longestHours", file.LongestHours, 1, 24))),
            Longest = TimeSpan.FromHours(file.LongestHours),
            Rest = TimeSpan.FromHours(InRange("restHours", file.RestHours, 0, 48)),
            PlanWeeks = InRange("planWeeks", file.PlanWeeks, 1, 52),
            AheadDays = InRange("aheadDays", file.AheadDays, 7, 730),
            Remind = TimeSpan.FromHours(InRange("remindHours", file.RemindHours, 1, 168)),
        };
    }

    private static CoverRule Rule(string key, Minimum rule, Languages languages)
    {
        if (rule.Language is { } code && languages.All.All(l => l.Code != code)) throw Wrong($"{key}.language", $"is '{code}'", $"one of {string.Join(", ", languages.All.Select(l => l.Code))}, or left out for anybody");
        var spans = (rule.Days ?? Enum.GetValues<DayOfWeek>()).SelectMany(day => new HoursText(Name).Spans($"{key}.hours", day, rule.Hours)).ToList();
        if (spans.Count == 0) throw Wrong($"{key}.hours", "is empty", "a span like 08:00-22:00");
        return new(rule.Language, InRange($"{key}.least", rule.Least, 1, 500), new(spans));
    }

    private static Holiday One(Feast feast)
    {
        var everyYear = feast.Day?.Length == 5;
        // A leap year, so that the 29th of February is a day.
        if (!DateOnly.TryParseExact(everyYear ? $"2024-{feast.Day}" : feast.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            throw Wrong("holidays", $"has the day '{feast.Day}'", "days like 12-16, or 2027-05-16");
        if (feast.Name is not { Kk.Length: > 0, Ru.Length: > 0, En.Length: > 0 } name) throw Wrong("holidays", $"lacks a name for {feast.Day}", "a name in kk, ru and en");
        return new(everyYear ? null : day.Year, day.Month, day.Day, name.Kk, name.Ru, name.En);
    }

    private static StaffingRules Checked(StaffingRules? rules)
    {
        if (rules is null) throw Wrong("staffing", "is missing", "weeks, patienceSeconds, handleSeconds and shrinkage");
        InRange("staffing.weeks", rules.Weeks, 1, 52);
        InRange("staffing.patienceSeconds", rules.PatienceSeconds, 1, 7200);
        InRange("staffing.handleSeconds", rules.HandleSeconds, 10, 14400);
        return rules.Shrinkage is >= 0 and <= 0.9 ? rules : throw Wrong("staffing.shrinkage", $"is {rules.Shrinkage}", "between 0 and 0.9");
    }

    private static int InRange(string key, int value, int least, int most) => value >= least && value <= most ? value : throw Wrong(key, $"is {value}", $"between {least} and {most}");

    private static SettingsException Wrong(string key, string what, string right) => new($"{Name}, key {key},", what, right);
}
