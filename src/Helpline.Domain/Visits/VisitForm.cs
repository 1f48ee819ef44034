namespace Helpline.Domain.Visits;

/// <summary>What the worker writes of a visit; kept sealed. Codes are of the catalog; times are UTC.</summary>
/// <param name="Seen">Who was seen.</param>
/// <param name="Household">The household, food and housing.</param>
/// <param name="Benefits">Benefits and documents.</param>
/// <param name="Services">Codes of <c>service_kinds</c>: what was given.</param>
/// <param name="DangerSigns">Codes of <c>danger_signs</c>, each answered.</param>
/// <param name="Result">Code of <c>visit_results</c>.</param>
/// <param name="Arrived">When the visit truly began.</param>
/// <param name="NextFrom">When the next visit is.</param>
public sealed record VisitForm(
    string Seen, string Health, string Mood, string Household, string Children, string Benefits, IReadOnlyList<string> Services, string Advice,
    IReadOnlyDictionary<string, bool> DangerSigns, string? Result, DateTime? Arrived, DateTime? Left, int? Minutes, DateTime? NextFrom)
{
    /// <summary>The shape that is sealed now; it rises when a field changes its meaning.</summary>
    public const int Shape = 1;

    /// <summary>Of each text.</summary>
    public const int TextLength = 2000;
    private const int LongestMinutes = 24 * 60;

    /// <summary>Beginning to end, when nobody wrote the minutes themselves.</summary>
    public int Spent => Minutes ?? (int)((Left ?? Arrived) - Arrived ?? TimeSpan.Zero).TotalMinutes;

    public IEnumerable<string> SignsSeen => DangerSigns.Where(sign => sign.Value).Select(sign => sign.Key).Order(StringComparer.Ordinal);

    /// <summary>What keeps the form from being finished: a field and why; null when nothing does.</summary>
    /// <param name="plannedFrom">UTC; of a visit that nobody planned, when it took place.</param>
    /// <param name="signs">The signs of danger that must each be answered.</param>
    public (string Field, string Why)? Wrong(DateTime plannedFrom, IEnumerable<string> signs, VisitRules rules, DateTime now) => this switch
    {
        { Seen: "" } => ("seen", "Say who was seen."),
        { Result: null or "" } => ("result", "Say how the contact went."),
        { Arrived: null } => ("arrived", "Say when the visit began."),
        _ when Arrived > now => ("arrived", "The visit cannot have begun in the future."),
        _ when Arrived < plannedFrom.AddHours(-rules.EarlierHours) => ("arrived", $"The visit cannot have begun more than {rules.EarlierHours} hours before it was planned."),
        { Left: { } left } when left < Arrived => ("left", "The visit cannot have ended before it began."),
        { Left: { } left } when left > now => ("left", "The visit cannot have ended in the future."),
        { Minutes: < 0 or > LongestMinutes } => ("minutes", $"Between 0 and {LongestMinutes} minutes."),
        { NextFrom: { } next } when next < now => ("nextFrom", "The next visit cannot be in the past."),
        { NextFrom: { } next } when next > now.AddDays(rules.AheadDays) => ("nextFrom", $"The next visit is at most {rules.AheadDays} days ahead."),
        _ when signs.FirstOrDefault(sign => !DangerSigns.ContainsKey(sign)) is { } open => ("dangerSigns", $"Answer '{open}' with yes or no."),
        _ => null,
    };

    /// <summary>A text that does not fit; drafts are held to it too.</summary>
    public string? TooLong() => new (string Field, string? Text)[]
        { ("seen", Seen), ("health", Health), ("mood", Mood), ("household", Household), ("children", Children), ("benefits", Benefits), ("advice", Advice) }
        .FirstOrDefault(f => f.Text?.Length > TextLength).Field;
}
