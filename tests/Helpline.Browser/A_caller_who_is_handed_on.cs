using Helpline.Browser.Support;
using static Microsoft.Playwright.Assertions;

namespace Helpline.Browser;

[Collection(Product.Line)]
public class A_caller_who_is_handed_on(Product product)
{
    private const int Callers = 440;
    private const int First = 880;
    private const int Second = 660;

    [Fact]
    public async Task Hears_music_while_two_counselors_speak_and_then_the_second_one()
    {
        var second = await CounselorSeat.Open(product, "ru", voice: Second);
        await second.TakesPlace("counselor3");
        var first = await CounselorSeat.Open(product, "en", voice: First);
        await first.TakesPlace("counselor2");
        await first.BecomesAvailable();
        var caller = await TestPhone.Open(product, "en", Callers);
        await caller.Rings("3");
        await first.Accepts();
        await second.BecomesAvailable();

        await first.Button("Transfer.Open").ClickAsync();
        await first.Page.Locator("#transfer-to").SelectOptionAsync("counselor3");
        await first.Page.IsOpenToEverybody("en-transfer");
        await first.Button("Transfer.Consult").ClickAsync();
        await Expect(second.Button("Ringing.Accept")).ToBeVisibleAsync();
        await second.Page.IsOpenToEverybody("ru-asked-to-take-over");
        await second.Button("Ringing.Accept").ClickAsync();
        await Expect(first.Button("Transfer.Complete")).ToBeEnabledAsync();
        await first.Page.HearsOnly(Second);
        await second.Page.HearsOnly(First);
        await first.Page.IsOpenToEverybody("en-consulting");

        await first.Button("Transfer.Complete").ClickAsync();
        await caller.Page.HearsOnly(Second);
        await second.Page.HearsOnly(Callers);
        await Expect(first.Page.GetByText(first.Words["Idle.Available"])).ToBeVisibleAsync();

        await caller.HangsUp();
        await second.SeesState("WrapUp");
        await second.Page.Keyboard.PressAsync("Control+Enter");
        await first.Leaves();
        await second.Leaves();
        await caller.Page.Context.CloseAsync();
    }
}
