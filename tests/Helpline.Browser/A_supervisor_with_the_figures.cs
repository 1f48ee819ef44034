using Helpline.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpline.Browser;

[Collection(Product.AfterTheCall)]
public class A_supervisor_with_the_figures(Product product)
{
    [Theory, InlineData("kk", 1440), InlineData("ru", 360), InlineData("en", 1440)]
    public async Task Sees_each_beside_its_formula_as_a_picture_and_as_a_table_and_opens_the_calls_behind_it(string language, int width)
    {
        await PastDays.Fill(product);
        var seat = await CounselorSeat.Open(product, language, width);
        await seat.TakesPlace("supervisor1");
        await seat.Goes("Nav.Metrics");
        await seat.Page.GetByRole(AriaRole.Link, new() { Name = seat.Words["Metrics.Month"] }).ClickAsync();
        await Expect(seat.Page.GetByText(seat.Words["Formula.service_level_of_all"])).ToBeVisibleAsync();
        await Expect(seat.Page.Locator(".week-map tbody td")).ToHaveCountAsync(168);
        await Expect(seat.Page.Locator("#days-title")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        Assert.Equal("", await seat.Page.EvaluateAsync<string>(
            "width => [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > width && !e.closest('.scroll, svg')).map(e => e.outerHTML.slice(0, 80)).slice(0, 5).join()", width));
        await seat.Page.IsOpenToEverybody($"{language}-figures-{width}");

        await seat.Page.Locator(".week-map a").First.ClickAsync();
        await Expect(seat.Page.Locator("#filter-weekHour")).Not.ToHaveValueAsync("");
        await seat.Page.GoBackAsync();
        await seat.Page.GetByRole(AriaRole.Link, new() { Name = Said(seat, "Metrics.RowsOf", seat.Words["Figure.occupancy"]) }).ClickAsync();
        await Expect(seat.Page.GetByRole(AriaRole.Heading, new() { Name = seat.Words["CrewTime.Title"] })).ToBeVisibleAsync();
        await Expect(seat.Page.Locator("main tbody tr").First).ToBeVisibleAsync();
        await seat.Page.Fits();
        await seat.Page.IsOpenToEverybody($"{language}-crew-time-{width}");
        await seat.Page.Locator("main tbody a").Last.ClickAsync();
        await Expect(seat.Page.GetByText(seat.Words["CrewTime.Begins"], new() { Exact = true })).ToBeVisibleAsync();
        await seat.Page.Fits();
        await seat.Page.IsOpenToEverybody($"{language}-crew-time-day-{width}");
        await seat.Goes("Nav.Metrics");
        await seat.Page.ShowsItsPlace();
        await Expect(seat.Page.Locator(".week-map tbody td")).ToHaveCountAsync(168);

        await seat.Page.Locator("section[aria-labelledby=hours-title] summary").ClickAsync();
        await Expect(seat.Page.Locator("section[aria-labelledby=hours-title] tbody tr")).ToHaveCountAsync(24);
        await seat.Page.Locator(".counts a").First.ClickAsync();
        await Expect(seat.Page.GetByText(seat.Words["Counted.offered"])).ToBeVisibleAsync();
        await seat.Page.SetViewportSizeAsync(1440, 900);
        await seat.Leaves();
    }

    private static string Said(CounselorSeat seat, string key, string with) => string.Format(System.Globalization.CultureInfo.InvariantCulture, seat.Words[key], with);
}
