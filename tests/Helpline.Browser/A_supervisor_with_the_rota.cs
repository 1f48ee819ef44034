using Helpline.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpline.Browser;

[Collection(Product.AfterTheCall)]
public class A_supervisor_with_the_rota(Product product)
{
    private const string Hours = "18:00–21:00";

    [Theory, InlineData("kk", 1440, 14), InlineData("ru", 360, 15), InlineData("en", 1440, 16)]
    public async Task Enters_a_shift_of_every_week_and_says_why_nobody_is_needed_when_she_takes_it_back(string language, int width, int daysAhead)
    {
        var first = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(daysAhead));
        var seat = await CounselorSeat.Open(product, language, width);
        await seat.TakesPlace("supervisor1");
        await seat.Page.GotoAsync($"/shifts?from={first:yyyy-MM-dd}");
        var (weekly, shift) = (seat.Page.Locator("[aria-labelledby=weekly-title] li", new() { HasText = Hours }), seat.Page.Locator(".rota-day").First.Locator(".rota-shift", new() { HasText = Hours }));

        await Enter(seat, first);
        await Expect(weekly).ToContainTextAsync("Марина Ким");
        await Expect(shift).ToContainTextAsync("Марина Ким");
        await Fits(seat.Page, $"{language}-weekly-{width}");

        await shift.GetByRole(AriaRole.Button).ClickAsync();
        var form = seat.Page.GetByRole(AriaRole.Dialog);
        await TakesBack(seat, form, "Shifts.Remove", $"{language}-rota-refused-{width}");
        await Expect(form).ToHaveCountAsync(0);
        await Expect(shift).ToHaveCountAsync(0);
        await TakesBack(seat, weekly, "Shifts.Weekly.End", $"{language}-weekly-refused-{width}");
        await Expect(weekly).ToHaveCountAsync(0);
        await seat.Leaves();
    }

    private static async Task Enter(CounselorSeat seat, DateOnly first)
    {
        await seat.Page.GetByText(seat.Words["Shifts.Weekly.New"]).ClickAsync();
        var form = seat.Page.Locator(".rota-form");
        await form.Locator("#weekly-day").SelectOptionAsync($"{first.DayOfWeek}");
        await form.GetByLabel(seat.Words["Shifts.Weekly.Begins"], new() { Exact = true }).FillAsync(Hours[..5]);
        await form.GetByLabel(seat.Words["Shifts.Weekly.Ends"], new() { Exact = true }).FillAsync(Hours[^5..]);
        await form.GetByLabel(seat.Words["Shifts.Weekly.FirstDay"]).FillAsync($"{first:yyyy-MM-dd}");
        await form.GetByLabel(seat.Words["Shifts.Counselor"]).SelectOptionAsync("counselor3");
        await form.GetByRole(AriaRole.Button, new() { Name = seat.Words["Shifts.Weekly.Make"] }).ClickAsync();
    }

    /// <summary>Refused at first, with the hours; done once she has said why.</summary>
    private static async Task TakesBack(CounselorSeat seat, ILocator of, string how, string picture)
    {
        var button = of.GetByRole(AriaRole.Button, new() { Name = seat.Words[how], Exact = true });
        await button.ClickAsync();
        await Expect(of.Locator(".rota-refused")).ToContainTextAsync(seat.Words["Shifts.RingsNobody"]);
        await Expect(of.Locator(".rota-refused li").First).ToContainTextAsync(Hours);
        await Fits(seat.Page, picture);
        await of.GetByLabel(seat.Words["Shifts.Reason"]).FillAsync("Жөндеу күні");
        await button.ClickAsync();
    }

    private static async Task Fits(IPage page, string name)
    {
        await page.Fits();
        await page.IsOpenToEverybody(name);
    }
}
