using System.Globalization;
using Helpline.Contracts.Journals;
using Helpline.Server.Metrics;

namespace Helpline.Server.Journals;

/// <summary>Rows of one hour of the week by the clock of the line, as <c>1.9</c> for Mondays from 9 to 10; an hour that clocks repeat counts twice.</summary>
internal static class WeekHours
{
    private static readonly string[] All = [.. Enumerable.Range(0, 168).Select(i => $"{i / 24 + 1}.{i % 24}")];

    public static string Of(DateTime local) => $"{((int)local.DayOfWeek + 6) % 7 + 1}.{local.Hour}";

    public static IEnumerable<JournalChoice> Choices(JournalWords words)
    {
        var days = CultureInfo.GetCultureInfo(words.Language).DateTimeFormat.DayNames;
        return All.Select((code, i) => new JournalChoice(code, $"{days[(i / 24 + 1) % 7]}, {i % 24:00}:00–{i % 24:00}:59"));
    }

    /// <summary>A database knows no zones: they are sought as the hours of UTC that the period has of them.</summary>
    public static IQueryable<T> Narrow<T>(IQueryable<T> rows, string value, JournalScope scope) where T : IJournalRow
    {
        List<int> hours = [.. MeasuredHours.Each(scope.Period.Begin, scope.Period.End).Where(hour => Of(TimeZoneInfo.ConvertTimeFromUtc(hour, scope.Zone)) == value).Select(Number)];
        return rows.Where(r => hours.Contains((r.At.Year * 1000 + r.At.DayOfYear) * 100 + r.At.Hour));
    }

    private static int Number(DateTime hour) => (hour.Year * 1000 + hour.DayOfYear) * 100 + hour.Hour;
}
