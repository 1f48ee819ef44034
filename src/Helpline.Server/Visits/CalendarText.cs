using System.Text;
using Helpline.Contracts.Catalog;
using Helpline.Server.Catalog;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Helpline.Server.Visits;

/// <summary>What a calendar says of a visit or a shift. Times are UTC.</summary>
/// <param name="IsSure">It needs no confirming any more.</param>
/// <param name="Area">Code of <c>areas</c>; null for a shift.</param>
/// <param name="Number">What people call the visit; null for a shift.</param>
internal sealed record CalendarEntry(Guid Id, DateTime From, DateTime To, bool IsSure, string? Area, string? Number);

/// <summary>Visits and shifts in iCalendar (RFC 5545): the word, and of a visit the area and the number. A calendar is on telephones and with strangers, so no name and no address.</summary>
internal static class CalendarText
{
    private const string End = "END:VCALENDAR";
    private static readonly Words Title = new("Үйге бару", "Визит", "Visit");
    private static readonly Words ShiftTitle = new("Ауысым", "Смена", "Shift");

    public static string Of(IEnumerable<CalendarEntry> entries, Catalogs catalogs, string language, DateTime now)
    {
        var areas = catalogs.Lists.First(l => l.Code == "areas").Items.ToDictionary(i => i.Code, i => In(i.Label ?? i.Text, language));
        var frame = new CalendarSerializer().SerializeToString(new Calendar { ProductId = "-//Helpline//Visits//EN" })!;
        // The library writes events one by one in half the time that it takes for a calendar which holds them.
        var (text, events, stamp) = (new StringBuilder(), new EventSerializer(), new CalDateTime(now, true));
        foreach (var entry in entries)
            text.Append(events.SerializeToString(new CalendarEvent
            {
                Uid = $"{entry.Id:N}@helpline",
                Summary = entry.Area is { } area ? $"{In(Title, language)}, {areas.GetValueOrDefault(area, area)}, {entry.Number}" : In(ShiftTitle, language),
                Start = new CalDateTime(entry.From, true),
                End = new CalDateTime(entry.To, true),
                DtStamp = stamp,
                Class = "PRIVATE",
                Status = entry.IsSure ? EventStatus.Confirmed : EventStatus.Tentative,
            }));
        return frame.Insert(frame.IndexOf(End, StringComparison.Ordinal), text.ToString());
    }

    private static string In(Words words, string language) => language switch
    {
        "kk" => words.Kk,
        "ru" => words.Ru,
        _ => words.En,
    };
}
