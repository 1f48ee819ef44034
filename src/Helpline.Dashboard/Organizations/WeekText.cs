using System.Globalization;

namespace Helpline.Dashboard.Organizations;

/// <summary>The hours of a week in few words: days with the same hours stand together.</summary>
internal static class WeekText
{
    private const int Days = 7;

    /// <param name="hours">Seven texts, from Monday on.</param>
    /// <param name="always">What to say when it never closes.</param>
    public static IEnumerable<string> Of(IReadOnlyList<string> hours, string always)
    {
        if (hours.All(day => day == "00:00-24:00")) return [always];
        var lines = new List<string>();
        for (var first = 0; first < Days;)
        {
            var next = first + 1;
            while (next < Days && hours[next] == hours[first]) next++;
            if (hours[first].Length > 0) lines.Add($"{(next - first == 1 ? Day(first) : $"{Day(first)}–{Day(next - 1)}")} {hours[first].Replace('-', '–')}");
            first = next;
        }
        return lines;
    }

    /// <param name="day">0 for Monday.</param>
    public static string Day(int day) => CultureInfo.CurrentCulture.DateTimeFormat.AbbreviatedDayNames[(day + 1) % Days];
}
