using Helpline.Browser.Support;
using static Microsoft.Playwright.Assertions;

namespace Helpline.Browser;

[Collection(Product.Line)]
public class A_note(Product product)
{
    [Fact]
    public async Task Waits_on_the_page_while_the_counselor_signs_in_again()
    {
        var (seat, caller) = await InACall("counselor3", "ru", "2");
        await seat.Page.Context.ClearCookiesAsync();

        await seat.Summary.FillAsync("Написано после конца сеанса.");

        var dialog = seat.Page.GetByRole(Microsoft.Playwright.AriaRole.Dialog, new() { Name = seat.Words["SignIn.Again"] });
        await Expect(dialog).ToBeVisibleAsync();
        await seat.Page.IsOpenToEverybody("ru-sign-in-again");
        await dialog.GetByLabel(seat.Words["SignIn.Password"]).FillAsync(Product.Password);
        await seat.Page.Keyboard.PressAsync("Enter");
        await Expect(dialog).ToBeHiddenAsync();
        await seat.SeesNoteSaved();
        await Expect(seat.Summary).ToHaveValueAsync("Написано после конца сеанса.");
        await Ends(seat, caller);
    }

    [Fact]
    public async Task Shows_both_texts_when_two_windows_changed_it()
    {
        var (seat, caller) = await InACall("counselor1", "kk", "1");
        // The first cannot store what she types before she goes on in the second.
        await seat.Page.RouteAsync("**/note", request => request.AbortAsync());
        await seat.Summary.FillAsync("Бірінші терезеде жазылды.");
        var second = await seat.OpensAnotherWindow();
        await second.Button("Tab.Take").ClickAsync(new() { Timeout = 30_000 });
        await Expect(second.Summary).ToBeEditableAsync(new() { Timeout = 30_000 });
        await second.Summary.FillAsync("Екінші терезеде жазылды.");
        await second.SeesNoteSaved();

        await seat.Page.UnrouteAllAsync();
        await seat.Button("Tab.Take").ClickAsync();
        await second.Page.CloseAsync();

        var conflict = seat.Page.Locator(".conflict");
        await Expect(conflict).ToContainTextAsync("Бірінші терезеде жазылды.");
        await Expect(conflict).ToContainTextAsync("Екінші терезеде жазылды.");
        await seat.Page.IsOpenToEverybody("kk-conflict");
        await seat.Button("Conflict.KeepMerged").ClickAsync();
        await seat.SeesNoteSaved();
        await Expect(seat.Summary).ToHaveValueAsync("Екінші терезеде жазылды.\n\nБірінші терезеде жазылды.");
        await Ends(seat, caller);
    }

    [Fact]
    public async Task Keeps_a_text_that_is_too_long_and_says_so()
    {
        var (seat, caller) = await InACall("counselor2", "en", "3");
        await seat.Summary.FillAsync(new string('x', 8001));

        await Expect(seat.NoteState).ToHaveTextAsync(seat.Words["Save.Refused"]);
        await Expect(seat.Page.Locator(".field-problem")).ToHaveTextAsync(seat.Words["Note.TooLong", 8000]);

        await seat.Summary.FillAsync("Short.");
        await seat.SeesNoteSaved();
        await Ends(seat, caller);
    }

    private async Task<(CounselorSeat Seat, TestPhone Caller)> InACall(string userName, string language, string digit)
    {
        var seat = await CounselorSeat.Open(product, language);
        await seat.TakesPlace(userName);
        await seat.BecomesAvailable();
        var caller = await TestPhone.Open(product, language);
        await caller.Rings(digit);
        await seat.Accepts();
        return (seat, caller);
    }

    private static async Task Ends(CounselorSeat seat, TestPhone caller)
    {
        await seat.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(seat.Page.GetByText(seat.Words["Idle.Available"])).ToBeVisibleAsync();
        await seat.Leaves();
        await caller.Page.Context.CloseAsync();
    }
}
