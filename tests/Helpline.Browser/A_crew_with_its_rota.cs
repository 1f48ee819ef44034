using Helpline.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpline.Browser;

[Collection(Product.AfterTheCall)]
public class A_crew_with_its_rota(Product product)
{
    [Theory, InlineData("kk", 1440), InlineData("ru", 360), InlineData("en", 1440)]
    public async Task Sees_the_week_and_its_holes_and_the_supervisor_fills_them(string language, int width)
    {
        await product.HasRota();
        var seat = await CounselorSeat.Open(product, language, width);
        await seat.TakesPlace("supervisor1");
        await seat.Goes("Nav.Shifts");
        await Expect(seat.Page.Locator(".rota-day")).ToHaveCountAsync(7);
        await seat.Page.GetByLabel(seat.Words["Shifts.WeekAfter"]).ClickAsync();
        await Expect(seat.Page.Locator(".rota-shift").First).ToBeVisibleAsync();
        await Expect(seat.Page.Locator(".rota-gap").First).ToBeVisibleAsync();
        await Fits(seat.Page, $"{language}-rota-{width}");
        await seat.Page.Locator(".rota-shift .button").First.ClickAsync();
        await Expect(seat.Page.Locator("#shift-from")).ToBeVisibleAsync();
        await seat.Page.Locator("#shift-to").FillAsync("2020-01-01T08:00");
        await seat.Page.GetByRole(AriaRole.Button, new() { Name = seat.Words["Shifts.Save"], Exact = true }).ClickAsync();
        await Expect(seat.Page.GetByText(seat.Words["ShiftFault.EndsBeforeItBegins"])).ToBeVisibleAsync();
        await Fits(seat.Page, $"{language}-rota-form-{width}");
        await seat.Page.Keyboard.PressAsync("Escape");
        await seat.Leaves();
    }

    [Theory, InlineData("ru", 1440), InlineData("kk", 360)]
    public async Task Lets_a_counselor_sign_up_with_one_click(string language, int width)
    {
        await product.HasRota();
        var seat = await CounselorSeat.Open(product, language, width);
        await seat.TakesPlace("counselor1");
        await seat.Goes("Nav.Shifts");
        var open = seat.Page.Locator("[aria-labelledby=open-title] .rota-line");
        await Expect(open.First).ToBeVisibleAsync();
        await Fits(seat.Page, $"{language}-my-shifts-{width}");
        var label = await open.First.GetByRole(AriaRole.Button).GetAttributeAsync("aria-label");
        await open.First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(seat.Page.GetByLabel(label!, new() { Exact = true })).ToHaveCountAsync(0);
        await seat.Leaves();
    }

    [Theory, InlineData("kk", 1440), InlineData("ru", 360), InlineData("en", 1440)]
    public async Task Sees_how_many_are_needed_and_what_if(string language, int width)
    {
        await product.HasRota();
        await PastDays.Fill(product);
        var seat = await CounselorSeat.Open(product, language, width);
        await seat.TakesPlace("supervisor1");
        await seat.Goes("Nav.Staffing");
        await Expect(seat.Page.Locator(".need tbody tr")).ToHaveCountAsync(24);
        await seat.Page.GetByLabel(seat.Words["Staffing.Volume"]).FillAsync("200");
        await Expect(seat.Page.Locator(".what-if strong").First).ToHaveTextAsync("200 %");
        await seat.Page.Locator("details summary", new() { HasText = seat.Words["Metrics.AsTable"] }).ClickAsync();
        await Fits(seat.Page, $"{language}-staffing-{width}");
        await seat.Leaves();
    }

    private static async Task Fits(IPage page, string name)
    {
        await page.Fits();
        await page.IsOpenToEverybody(name);
    }
}
