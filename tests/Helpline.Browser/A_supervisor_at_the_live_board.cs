using Helpline.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpline.Browser;

[Collection(Product.Line)]
public class A_supervisor_at_the_live_board(Product product)
{
    [Theory]
    [InlineData("kk", "1", "counselor1", 1440)]
    [InlineData("ru", "2", "counselor3", 360)]
    [InlineData("en", "3", "counselor2", 1440)]
    public async Task Sees_the_room_says_something_to_a_counselor_and_hangs_the_screen_on_the_wall(string language, string digit, string userName, int width)
    {
        var seat = await CounselorSeat.Open(product, language);
        await seat.TakesPlace(userName);
        await seat.BecomesAvailable();
        var caller = await TestPhone.Open(product, language);
        await caller.Rings(digit);
        await seat.Accepts();
        var second = await TestPhone.Open(product, language);
        await second.Rings(digit);

        var supervisor = await CounselorSeat.Open(product, language);
        await supervisor.TakesPlace("supervisor1");
        await supervisor.Goes("Nav.Live");
        await supervisor.Page.SetViewportSizeAsync(width, 900);
        await Expect(supervisor.Page.Locator("section[aria-labelledby=live-talks] .row")).ToHaveCountAsync(1);
        await Expect(supervisor.Page.Locator("section[aria-labelledby=live-waiting] .row")).ToHaveCountAsync(1);
        await Expect(supervisor.Page.Locator(".tile")).ToHaveCountAsync(5);
        await Looks(supervisor, width, $"{language}-live-{width}");

        await LeadsElsewhere(supervisor, width, language, from: language == "ru" ? "kk" : "ru");
        await GivesToSomebody(supervisor, width, language);

        await supervisor.Page.Locator("section[aria-labelledby=counselors-title]").GetByRole(AriaRole.Button, new() { Name = supervisor.Words["Live.MessageTo"].Split('{')[0].Trim() }).First.ClickAsync();
        await supervisor.Page.Locator(".say input").FillAsync("Жарайсың!");
        await supervisor.Page.Locator(".say button[type=submit]").ClickAsync();
        await Expect(seat.Page.Locator(".help-wanted").GetByText("Жарайсың!")).ToBeVisibleAsync();
        await seat.Button("Live.Read").ClickAsync();

        await seat.Button("Help.Ask").ClickAsync();
        await Expect(supervisor.Button("Help.Dismiss")).ToBeVisibleAsync();
        await Looks(supervisor, width, $"{language}-live-help-{width}");
        await supervisor.Page.GetByRole(AriaRole.Link, new() { Name = supervisor.Words["Live.Wall"] }).ClickAsync();
        await Expect(supervisor.Page.Locator(".wall .tile")).ToHaveCountAsync(5);
        var wall = await supervisor.Page.Locator("body").InnerTextAsync();
        Assert.All(await Names(seat), name => Assert.DoesNotContain(name, wall, StringComparison.Ordinal));
        await Looks(supervisor, width, $"{language}-wall-{width}");
        await supervisor.Page.Locator(".wall-end a").ClickAsync();
        await supervisor.Page.SetViewportSizeAsync(1440, 900);
        await supervisor.Leaves();

        await second.HangsUp();
        await caller.HangsUp();
        await seat.SeesState("WrapUp");
        await seat.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(seat.Page.GetByText(seat.Words["Idle.Available"])).ToBeVisibleAsync();
        await seat.Leaves();
        foreach (var phone in new[] { caller, second }) await phone.Page.Context.CloseAsync();
    }

    private static async Task LeadsElsewhere(CounselorSeat seat, int width, string language, string from)
    {
        await seat.Page.GetByLabel(seat.Words["Detour.Whose"]).SelectOptionAsync($"Language:{from}");
        await seat.Page.GetByLabel(seat.Words["Detour.To"]).SelectOptionAsync("en");
        await Looks(seat, width, $"{language}-live-detour-{width}");
        await seat.Button("Detour.Make").ClickAsync();
        await Expect(seat.Page.GetByText(seat.Words["Detour.None"])).ToHaveCountAsync(0);
        await Looks(seat, width, $"{language}-live-led-{width}");
        await seat.Page.GetByRole(AriaRole.Button, new() { Name = seat.Words["Detour.LiftOf"].Split('{')[0].Trim() }).ClickAsync();
        await Expect(seat.Page.GetByText(seat.Words["Detour.None"])).ToBeVisibleAsync();
    }

    /// <summary>The caller who waits is asked of whoever talks, when she is free; nothing changes for anybody now.</summary>
    private static async Task GivesToSomebody(CounselorSeat seat, int width, string language)
    {
        var waiting = seat.Page.Locator("section[aria-labelledby=live-waiting]");
        await waiting.GetByRole(AriaRole.Button, new() { Name = seat.Words["Live.GiveCall"] }).ClickAsync();
        await Looks(seat, width, $"{language}-live-give-{width}");
        await waiting.Locator("select").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Expect(waiting.Locator("select")).ToHaveCountAsync(0);
    }

    private static async Task<IEnumerable<string>> Names(CounselorSeat seat) => (await seat.Page.Locator(".counselors .name").AllInnerTextsAsync()).Select(name => name.Trim());

    private static async Task Looks(CounselorSeat seat, int width, string name)
    {
        await seat.Page.Fits();
        await seat.Page.IsOpenToEverybody(name);
    }
}
