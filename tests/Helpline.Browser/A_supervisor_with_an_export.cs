using System.IO.Compression;
using System.Xml.Linq;
using Helpline.Browser.Support;
using Helpline.Domain.Contacts;
using Helpline.Domain.Journals;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpline.Browser;

[Collection(Product.AfterTheCall)]
public class A_supervisor_with_an_export(Product product)
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Theory, InlineData("kk", 1440, 41), InlineData("ru", 360, 42), InlineData("en", 1440, 43)]
    public async Task Sees_how_far_one_is_cancels_it_and_opens_another_that_says_what_is_in_it(string language, int width, int daysAgo)
    {
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-daysAgo);
        await product.Had(day, Channel.WalkIn, 3);
        await product.Had(day, Channel.Call, 2);
        var runs = await Writes(day, language);
        var seat = await CounselorSeat.Open(product, language, width);
        await seat.TakesPlace("supervisor1");
        await seat.Page.GotoAsync($"/journals/contacts?from={day:yyyy-MM-dd}&to={day:yyyy-MM-dd}&channel=WalkIn");
        await Expect(seat.Page.Locator(".journal tbody tr")).ToHaveCountAsync(3);

        await SeesHowFar(seat, runs, $"{language}-export-runs-{width}");
        var file = await Fetches(seat);
        Assert.Equal($"contacts-{day:yyyyMMdd}-{day:yyyyMMdd}.xlsx", file.SuggestedFilename);
        var filter = $"{await seat.Page.Locator("label[for=filter-channel]").InnerTextAsync()}: {await seat.Page.Locator("#filter-channel option:checked").InnerTextAsync()}";
        var rows = await Rows(await file.PathAsync());
        // Eight rows before those of the journal, and two after.
        Assert.Equal((8 + 3 + 2, filter, "3"), (rows.Count, rows[2][1], rows[^1][1]));
        await Fits(seat.Page, $"{language}-export-done-{width}");
        await seat.Leaves();
    }

    /// <summary>Another node is at a journal of a hundred thousand rows.</summary>
    private Task<Guid> Writes(DateOnly day, string language) => product.Services.GetRequiredService<Transactions>().Run(async db =>
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var export = new JournalExport { Id = Guid.CreateVersion7(), Maker = "supervisor1", Journal = "contacts", Format = ExportFormat.Csv, Language = language, From = day, To = day, Filter = "", CreatedAt = now };
        export.Begin(100_000, now);
        db.JournalExports.Add(export);
        await db.SaveChangesAsync();
        return export.Id;
    });

    /// <returns>Whether the other node is to go on.</returns>
    private Task<bool> Has(Guid export, int rows) => product.Services.GetRequiredService<Transactions>().Run(async db =>
    {
        // Heard of late enough for no sweep to take it over, however slow the story is.
        var goesOn = (await db.JournalExports.SingleAsync(e => e.Id == export)).Progress(1, rows, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(10));
        await db.SaveChangesAsync();
        return goesOn;
    });

    private async Task SeesHowFar(CounselorSeat seat, Guid export, string picture)
    {
        var (run, bar) = (seat.Page.Locator(".exports li").First, seat.Page.Locator(".exports progress"));
        foreach (var rows in new[] { 24_000, 61_000 })
        {
            Assert.True(await Has(export, rows));
            await Expect(bar).ToHaveAttributeAsync("value", $"{rows}");
        }
        await Expect(bar).ToHaveAttributeAsync("max", "100000");
        await Fits(seat.Page, picture);
        await run.GetByRole(AriaRole.Button, new() { Name = seat.Words["Cancel"] }).ClickAsync();
        await Expect(run).ToContainTextAsync(seat.Words["ExportState.Cancelled"]);
        await Expect(bar).ToHaveCountAsync(0);
        Assert.False(await Has(export, 99_000));
    }

    private static async Task<IDownload> Fetches(CounselorSeat seat)
    {
        await seat.Button("Export.Xlsx").ClickAsync();
        // The newest is first; until this one is, the cancelled one is, without a file.
        var link = seat.Page.Locator(".exports li").First.GetByRole(AriaRole.Link, new() { Name = seat.Words["Export.Download"] });
        await Expect(link).ToBeVisibleAsync();
        return await seat.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
    }

    private static async Task<List<List<string>>> Rows(string workbook)
    {
        await using var zip = await ZipFile.OpenReadAsync(workbook, TestContext.Current.CancellationToken);
        await using var sheet = await zip.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync(TestContext.Current.CancellationToken);
        var rows = (await XDocument.LoadAsync(sheet, LoadOptions.None, TestContext.Current.CancellationToken)).Descendants(Main + "row");
        return [.. rows.Select(row => row.Elements(Main + "c").Select(cell => cell.Value).ToList())];
    }

    private static async Task Fits(IPage page, string name)
    {
        await page.Fits();
        await page.IsOpenToEverybody(name);
    }
}
