using Helpline.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpline.Browser;

[Collection(Product.Line)]
public class A_counselor_takes_a_call(Product product)
{
    [Theory]
    [InlineData("kk", "1", "counselor1", "Ұйықтай алмай жүр, емтиханнан қорқады.")]
    [InlineData("ru", "2", "counselor3", "Не спит, боится экзамена.")]
    [InlineData("en", "3", "counselor2", "Cannot sleep, afraid of an exam.")]
    public async Task From_the_ring_to_the_finished_note(string language, string digit, string userName, string text)
    {
        var seat = await CounselorSeat.Open(product, language);
        await seat.Page.IsOpenToEverybody($"{language}-sign-in");
        await seat.TakesPlace(userName);
        await seat.BecomesAvailable();
        await seat.Page.IsOpenToEverybody($"{language}-board");

        var caller = await TestPhone.Open(product, language);
        await caller.Rings(digit);
        await Expect(seat.Ringing).ToContainTextAsync(seat.Words[$"Language.{language}"], new() { Timeout = 30_000 });
        await seat.Page.IsOpenToEverybody($"{language}-ringing");
        await seat.Accepts();
        await caller.Page.IsOpenToEverybody($"{language}-test-phone");

        await Writes(seat, text);
        await seat.Page.IsOpenToEverybody($"{language}-talking");
        await RefreshesInMidWord(seat, text + " …");

        await seat.Button("Talk.HangUp").ClickAsync();
        await seat.SeesState("WrapUp");
        await caller.SeesTheCallEnd();
        await seat.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(seat.Page.GetByText(seat.Words["Idle.Available"])).ToBeVisibleAsync();

        await FindsTheNote(seat, text + " …");
        await seat.Leaves();
        await caller.Page.Context.CloseAsync();
    }

    private static async Task Writes(CounselorSeat seat, string text)
    {
        await seat.Page.GetByRole(AriaRole.Group, new() { Name = seat.Words["Note.Kind"] }).GetByRole(AriaRole.Radio).First.CheckAsync(new() { Force = true });
        await seat.Page.GetByRole(AriaRole.Group, new() { Name = seat.Words["Note.Risk"] }).GetByRole(AriaRole.Radio).Nth(2).CheckAsync(new() { Force = true });
        await seat.Page.GetByLabel(seat.Words["Topics.Find"]).FillAsync("психолог");
        await seat.Page.GetByLabel(seat.Words["Topics.Find"]).PressAsync("Enter");
        await seat.Summary.FillAsync(text);
        await seat.SeesNoteSaved();
    }

    /// <summary>The last letters are younger than the pause before saving, and still they are there.</summary>
    private static async Task RefreshesInMidWord(CounselorSeat seat, string text)
    {
        await seat.Summary.FillAsync(text);
        await seat.Page.ReloadAsync();
        await Expect(seat.Summary).ToHaveValueAsync(text, new() { Timeout = 30_000 });
        await Expect(seat.Button("Talk.Mute")).ToBeEnabledAsync(new() { Timeout = 30_000 });
        await seat.SeesState("Talking");
    }

    private static async Task FindsTheNote(CounselorSeat seat, string text)
    {
        await seat.Goes("Nav.Calls");
        await seat.Page.Locator(".grid tbody button").First.ClickAsync();
        await Expect(seat.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync(text);
        await seat.Page.Keyboard.PressAsync("Escape");
        await Expect(seat.Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task And_one_key_ends_a_silent_one()
    {
        var seat = await CounselorSeat.Open(product, "ru");
        await seat.TakesPlace("counselor3");
        await seat.BecomesAvailable();
        var caller = await TestPhone.Open(product, "ru");
        await caller.Rings("2");
        await seat.Accepts();

        await seat.Page.Locator("body").PressAsync("3");

        await Expect(seat.Page.Locator(".toast")).ToBeVisibleAsync();
        await Expect(seat.Page.GetByText(seat.Words["Idle.Available"])).ToBeVisibleAsync();
        await caller.SeesTheCallEnd();
        await seat.Leaves();
        await caller.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task And_is_told_when_the_caller_hangs_up_before_the_answer()
    {
        var seat = await CounselorSeat.Open(product, "kk");
        await seat.TakesPlace("counselor1");
        await seat.BecomesAvailable();
        var caller = await TestPhone.Open(product, "kk");
        await caller.Rings("1");
        await Expect(seat.Ringing).ToBeVisibleAsync(new() { Timeout = 30_000 });
        Assert.Contains("Қоңырау: қазақша", await seat.Page.TitleAsync());

        await caller.HangsUp();

        await Expect(seat.Page.GetByText(seat.Words["Closed.Withdrawn"])).ToBeVisibleAsync();
        Assert.Equal(seat.Words["Product"], await seat.Page.TitleAsync());
        await seat.Leaves();
        await caller.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task And_hears_it_on_every_page()
    {
        var seat = await CounselorSeat.Open(product, "en");
        await seat.TakesPlace("counselor2");
        await seat.BecomesAvailable();
        await seat.Goes("Nav.Calls");
        var caller = await TestPhone.Open(product, "en");
        await caller.Rings("3");

        await seat.Accepts();

        Assert.EndsWith(product.Address.Authority + "/", seat.Page.Url);
        await caller.HangsUp();
        await seat.SeesState("WrapUp");
        await seat.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(seat.Page.GetByText(seat.Words["Idle.Available"])).ToBeVisibleAsync();
        await seat.Leaves();
        await caller.Page.Context.CloseAsync();
    }
}
