using Helpline.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpline.Browser;

[Collection(Product.AfterTheCall)]
public class A_counselor_who_looks_for_help(Product product)
{
    [Theory]
    [InlineData("kk", "1", "counselor1", 1440)]
    [InlineData("ru", "2", "counselor3", 360)]
    [InlineData("en", "3", "counselor2", 1440)]
    public async Task Names_an_organization_in_two_key_strokes(string language, string digit, string userName, int width)
    {
        var seat = await CounselorSeat.Open(product, language, width);
        await seat.TakesPlace(userName);
        await seat.BecomesAvailable();
        var caller = await TestPhone.Open(product, language);
        await caller.Rings(digit);
        await seat.Accepts();
        await seat.Page.Locator(".talk-state").ClickAsync();

        await seat.Page.Keyboard.PressAsync("o");
        await Expect(seat.Page.Locator(".picker-list [role=option]").First).ToBeVisibleAsync();
        await seat.Page.IsOpenToEverybody($"{language}-directory-in-call-{width}");
        await seat.Page.Keyboard.PressAsync("Enter");
        await Expect(seat.Page.Locator(".information .tasks > li")).ToHaveCountAsync(1);

        await seat.Summary.FocusAsync();
        await seat.Page.Keyboard.PressAsync("Alt+o");
        await Expect(seat.Page.GetByRole(AriaRole.Combobox, new() { Name = seat.Words["Directory.Search"] })).ToBeFocusedAsync();
        await seat.Page.Keyboard.TypeAsync("сынак");
        await seat.Page.Keyboard.PressAsync("Enter");
        await Expect(seat.Page.Locator(".information .tasks > li")).ToHaveCountAsync(2);
        await seat.Page.Fits();
        await seat.Page.IsOpenToEverybody($"{language}-information-given-{width}");
        await caller.HangsUp();
        await caller.SeesTheCallEnd();
        await seat.SeesState("WrapUp");
        await seat.Page.Keyboard.PressAsync("Control+Enter");
        await seat.Leaves();
        await caller.Page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("kk", 360)]
    [InlineData("ru", 1440)]
    [InlineData("en", 360)]
    public async Task Finds_cards_that_a_supervisor_keeps(string language, int width)
    {
        var seat = await CounselorSeat.Open(product, language, width);
        await seat.TakesPlace("supervisor1");
        await seat.Goes("Nav.Directory");
        await Expect(seat.Page.Locator("main section.panel").First).ToBeVisibleAsync();
        await seat.Page.GetByLabel(seat.Words["Directory.Search"]).FillAsync("дагдарыс");
        await Expect(seat.Page.Locator("main section.panel")).ToHaveCountAsync(1);
        await seat.Page.IsOpenToEverybody($"{language}-directory-{width}");
        await seat.Button("Directory.Verify").First.ClickAsync();
        await Expect(seat.Page.GetByText(seat.Words["Directory.NeverVerified"])).ToHaveCountAsync(0);
        await seat.Button("Accounts.Edit").First.ClickAsync();
        await Expect(seat.Page.GetByLabel(seat.Words["Directory.OtherNames"])).ToBeVisibleAsync();
        await seat.Page.Fits();
        await seat.Page.IsOpenToEverybody($"{language}-directory-edit-{width}");
        await seat.Leaves();
    }
}
