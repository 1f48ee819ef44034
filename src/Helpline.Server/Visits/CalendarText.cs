using Helpline.Contracts.Catalog;
using Helpline.Domain.Shifts;
using Helpline.Domain.Visits;
using Helpline.Server.Catalog;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Helpline.Server.Visits;

/// <summary>Visits and shifts in iCalendar (RFC 5545): the word, and of a visit the area and the number. A calendar is on telephones and with strangers, so no name and no address.</summary>
internal static class CalendarText
{
    private static readonly Words Title = new("Үйге бару", "Визит", "Visit");
    private static readonly Words ShiftTitle = new("Ауысым", "Смена", "Shift");

    public static string Of(IEnumerable<Visit> visits, IEnumerable<Shift> shifts, Catalogs catalogs, string language, DateTime now)
    {
        var areas = catalogs.Lists.First(l => l.Code == "areas").Items.ToDictionary(i => i.Code, i => i.Label ?? i.Text);
        var calendar = new Calendar { ProductId = "-//Helpline//Visits//EN" };
        foreach (var visit in visits)
            calendar.Events.Add(new CalendarEvent
            {
                Uid = $"{visit.Id:N}@helpline",
                Summary = $"{In(Title, language)}, {(areas.TryGetValue(visit.Area, out var area) ? In(area, language) : visit.Area)}, {visit.Number}",
                Start = new CalDateTime(visit.PlannedFrom, true),
                End = new CalDateTime(visit.PlannedTo, true),
                DtStamp = new CalDateTime(now, true),
                Class = "PRIVATE",
                Status = visit.State == VisitState.Planned ? EventStatus.Tentative : EventStatus.Confirmed,
            });
        foreach (var shift in shifts)
            calendar.Events.Add(new CalendarEvent
            {
                Uid = $"{shift.Id:N}@helpline",
                Summary = In(ShiftTitle, language),
                Start = new CalDateTime(shift.From, true),
                End = new CalDateTime(shift.To, true),
                DtStamp = new CalDateTime(now, true),
                Class = "PRIVATE",
                Status = EventStatus.Confirmed,
            });
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static string In(Words words, string language) => language switch
    {
        "kk" => words.Kk,
        "ru" => words.Ru,
        _ => words.En,
    };
}
