using System.Globalization;

namespace Helpline.Domain.Organizations;

/// <summary>The hours of a week as people write them: a text for each day from Monday, as <c>09:00-13:00, 14:00-18:00</c>; empty for closed.</summary>
public static class WeekHours
{
    /// <returns>Minutes of the week; null when the text is not understood.</returns>
    /// <param name="day">0 for Monday.</param>
    public static IReadOnlyList<(int From, int Until)>? Read(int day, string? text)
    {
        var spans = new List<(int From, int Until)>();
        foreach (var span in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (span.Split('-', '–') is not [var from, var until] || Minute(from) is not { } start || Minute(until) is not { } end || start == OpenTime.Day || start == end) return null;
            spans.Add((day * OpenTime.Day + start, day * OpenTime.Day + (end < start ? end + OpenTime.Day : end)));
        }
        return spans;
    }

    public static IReadOnlyList<string> Write(IEnumerable<OpenTime> times)
    {
        var days = times.OrderBy(t => t.From).ToLookup(t => t.From / OpenTime.Day, t => $"{Clock(t.From)}-{(t.Until % OpenTime.Day == 0 ? "24:00" : Clock(t.Until))}");
        return [.. Enumerable.Range(0, 7).Select(day => string.Join(", ", days[day]))];
    }

    private static int? Minute(string text) => text.Trim() switch
    {
        "24:00" => OpenTime.Day,
        var time when TimeOnly.TryParseExact(time, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) => at.Hour * 60 + at.Minute,
        _ => null,
    };

    private static string Clock(int minute) => $"{minute % OpenTime.Day / 60:00}:{minute % 60:00}";
}
