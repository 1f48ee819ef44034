using System.Globalization;
using System.Text;
using Helpline.Contracts.Catalog;
using Helpline.Server.Catalog;

namespace Helpline.Server.Visits;

/// <summary>What a calendar says of a visit or a shift. Times are UTC.</summary>
/// <param name="IsSure">It needs no confirming any more.</param>
/// <param name="Area">Code of <c>areas</c>; null for a shift.</param>
/// <param name="Number">What people call the visit; null for a shift.</param>
internal sealed record CalendarEntry(Guid Id, DateTime From, DateTime To, bool IsSure, string? Area, string? Number);

/// <summary>
/// Visits and shifts in iCalendar (RFC 5545): the word, and of a visit the area and the number. A calendar is on telephones and with
/// strangers, so no name and no address. Written here line by line: for a busy worker's thousand events a library took too long.
/// </summary>
internal static class CalendarText
{
    // Octets of a line, without its end (RFC 5545, 3.1).
    private const int Longest = 75;
    private static readonly Words Title = new("Үйге бару", "Визит", "Visit");
    private static readonly Words ShiftTitle = new("Ауысым", "Смена", "Shift");

    public static string Of(IEnumerable<CalendarEntry> entries, Catalogs catalogs, string language, DateTime now)
    {
        var areas = catalogs.Lists.First(l => l.Code == "areas").Items.ToDictionary(i => i.Code, i => In(i.Label ?? i.Text, language));
        var (visit, shift) = (In(Title, language), In(ShiftTitle, language));
        var text = new StringBuilder().Line("BEGIN:VCALENDAR").Line("VERSION:2.0").Line("PRODID:-//Helpline//Visits//EN");
        var stamp = Utc(now);
        foreach (var entry in entries)
            text.Line("BEGIN:VEVENT").Line($"UID:{entry.Id:N}@helpline").Line($"DTSTAMP:{stamp}").Line($"DTSTART:{Utc(entry.From)}").Line($"DTEND:{Utc(entry.To)}")
                .Line($"SUMMARY:{Escaped(entry.Area is { } area ? $"{visit}, {areas.GetValueOrDefault(area, area)}, {entry.Number}" : shift)}")
                .Line("CLASS:PRIVATE").Line(entry.IsSure ? "STATUS:CONFIRMED" : "STATUS:TENTATIVE").Line("END:VEVENT");
        return text.Line("END:VCALENDAR").ToString();
    }

    /// <summary>Folded where it is too long, and never inside a letter.</summary>
    private static StringBuilder Line(this StringBuilder text, string line)
    {
        if (Encoding.UTF8.GetByteCount(line) <= Longest) return text.Append(line).Append("\r\n");
        var (room, written) = (Longest, 0);
        for (var at = 0; at < line.Length;)
        {
            Rune.DecodeFromUtf16(line.AsSpan(at), out var letter, out var length);
            if (letter.Utf8SequenceLength > room)
            {
                text.Append(line, written, at - written).Append("\r\n ");
                (room, written) = (Longest - 1, at);
            }
            (room, at) = (room - letter.Utf8SequenceLength, at + length);
        }
        return text.Append(line, written, line.Length - written).Append("\r\n");
    }

    private static string Escaped(string words) =>
        words.ReplaceLineEndings("\n").Replace("\\", "\\\\").Replace(";", "\\;").Replace(",", "\\,").Replace("\n", "\\n");

    private static string Utc(DateTime at) => at.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string In(Words words, string language) => language switch
    {
        "kk" => words.Kk,
        "ru" => words.Ru,
        _ => words.En,
    };
}
