using System.Globalization;
using Helpline.Domain.Casework;
using Helpline.Domain.FollowUps;
using Helpline.Server.Hosting;
using Helpline.Server.Telephony;

namespace Helpline.Server.FollowUps;

/// <summary><c>config/follow-ups.json</c> as it is written, and as <see cref="FollowUpRules"/> once it was found right.</summary>
internal sealed record FollowUpsFile(
    int Attempts, int GapHours, string DayFrom, string EveningFrom, Dictionary<string, int> DueAfterHours, IReadOnlyList<string> HighRisks,
    LadderFile LadderMinutes, LadderFile UrgentLadderMinutes, Dictionary<string, string> Texts)
{
    private const string Name = "follow-ups.json";
    private const int LongestText = 300;

    /// <param name="risks">Codes of <c>risk_levels</c>.</param>
    public static FollowUpRules Read(ConfigFolder config, Languages languages, IReadOnlyList<string> risks)
    {
        var file = config.Read<FollowUpsFile>(Name);
        var (day, evening) = (Time("dayFrom", file.DayFrom), Time("eveningFrom", file.EveningFrom));
        if (evening <= day) throw Wrong("eveningFrom", file.EveningFrom, "later than dayFrom");
        if (file.HighRisks?.Except(risks).FirstOrDefault() is { } odd) throw Wrong("highRisks", odd, $"of {string.Join(", ", risks)}");
        return new(
            InRange("attempts", file.Attempts, 1, 10), TimeSpan.FromHours(InRange("gapHours", file.GapHours, 1, 72)), day, evening,
            risks.ToDictionary(r => r, file.DueAfter), (file.HighRisks ?? []).ToHashSet(StringComparer.Ordinal),
            file.LadderMinutes?.Read("ladderMinutes") ?? throw Wrong("ladderMinutes", null, "owner, coordinator and supervisor"),
            file.UrgentLadderMinutes?.Read("urgentLadderMinutes") ?? throw Wrong("urgentLadderMinutes", null, "owner, coordinator and supervisor"),
            languages.All.ToDictionary(l => l.Code, l => file.Text(l.Code)));
    }

    private TimeSpan DueAfter(string risk) => DueAfterHours is not null && DueAfterHours.TryGetValue(risk, out var hours)
        ? TimeSpan.FromHours(InRange($"dueAfterHours.{risk}", hours, 1, 2160))
        : throw Wrong($"dueAfterHours.{risk}", null, "the hours for each level of risk_levels");

    private string Text(string language) => Texts is not null && Texts.TryGetValue(language, out var text) && text.Length is > 0 and <= LongestText
        ? text
        : throw Wrong($"texts.{language}", null, $"1 to {LongestText} characters");

    private static TimeOnly Time(string key, string? text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
        ? time
        : throw Wrong(key, text, "a time like 12:00");

    public static int InRange(string key, int value, int least, int most) => value >= least && value <= most ? value : throw Wrong(key, $"{value}", $"between {least} and {most}");

    public static SettingsException Wrong(string key, string? value, string right) =>
        new($"config/{Name}, key {key},", value is null ? "is missing or not usable" : $"is '{value}'", right);
}

/// <summary>Minutes past the due time.</summary>
internal sealed record LadderFile(int Owner, int Coordinator, int Supervisor)
{
    private const int Most = 100_000;

    public Ladder Read(string key)
    {
        FollowUpsFile.InRange($"{key}.owner", Owner, 1, Most);
        if (Coordinator <= Owner) throw FollowUpsFile.Wrong($"{key}.coordinator", $"{Coordinator}", "more than owner");
        if (Supervisor <= Coordinator) throw FollowUpsFile.Wrong($"{key}.supervisor", $"{Supervisor}", "more than coordinator");
        return new(TimeSpan.FromMinutes(Owner), TimeSpan.FromMinutes(Coordinator), TimeSpan.FromMinutes(FollowUpsFile.InRange($"{key}.supervisor", Supervisor, 1, Most)));
    }
}
