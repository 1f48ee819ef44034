using Helpline.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpline.Browser;

[Collection(Product.Line)]
public class A_caller_on_hold(Product product)
{
    private const int Callers = 440;
    private const int Counselors = 880;

    [Theory]
    [InlineData("kk", "1", "counselor1")]
    [InlineData("ru", "2", "counselor3")]
    [InlineData("en", "3", "counselor2")]
    public async Task Hears_music_and_not_the_counselor_whose_board_calls_her_back_when_it_lasts_too_long(string language, string digit, string counselor)
    {
        var seat = await CounselorSeat.Open(product, language, voice: Counselors);
        await seat.TakesPlace(counselor);
        await seat.BecomesAvailable();
        var caller = await TestPhone.Open(product, language, Callers);
        await caller.Rings(digit);
        await seat.Accepts();
        await caller.Page.HearsOnly(Counselors);

        await seat.Button("Talk.Hold").ClickAsync();
        await Expect(seat.Page.GetByText(seat.Words["Hold.On"])).ToBeVisibleAsync();
        await Expect(caller.Phone).ToHaveAttributeAsync("data-state", "hold");
        await caller.Hears("hold-music");
        await caller.Page.DoesNotHear(Counselors);
        await seat.Page.HearsOnly();

        await Expect(seat.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = seat.Words["Hold.Forgotten"] })).ToBeVisibleAsync();
        await seat.Page.IsOpenToEverybody($"{language}-hold-forgotten");
        await seat.Page.SetViewportSizeAsync(360, 780);
        await seat.Page.Fits();
        await seat.Page.IsOpenToEverybody($"{language}-hold-forgotten-narrow");
        await caller.Page.IsOpenToEverybody($"{language}-test-phone-on-hold");

        await seat.Button("Talk.Hold").ClickAsync();
        await Expect(seat.Page.GetByText(seat.Words["Hold.Forgotten"])).ToBeHiddenAsync();
        await caller.Page.HearsOnly(Counselors);
        await seat.Page.HearsOnly(Callers);
        await caller.HangsUp();
        await seat.SeesState("WrapUp");
        await seat.Page.Keyboard.PressAsync("Control+Enter");
        await seat.Leaves();
        await caller.Page.Context.CloseAsync();
    }
}
