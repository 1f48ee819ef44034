using System.Globalization;
using Helpline.Domain.Line;
using Helpline.Server.Hosting;

namespace Helpline.Server.Line;

/// <summary>Hours of a week as people write them: <c>09:00-18:00</c>, several after commas, an empty text for closed.</summary>
/// <param name="file">Named when a text is wrong.</param>
internal sealed class HoursText(string file)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <exception cref="SettingsException">A day is missing or its text is wrong.</exception>
    public OpeningHours Week(string key, Dictionary<string, string>? hours)
    {
        var spans = new List<OpenSpan>();
        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            var name = $"{key}.{CultureInfo.InvariantCulture.TextInfo.ToLower(day.ToString())}";
            if (hours is null || !hours.TryGetValue(name[(key.Length + 1)..], out var text)) throw Wrong(name, null, "a span like 09:00-18:00, or an empty text for closed");
            spans.AddRange(Spans(name, day, text));
        }
        if (hours!.Keys.FirstOrDefault(k => !Enum.TryParse<DayOfWeek>(k, ignoreCase: true, out _)) is { } odd) throw Wrong($"{key}.{odd}", odd, "monday to sunday");
        return new(spans);
    }

    public IEnumerable<OpenSpan> Spans(string key, DayOfWeek day, string? text) =>
        (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(span => Span(key, day, span));

    private OpenSpan Span(string key, DayOfWeek day, string text)
    {
        if (text.Split('-') is not [var from, var until] || Time(from) is not { } start || Time(until) is not { } end || start == Day || start == end)
            throw Wrong(key, text, "spans like 09:00-18:00, in 24 hours, several after commas");
        return new(day, start, end < start ? end + Day : end);
    }

    private static TimeSpan? Time(string text) => text.Trim() switch
    {
        "24:00" => Day,
        var time when TimeSpan.TryParseExact(time, @"hh\:mm", CultureInfo.InvariantCulture, out var value) => value,
        _ => null,
    };

    private SettingsException Wrong(string key, string? value, string right) =>
        new($"{file}, key {key},", value is null ? "is missing" : $"is '{value}'", right);
}
