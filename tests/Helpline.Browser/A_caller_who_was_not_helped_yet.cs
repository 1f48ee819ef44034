using Helpline.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpline.Browser;

[Collection(Product.Line)]
public class A_caller_who_was_not_helped_yet(Product product)
{
    [Theory]
    [InlineData("kk", "1", "counselor1", 1440)]
    [InlineData("ru", "2", "counselor3", 360)]
    [InlineData("en", "3", "counselor2", 360)]
    public async Task Asks_to_be_called_back_keeps_the_place_among_those_who_wait_and_is_next_for_whoever_becomes_free(string language, string digit, string userName, int width)
    {
        var seat = await CounselorSeat.Open(product, language, width);
        await seat.TakesPlace(userName);
        var caller = await TestPhone.Open(product, language);
        await caller.Rings(digit);
        await caller.Presses("1");
        await caller.Hears("callback-number");
        await caller.Presses("1");
        await caller.Hears("callback-shared");
        await caller.HangsUp();

        var later = await TestPhone.Open(product, language);
        await later.Rings(digit);
        var places = seat.Page.Locator(".waiting .row");
        await Expect(places).ToHaveCountAsync(2, new() { Timeout = 30_000 });
        await Expect(places.Nth(0)).ToContainTextAsync(seat.Words["Waiting.Callback"]);
        await Expect(places.Nth(1)).ToContainTextAsync(seat.Words["State.Waiting"]);
        await seat.Page.IsOpenToEverybody($"{language}-kept-place-{width}");
        await seat.Page.Fits();
        await later.HangsUp();

        await seat.BecomesAvailable();
        await Expect(seat.Page.GetByText(seat.Words["Waiting.Next"])).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await seat.Page.IsOpenToEverybody($"{language}-next-in-line-{width}");
        await seat.Button("Waiting.CallNow").ClickAsync();
        await Expect(seat.Button("Cancel")).ToBeVisibleAsync();
        await seat.Page.IsOpenToEverybody($"{language}-call-back-{width}");
        await seat.Button("Cancel").ClickAsync();

        await seat.Goes("Nav.Work");
        await Expect(seat.Page.GetByText(seat.Words["Tasks.Shared"]).First).ToBeVisibleAsync();
        await seat.Page.IsOpenToEverybody($"{language}-tasks-{width}");
        // Nobody of the next story shall be kept for it.
        await seat.Button("Tasks.Take").First.ClickAsync();
        await seat.Button("Tasks.LayAside").First.ClickAsync();
        await Expect(seat.Page.GetByText(seat.Words["Tasks.NoCallbacks"])).ToBeVisibleAsync();
        await seat.Leaves();
        await caller.Page.Context.CloseAsync();
        await later.Page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("kk", 360)]
    [InlineData("ru", 1440)]
    public async Task Hangs_up_unheard_and_a_supervisor_acts_on_it(string language, int width)
    {
        var caller = await TestPhone.Open(product, language);
        await caller.Rings("2");
        await caller.HangsUp();
        await caller.SeesTheCallEnd();
        await caller.Page.Context.CloseAsync();

        var seat = await CounselorSeat.Open(product, language, width);
        await seat.TakesPlace("supervisor1");
        await seat.Goes("Nav.Missed");
        var first = seat.Page.Locator(".tasks > li").First;
        await Expect(first).ToBeVisibleAsync();
        await seat.Page.IsOpenToEverybody($"{language}-missed-{width}");
        var before = await seat.Page.Locator(".tasks > li").CountAsync();
        await first.GetByRole(AriaRole.Button, new() { Name = seat.Words["MissedAct.NothingToDo"] }).ClickAsync();
        await Expect(seat.Page.Locator(".tasks > li")).ToHaveCountAsync(before - 1);
        await seat.Leaves();
    }

    [Fact]
    public async Task Was_cut_off_and_comes_back_to_the_same_counselor()
    {
        var seat = await CounselorSeat.Open(product, "en");
        await seat.TakesPlace("counselor2");
        await seat.BecomesAvailable();
        var caller = await TestPhone.Open(product, "en");
        await caller.Rings("3");
        await seat.Accepts();
        await seat.Page.Context.CloseAsync();
        await caller.Hears("counselor-lost", 60_000);
        await caller.HangsUp();
        await caller.SeesTheCallEnd();

        seat = await CounselorSeat.Open(product, "en");
        await seat.TakesPlace("counselor2");
        await seat.BecomesAvailable();
        await caller.Phone.Locator(".ring").ClickAsync();
        await caller.Hears("cut-off");
        await caller.Presses("1");
        await Expect(seat.Ringing).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await seat.Page.IsOpenToEverybody("en-cut-off-return");
        await seat.Accepts();
        await caller.HangsUp();
        await seat.SeesState("WrapUp");
        await seat.Page.Keyboard.PressAsync("Control+Enter");
        await seat.Leaves();
        await caller.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task Was_rude_is_flagged_and_a_supervisor_lifts_the_flag()
    {
        var seat = await CounselorSeat.Open(product, "kk");
        await seat.TakesPlace("counselor1");
        await seat.BecomesAvailable();
        var caller = await TestPhone.Open(product, "kk");
        await caller.Rings("1");
        await seat.Accepts();
        await seat.Page.GetByText(seat.Words["Abuse.End"]).ClickAsync();
        await seat.Page.IsOpenToEverybody("kk-abuse");
        await seat.Button("AbuseReason.Insult").ClickAsync();
        await seat.SeesState("WrapUp");
        await caller.Hears("abuse-ended");
        await seat.Page.Keyboard.PressAsync("Control+Enter");
        await seat.Leaves();

        var supervisor = await CounselorSeat.Open(product, "kk");
        await supervisor.TakesPlace("supervisor1");
        await supervisor.Goes("Nav.Flags");
        await supervisor.Button("Flags.WeekLonger").ClickAsync();
        await supervisor.Page.IsOpenToEverybody("kk-flags");
        await supervisor.Button("Flags.Lift").ClickAsync();
        await Expect(supervisor.Page.GetByText(supervisor.Words["Flags.None"])).ToBeVisibleAsync();
        await supervisor.Leaves();
        await caller.Page.Context.CloseAsync();
    }
}
