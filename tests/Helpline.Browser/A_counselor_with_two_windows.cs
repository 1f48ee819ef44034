using Helpline.Browser.Support;
using static Microsoft.Playwright.Assertions;

namespace Helpline.Browser;

[Collection(Product.Line)]
public class A_counselor_with_two_windows(Product product)
{
    [Theory]
    [InlineData("kk", "1", "counselor1")]
    [InlineData("ru", "2", "counselor3")]
    [InlineData("en", "3", "counselor2")]
    public async Task Is_called_in_one_of_them(string language, string digit, string userName)
    {
        var first = await CounselorSeat.Open(product, language);
        await first.TakesPlace(userName);
        await first.BecomesAvailable();
        var second = await first.OpensAnotherWindow();
        await Expect(second.Page.GetByText(second.Words["Tab.Elsewhere"])).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await LooksAtIt(second, language);

        var caller = await TestPhone.Open(product, language);
        await caller.Rings(digit);
        await Expect(first.Ringing).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(second.Page.GetByText(second.Words["Tab.Rings"])).ToBeVisibleAsync();
        await Expect(second.Ringing).ToBeHiddenAsync();
        await second.Page.IsOpenToEverybody($"{language}-mirror-ringing");

        await second.Button("Tab.Take").ClickAsync();
        await Expect(second.Ringing).ToBeVisibleAsync();
        await Expect(first.Ringing).ToBeHiddenAsync();
        await Expect(first.Page.GetByText(first.Words["Tab.Elsewhere"])).ToBeVisibleAsync();
        await second.Accepts();
        await Expect(first.Page.GetByText(first.Words["Tab.Talk"])).ToBeVisibleAsync();
        await first.Page.IsOpenToEverybody($"{language}-mirror-talking");

        // The window with the talk is closed: the talk goes on in the other.
        await second.Page.CloseAsync();
        await Expect(first.Button("Talk.Mute")).ToBeEnabledAsync(new() { Timeout = 30_000 });
        await first.SeesState("Talking");

        await caller.HangsUp();
        await first.SeesState("WrapUp");
        await first.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(first.Page.GetByText(first.Words["Idle.Available"])).ToBeVisibleAsync();
        await first.Leaves();
        await caller.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task Lets_a_page_that_freezes_give_the_calls_away()
    {
        var seat = await CounselorSeat.Open(product, "en");
        await seat.TakesPlace("counselor2");
        await seat.BecomesAvailable();

        var answer = await seat.Page.RunAndWaitForResponseAsync(
            () => seat.Page.EvaluateAsync("document.dispatchEvent(new Event('freeze'))"),
            said => said.Request.Method == "DELETE" && said.Url.Contains("/api/me/tabs/", StringComparison.Ordinal));

        Assert.Equal(204, answer.Status);
        await seat.Leaves();
    }

    private static async Task LooksAtIt(CounselorSeat seat, string language)
    {
        await seat.Page.IsOpenToEverybody($"{language}-mirror");
        await seat.Page.SetViewportSizeAsync(360, 780);
        await seat.Page.IsOpenToEverybody($"{language}-mirror-360");
        await seat.Page.SetViewportSizeAsync(1440, 900);
    }
}
