using System.Text;
using Helpline.Server.Visits;
using Helpline.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Visits;

/// <summary>Read back by a library that did not write it.</summary>
public class A_line_of_a_calendar
{
    [Theory]
    [InlineData("center; \"north\", 2\\3")]
    [InlineData("Қалалық әлеуметтік қызмет көрсету орталығының солтүстік-шығыс учаскесі, екінші бригада")]
    [InlineData("a place with 😀 and a second\nline, so long that it does not fit on one line of seventy-five octets")]
    public void Says_what_was_meant_however_long_and_in_whichever_letters(string area)
    {
        using var host = HelplineHost.Start();
        var at = new DateTime(2026, 11, 2, 10, 0, 0, DateTimeKind.Utc);
        var entry = new CalendarEntry(Guid.NewGuid(), at, at.AddHours(1), true, area, "20261102-0001");
        var text = CalendarText.Of([entry, entry with { Id = Guid.NewGuid(), IsSure = false }], host.Services.GetRequiredService<Server.Catalog.Catalogs>(), "kk", at);

        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Equal(2, Ical.Net.Calendar.Load(text)!.Events.Count);
        Assert.All(Ical.Net.Calendar.Load(text)!.Events, e => Assert.Equal(($"Үйге бару, {area}, 20261102-0001", at, at.AddHours(1), "PRIVATE"), (e.Summary, e.Start!.AsUtc, e.End!.AsUtc, e.Class)));
    }
}
