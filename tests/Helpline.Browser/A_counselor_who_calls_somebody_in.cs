using Helpline.Browser.Support;
using static Microsoft.Playwright.Assertions;

namespace Helpline.Browser;

[Collection(Product.Line)]
public class A_counselor_who_calls_somebody_in(Product product)
{
    [Theory]
    [InlineData("kk", "1", "counselor1", "+77013000001")]
    [InlineData("ru", "2", "counselor3", "+77013000002")]
    [InlineData("en", "3", "counselor2", "+77013000003")]
    public async Task Sees_who_is_called_and_takes_them_off_again(string language, string digit, string counselor, string interpreter)
    {
        var seat = await CounselorSeat.Open(product, language);
        await seat.TakesPlace(counselor);
        await seat.BecomesAvailable();
        var phone = seat.Page.Locator(".own-phone");
        await phone.Locator("summary").ClickAsync();
        await phone.Locator("input[type=tel]").FillAsync("+7 701 300 00 99");
        await seat.Button("OwnPhone.Keep").ClickAsync();
        await Expect(phone.GetByText("… 99")).ToBeVisibleAsync();
        await seat.Page.IsOpenToEverybody($"{language}-own-phone");
        await seat.Page.SetViewportSizeAsync(360, 780);
        await seat.Page.IsOpenToEverybody($"{language}-own-phone-narrow");
        await seat.Button("OwnPhone.Forget").ClickAsync();
        await Expect(phone.GetByText("… 99")).ToBeHiddenAsync();
        await seat.Page.SetViewportSizeAsync(1440, 900);

        var caller = await TestPhone.Open(product, language);
        await caller.Rings(digit);
        await seat.Accepts();
        await seat.Button("Third.Add").ClickAsync();
        await seat.Page.Locator(".transfer input[type=tel]").FillAsync(interpreter);
        await seat.Page.IsOpenToEverybody($"{language}-third-asked");
        await seat.Page.Locator(".transfer .button.primary").ClickAsync();
        await Expect(seat.Button("Third.TakeOff")).ToBeVisibleAsync();
        await seat.Page.IsOpenToEverybody($"{language}-third-called");
        await seat.Page.SetViewportSizeAsync(360, 780);
        await seat.Page.Fits();
        await seat.Page.IsOpenToEverybody($"{language}-third-called-narrow");
        await seat.Page.SetViewportSizeAsync(1440, 900);
        await seat.Button("Third.TakeOff").ClickAsync();
        await Expect(seat.Button("Third.Add")).ToBeVisibleAsync();

        await caller.HangsUp();
        await seat.SeesState("WrapUp");
        await seat.Page.Keyboard.PressAsync("Control+Enter");
        await seat.Leaves();
        await caller.Page.Context.CloseAsync();
    }
}
