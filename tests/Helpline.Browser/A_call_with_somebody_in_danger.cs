using Helpline.Browser.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpline.Browser;

[Collection(Product.AfterTheCall)]
public class A_call_with_somebody_in_danger(Product product)
{
    [Theory]
    [InlineData("kk", "1", "counselor1", "зорлық", 1440)]
    [InlineData("ru", "2", "counselor3", "насили", 1440)]
    [InlineData("en", "3", "counselor2", "violence", 1440)]
    public async Task Is_screened_told_to_the_supervisor_and_finished_with_what_was_done(string language, string digit, string userName, string topic, int width)
    {
        var supervisor = await CounselorSeat.Open(product, language);
        await supervisor.TakesPlace("supervisor1");
        var seat = await CounselorSeat.Open(product, language, width);
        await seat.TakesPlace(userName);
        await seat.BecomesAvailable();
        var caller = await TestPhone.Open(product, language);
        await caller.Rings(digit);
        await seat.Accepts();

        await seat.OpensRiskScreen();
        foreach (var question in new[] { "Thoughts", "Plan", "Time" }) await seat.Answers(question, "Yes");
        await seat.Answers("Alone", "No");
        await Chooses(seat, topic);
        await seat.Summary.FillAsync("…");
        await seat.SeesNoteSaved();
        await Expect(supervisor.Page.Locator(".help-wanted strong")).ToBeVisibleAsync();
        await supervisor.Page.IsOpenToEverybody($"{language}-{width}-risk-raised");

        await seat.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(seat.Page.GetByText(seat.Words["Talk.Lacks"])).ToBeVisibleAsync();
        await seat.Page.IsOpenToEverybody($"{language}-{width}-risk-lacking");
        await seat.Page.Locator(".safety input").First.CheckAsync();
        await seat.Page.Locator(".safety input").Nth(2).CheckAsync();
        await seat.SeesNoteSaved();
        await seat.Page.GetByText(seat.Words["Note.More"]).ClickAsync();
        await seat.Page.GetByLabel(seat.Words["Note.Region"], new() { Exact = true }).SelectOptionAsync("almaty_region");
        await seat.Page.GetByLabel(seat.Words["Note.District"], new() { Exact = true }).SelectOptionAsync("talgar");
        await seat.SeesNoteSaved();
        await seat.Page.Fits();
        await seat.Page.IsOpenToEverybody($"{language}-{width}-risk-done");
        await seat.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(seat.Page.GetByText(seat.Words["Idle.Available"])).ToBeVisibleAsync();

        await IsReadBy(seat, "NoteView.Edit");
        await seat.Page.IsOpenToEverybody($"{language}-{width}-note");
        await IsReadBy(supervisor, "NoteView.Open");
        await supervisor.Page.GetByLabel(supervisor.Words["NoteView.Reason"]).SelectOptionAsync("supervision");
        await supervisor.Button("NoteView.Open").ClickAsync();
        await supervisor.Page.GetByLabel(supervisor.Words["NoteView.Addendum"]).FillAsync("✓");
        await supervisor.Page.GetByRole(AriaRole.Button, new() { Name = supervisor.Words["NoteView.Add"], Exact = true }).ClickAsync();
        await Expect(supervisor.Page.Locator(".note-added")).ToHaveTextAsync("✓");
        await supervisor.Page.IsOpenToEverybody($"{language}-{width}-note-of-another");
        foreach (var who in new[] { seat, supervisor }) await Leaves(who);
        await caller.Page.Context.CloseAsync();
    }

    private static async Task Chooses(CounselorSeat seat, string topic)
    {
        await seat.Page.GetByLabel(seat.Words["Topics.Find"]).FillAsync(topic);
        await seat.Page.GetByLabel(seat.Words["Topics.Find"]).PressAsync("Enter");
        await Expect(seat.Page.Locator(".topics-chosen .tag")).ToContainTextAsync(topic, new() { IgnoreCase = true });
    }

    /// <summary>Opens the newest call in the list of calls.</summary>
    private static async Task IsReadBy(CounselorSeat who, string button)
    {
        await who.Goes("Nav.Calls");
        await who.Page.Locator(".grid tbody button").First.ClickAsync();
        await Expect(who.Button(button)).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    private static async Task Leaves(CounselorSeat who)
    {
        await who.Page.Keyboard.PressAsync("Escape");
        await Expect(who.Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await who.Leaves();
    }
}
