using Hangfire;
using Helpline.Browser.Support;
using Helpline.Domain.Contacts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpline.Browser;

[Collection(Product.AfterTheCall)]
public class A_supervisor_with_a_report(Product product)
{
    [Theory, InlineData("kk", 1440, 1), InlineData("ru", 360, 2), InlineData("en", 1440, 3)]
    public async Task Freezes_a_month_that_is_over_and_sees_and_prints_what_is_known_since_as_a_correction(string language, int width, int monthsAgo)
    {
        // Whatever the hour, nobody but her freezes it.
        product.Services.GetRequiredService<IRecurringJobManager>().RemoveIfExists("freeze-reports");
        var month = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddMonths(-monthsAgo);
        var day = new DateOnly(month.Year, month.Month, 10);
        await product.Had(day, Channel.Call, 2);
        var seat = await CounselorSeat.Open(product, language, width);
        await seat.TakesPlace("supervisor1");
        await seat.Page.GotoAsync($"/reports?period={month:yyyy-MM}");
        var contacts = seat.Page.Locator(".report td", new() { Has = seat.Page.Locator("a[href^='journals/contacts?from=']") });
        var frozen = int.Parse(await contacts.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);

        await seat.Button("Reports.Freeze").ClickAsync();
        await Expect(seat.Button("Reports.Freeze")).ToHaveCountAsync(0);
        await Expect(seat.Page.Locator(".report-head")).ToContainTextAsync("Ерлан Нұрланов");
        await Expect(seat.Page.Locator(".report .correction")).ToHaveCountAsync(0);
        await product.Had(day, Channel.WalkIn, 1);
        await seat.Page.ReloadAsync();

        await Expect(contacts.Locator(".correction")).ToHaveTextAsync(seat.Words["Reports.Now", frozen + 1]);
        await Expect(contacts.GetByRole(AriaRole.Link)).ToHaveTextAsync($"{frozen}");
        var corrections = await seat.Page.Locator(".report .correction").CountAsync();
        await Expect(seat.Page.Locator(".report .notice")).ToHaveTextAsync(seat.Words["Reports.Corrections", corrections]);
        await seat.Page.Fits();
        await seat.Page.IsOpenToEverybody($"{language}-report-corrected-{width}");
        await Prints(seat, $"{language}-report-corrected-print-{width}");
        await seat.Leaves();
    }

    private static async Task Prints(CounselorSeat seat, string picture)
    {
        await seat.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(seat.Page.Locator(".report .notice")).ToBeVisibleAsync();
        await Expect(seat.Page.Locator(".report .correction").First).ToBeVisibleAsync();
        await Expect(seat.Page.Locator(".signature-line").First).ToBeVisibleAsync();
        await Expect(seat.Button("Print")).ToHaveCountAsync(0);
        await Expect(seat.Page.GetByRole(AriaRole.Banner)).ToBeHiddenAsync();
        await seat.Page.IsOpenToEverybody(picture);
        await seat.Page.EmulateMediaAsync(new() { Media = Media.Screen });
    }
}
