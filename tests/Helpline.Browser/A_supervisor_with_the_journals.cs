using Helpline.Browser.Support;
using Helpline.Domain.Contacts;
using Helpline.Domain.Visits;
using Helpline.Server.Data;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace Helpline.Browser;

[Collection(Product.AfterTheCall)]
public class A_supervisor_with_the_journals(Product product)
{
    [Theory, InlineData("kk", 1440), InlineData("ru", 360), InlineData("en", 1440)]
    public async Task Reads_them_exports_one_and_goes_from_a_figure_to_its_rows(string language, int width)
    {
        await Fill();
        var seat = await CounselorSeat.Open(product, language, width);
        await seat.TakesPlace("supervisor1");
        await seat.Goes("Nav.Journals");
        await seat.Page.ShowsItsPlace();
        foreach (var journal in new[] { 3, 6 })
        {
            await seat.Page.Locator(".tabs a").Nth(journal).ClickAsync();
            await Expect(seat.Page.Locator(".journal tbody tr").First).ToBeVisibleAsync();
            await seat.Page.Fits();
            await seat.Page.BreaksNoWord(".journal");
            await seat.Page.IsOpenToEverybody($"{language}-journal-{journal}-{width}");
        }
        await seat.Page.Locator(".tabs a").Nth(4).ClickAsync();
        await Expect(seat.Page.Locator(".journal tbody tr").First).ToBeVisibleAsync();
        await seat.Button("Export.Xlsx").ClickAsync();
        await Expect(seat.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = seat.Words["Export.Download"] }).First).ToBeVisibleAsync();
        await seat.Page.Fits();
        await seat.Page.IsOpenToEverybody($"{language}-journals-{width}");

        await seat.Goes("Nav.Reports");
        await Expect(seat.Page.Locator(".report h3").First).ToBeVisibleAsync();
        await seat.Page.Fits();
        await seat.Page.IsOpenToEverybody($"{language}-report-{width}");
        await seat.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        await Expect(seat.Page.Locator(".signatures")).ToBeVisibleAsync();
        await seat.Page.IsOpenToEverybody($"{language}-report-print-{width}");
        await seat.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Screen });
        await seat.Page.Locator(".report a[href^='journals/visits?state=Missed']").ClickAsync();
        await Expect(seat.Page.Locator("#filter-state")).ToHaveValueAsync("Missed");
        await Expect(seat.Page.Locator(".journal tbody tr").First).ToBeVisibleAsync();
        await seat.Leaves();
    }

    [Theory, InlineData("kk", 1440), InlineData("ru", 360)]
    public async Task And_an_auditor_see_what_they_came_for(string language, int width)
    {
        await Fill();
        var seat = await CounselorSeat.Open(product, language, width);
        await seat.TakesPlace("auditor1");
        await seat.Page.GotoAsync("/audit");
        await Expect(seat.Page.GetByLabel(seat.Words["Audit.Number"])).ToBeVisibleAsync();
        await seat.Page.IsOpenToEverybody($"{language}-audit-{width}");
        await seat.Leaves();
    }

    /// <summary>This month's visits and contacts.</summary>
    private Task Fill() => product.Services.GetRequiredService<Transactions>().Run(async db =>
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-1);
        for (var i = 0; i < 6; i++)
        {
            var id = Guid.CreateVersion7();
            var visit = new Visit { Id = id, Number = $"{id:N}"[^12..], Area = "center", Kind = VisitKind.Visit, Priority = 2, PlannedFrom = now, PlannedTo = now.AddHours(1), Worker = "social1", PlannedBy = "social1", PlannedAt = now };
            if (i % 2 == 0) visit.Miss("refused", null, now);
            db.Visits.Add(visit);
            db.Contacts.Add(new Contact { Id = id, Number = $"{id:N}"[^12..], Channel = (Channel)(i % 5), StartedAt = now, Counselor = "counselor1", Language = "kk" });
        }
        return await db.SaveChangesAsync();
    });
}
