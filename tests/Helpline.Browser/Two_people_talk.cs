using Helpline.Browser.Support;
using static Microsoft.Playwright.Assertions;

namespace Helpline.Browser;

[Collection(Product.Line)]
public class Two_people_talk(Product product)
{
    private const int Callers = 440;
    private const int Counselors = 880;

    [Fact]
    public async Task Each_hears_the_other_and_nobody_hears_a_muted_one()
    {
        var seat = await CounselorSeat.Open(product, "en", voice: Counselors);
        await seat.TakesPlace("counselor2");
        await seat.BecomesAvailable();
        var caller = await TestPhone.Open(product, "en", Callers);
        await caller.Rings("3");
        await caller.Page.HearsSomething();
        await seat.Accepts();

        await caller.Page.HearsOnly(Counselors);
        await seat.Page.HearsOnly(Callers);

        await seat.Button("Talk.Mute").ClickAsync();
        await caller.Page.HearsOnly();
        await seat.Page.HearsOnly(Callers);
        await seat.Button("Talk.Mute").ClickAsync();
        await caller.Page.HearsOnly(Counselors);

        await caller.Phone.Locator(".microphone").UncheckAsync();
        await seat.Page.HearsOnly();
        await caller.Phone.Locator(".microphone").CheckAsync();
        await seat.Page.HearsOnly(Callers);

        await caller.HangsUp();
        await seat.SeesState("WrapUp");
        await seat.Page.HearsOnly();
        await seat.Page.Keyboard.PressAsync("Control+Enter");
        await seat.Leaves();
        await caller.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task Or_only_listen_when_there_is_no_microphone()
    {
        var seat = await CounselorSeat.Open(product, "kk");
        await seat.TakesPlace("counselor1");
        await seat.BecomesAvailable();
        var page = await product.Page("kk", width: 390, voice: Callers);
        await page.AddInitScriptAsync("navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', 'NotFoundError'); };");
        var caller = await TestPhone.Open(page);
        await caller.Rings("1");
        await seat.Accepts();

        await Expect(seat.Page.GetByText(seat.Words["Microphone.Refused"])).ToBeVisibleAsync();
        await Expect(caller.Phone.Locator(".warning")).ToContainTextAsync("Микрофон табылмады");
        await seat.Page.IsOpenToEverybody("kk-microphone-refused");
        await caller.Page.IsOpenToEverybody("kk-test-phone-microphone-missing");

        await seat.Page.Context.GrantPermissionsAsync(["microphone"]);
        await Expect(seat.Page.GetByText(seat.Words["Microphone.Refused"])).ToBeHiddenAsync();
        await caller.Page.HearsSomething();
        await caller.HangsUp();
        await seat.SeesState("WrapUp");
        await seat.Page.Keyboard.PressAsync("Control+Enter");
        await seat.Leaves();
        await caller.Page.Context.CloseAsync();
    }
}
