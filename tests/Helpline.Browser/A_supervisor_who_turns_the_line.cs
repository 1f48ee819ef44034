using Helpline.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpline.Browser;

[Collection(Product.Line)]
public class A_supervisor_who_turns_the_line(Product product)
{
    [Theory, InlineData("kk", 1440), InlineData("ru", 360), InlineData("en", 1440)]
    public async Task Closes_it_saying_why_and_opens_it_again(string language, int width)
    {
        var supervisor = await AtTheLiveBoard(language);
        await supervisor.Page.SetViewportSizeAsync(width, 900);
        var panel = supervisor.Page.Locator("section[aria-labelledby=line-title]");
        await Turns(supervisor, panel, "Closed", "Жарық сөнді");
        await Expect(panel.GetByRole(AriaRole.Heading)).ToHaveTextAsync($"{supervisor.Words["Line.Title"]}: {supervisor.Words["Line.IsClosed"]}");
        var notice = supervisor.Page.Locator("main > .notice").Filter(new() { HasText = "Жарық сөнді" });
        await Expect(notice).ToBeVisibleAsync();
        await Fits(supervisor.Page, $"{language}-line-closed-{width}");
        var caller = await TestPhone.Open(product, language);
        await caller.Phone.Locator(".ring").ClickAsync();
        await caller.Hears("language-menu");
        await caller.Presses("1");
        await caller.Hears("kk/closed");
        await caller.HangsUp();
        await caller.SeesTheCallEnd();

        await Turns(supervisor, panel, "ByHours", "");
        await Expect(panel.GetByRole(AriaRole.Heading)).ToHaveTextAsync($"{supervisor.Words["Line.Title"]}: {supervisor.Words["Line.IsOpen"]}");
        await Expect(notice).ToBeHiddenAsync();
        await caller.Rings("1");
        await caller.HangsUp();
        await caller.SeesTheCallEnd();
        await caller.Page.Context.CloseAsync();
        await supervisor.Page.SetViewportSizeAsync(1440, 900);
        await supervisor.Leaves();
    }

    [Theory, InlineData("kk"), InlineData("en")]
    public async Task Leads_a_language_elsewhere_and_who_waits_in_it_already_rings_there(string language)
    {
        var (marina, dana) = (await CounselorSeat.Open(product, language), await CounselorSeat.Open(product, language));
        await marina.TakesPlace("counselor3");
        await marina.BecomesAvailable();
        var (talks, waits) = (await TestPhone.Open(product, language), await TestPhone.Open(product, language));
        await talks.Rings("2");
        await marina.Accepts();
        await waits.Rings("2");
        await dana.TakesPlace("counselor2");
        await dana.BecomesAvailable();

        var supervisor = await AtTheLiveBoard(language);
        await Expect(supervisor.Page.Locator("section[aria-labelledby=live-waiting] .row")).ToHaveCountAsync(1);
        await Expect(dana.Ringing).ToBeHiddenAsync();
        await supervisor.Page.GetByLabel(supervisor.Words["Detour.Whose"]).SelectOptionAsync("Language:ru");
        await supervisor.Page.GetByLabel(supervisor.Words["Detour.To"]).SelectOptionAsync("kk");
        await supervisor.Button("Detour.Make").ClickAsync();
        await dana.Accepts();
        await Expect(supervisor.Page.Locator("section[aria-labelledby=live-talks] .row")).ToHaveCountAsync(2);
        await Fits(supervisor.Page, $"{language}-live-led-elsewhere-1440");
        await supervisor.Page.GetByRole(AriaRole.Button, new() { Name = supervisor.Words["Detour.LiftOf"].Split('{')[0].Trim() }).ClickAsync();
        await Expect(supervisor.Page.GetByText(supervisor.Words["Detour.None"])).ToBeVisibleAsync();
        await supervisor.Leaves();
        foreach (var (phone, seat) in new[] { (talks, marina), (waits, dana) }) await Ends(phone, seat);
    }

    private static async Task Turns(CounselorSeat seat, ILocator panel, string order, string reason)
    {
        await panel.GetByLabel(seat.Words["Line.Order"]).SelectOptionAsync(order);
        await panel.GetByLabel(seat.Words["Line.Reason"]).FillAsync(reason);
        await panel.GetByRole(AriaRole.Button).ClickAsync();
    }

    private static async Task Ends(TestPhone phone, CounselorSeat seat)
    {
        await phone.HangsUp();
        await seat.SeesState("WrapUp");
        await seat.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(seat.Page.GetByText(seat.Words["Idle.Available"])).ToBeVisibleAsync();
        await seat.Leaves();
        await phone.Page.Context.CloseAsync();
    }

    private async Task<CounselorSeat> AtTheLiveBoard(string language)
    {
        var supervisor = await CounselorSeat.Open(product, language);
        await supervisor.TakesPlace("supervisor1");
        await supervisor.Goes("Nav.Live");
        return supervisor;
    }

    private static async Task Fits(IPage page, string name)
    {
        await page.Fits();
        await page.IsOpenToEverybody(name);
    }
}
