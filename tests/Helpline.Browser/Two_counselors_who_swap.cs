using Helpline.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpline.Browser;

[Collection(Product.AfterTheCall)]
public class Two_counselors_who_swap(Product product)
{
    [Theory, InlineData("kk", 1440, 6), InlineData("ru", 360, 9), InlineData("en", 1440, 12)]
    public async Task Have_each_others_shift_once_the_supervisor_says_why_the_hours_may_ring_nobody(string language, int width, int hour)
    {
        var (hers, other) = (await product.HasShift("counselor1", 20, hour), await product.HasShift("counselor2", 22, hour));
        var hours = $"{hour:00}:00–{hour + 3:00}:00";

        var aigul = await Enters(language, width, "counselor1");
        await aigul.Page.Locator("[aria-labelledby=mine-title] li", new() { HasText = hours }).Last.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(Swap(aigul, hours).GetByRole(AriaRole.Button, new() { Name = aigul.Words["Shifts.Swap.Withdraw"] })).ToBeVisibleAsync();
        await aigul.Leaves();

        var dana = await Enters(language, width, "counselor2");
        await Swap(dana, hours).Locator("select").SelectOptionAsync($"{other.Id}");
        await Fits(dana.Page, $"{language}-swap-taking-{width}");
        await Swap(dana, hours).GetByRole(AriaRole.Button, new() { Name = dana.Words["Shifts.Swap.Take"] }).ClickAsync();
        await Expect(Swap(dana, hours)).ToContainTextAsync(dana.Words["Shifts.Swap.Waits"]);
        await dana.Leaves();

        var yerlan = await Enters(language, width, "supervisor1");
        await Approves(yerlan, hours, $"{language}-swap-refused-{width}");
        await Expect(Whose(yerlan, hours)).ToHaveTextAsync("Dana Akhmet");
        await yerlan.Page.GotoAsync($"/shifts?from={other.From.AddHours(5):yyyy-MM-dd}");
        await Expect(Whose(yerlan, hours)).ToHaveTextAsync("Айгүл Сапарова");
        await Fits(yerlan.Page, $"{language}-swap-approved-{width}");
        await yerlan.Leaves();

        async Task Approves(CounselorSeat seat, string swapped, string picture)
        {
            await seat.Page.GotoAsync($"/shifts?from={hers.From.AddHours(5):yyyy-MM-dd}");
            await Expect(Whose(seat, swapped)).ToHaveTextAsync("Айгүл Сапарова");
            var swap = seat.Page.Locator("[aria-labelledby=decide-title] li", new() { HasText = swapped });
            var approve = swap.GetByRole(AriaRole.Button, new() { Name = seat.Words["Shifts.Swap.Approve"] });
            await approve.ClickAsync();
            await Expect(swap.GetByRole(AriaRole.Alert)).ToContainTextAsync(seat.Words["Shifts.RingsNobody"]);
            await Expect(swap.Locator(".rota-refused li")).ToContainTextAsync(swapped);
            await Fits(seat.Page, picture);
            await swap.GetByLabel(seat.Words["Shifts.Reason"]).FillAsync("Орысша сөйлейтін басқа ешкім жоқ");
            await approve.ClickAsync();
            await Expect(swap).ToHaveCountAsync(0);
        }
    }

    private async Task<CounselorSeat> Enters(string language, int width, string userName)
    {
        var seat = await CounselorSeat.Open(product, language, width);
        await seat.TakesPlace(userName);
        await seat.Goes("Nav.Shifts");
        return seat;
    }

    private static ILocator Swap(CounselorSeat seat, string hours) => seat.Page.Locator("[aria-labelledby=swaps-title] li", new() { HasText = hours });

    /// <summary>On the first day that is shown.</summary>
    private static ILocator Whose(CounselorSeat seat, string hours) => seat.Page.Locator(".rota-day").First.Locator(".rota-shift", new() { HasText = hours }).GetByRole(AriaRole.Button);

    private static async Task Fits(IPage page, string name)
    {
        await page.Fits();
        await page.IsOpenToEverybody(name);
    }
}
