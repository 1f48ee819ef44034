using Helpline.Browser.Support;
using Helpline.Domain.FollowUps;
using Helpline.Server.FollowUps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpline.Browser;

[Collection(Product.AfterTheCall)]
public class A_promise_to_call_again(Product product)
{
    [Theory]
    [InlineData("kk", "1", "counselor1", 1440)]
    [InlineData("ru", "2", "counselor3", 360)]
    [InlineData("en", "3", "counselor2", 360)]
    public async Task Is_planned_with_the_note_and_kept_at_the_second_attempt(string language, string digit, string userName, int width)
    {
        await OwesNothing(userName);
        var seat = await CounselorSeat.Open(product, language, width);
        await seat.TakesPlace(userName);
        await seat.BecomesAvailable();
        var caller = await TestPhone.Open(product, language);
        await caller.Rings(digit);
        await seat.Accepts();
        await seat.OpensRiskScreen();
        foreach (var question in new[] { "Thoughts", "Plan", "Time" }) await seat.Answers(question, "Yes");
        await seat.Summary.FillAsync("…");
        await seat.Page.Locator(".safety input").First.CheckAsync();
        await seat.SeesNoteSaved();
        await caller.HangsUp();
        await seat.SeesState("WrapUp");
        await seat.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(seat.Page.GetByText(seat.Words["Idle.Available"])).ToBeVisibleAsync();
        await caller.Page.Context.CloseAsync();

        await IsDue(userName);
        await seat.Goes("Nav.Work");
        var due = seat.Page.Locator("#due-title ~ ul > li").First;
        await Expect(due).ToBeVisibleAsync();
        await seat.Page.IsOpenAtBothWidths($"{language}-work");
        await SaysOutcome(seat, due, "NoAnswer");
        await Expect(seat.Page.Locator("#due-title ~ ul > li")).ToHaveCountAsync(0);

        await IsDue(userName);
        await seat.Button("Calls.Refresh").ClickAsync();
        await due.GetByRole(AriaRole.Button, new() { Name = seat.Words["FollowUp.Give"] }).ClickAsync();
        await seat.Page.IsOpenAtBothWidths($"{language}-work-handed-over");
        await seat.Button("Cancel").ClickAsync();
        await SaysOutcome(seat, due, "Answered");
        await Expect(seat.Page.Locator("#due-title ~ ul > li")).ToHaveCountAsync(0);
        await Expect(seat.Page.Locator("#planned-title ~ ul > li")).ToHaveCountAsync(0);
        await seat.Leaves();
    }

    private static async Task SaysOutcome(CounselorSeat seat, ILocator followUp, string result)
    {
        await followUp.GetByRole(AriaRole.Button, new() { Name = seat.Words["FollowUp.SayOutcome"] }).ClickAsync();
        await followUp.GetByLabel(seat.Words["FollowUp.Outcome"]).SelectOptionAsync(result);
        await followUp.GetByRole(AriaRole.Button, new() { Name = seat.Words["FollowUp.Write"] }).ClickAsync();
    }

    /// <summary>What she promised in other stories is done.</summary>
    private async Task OwesNothing(string owner)
    {
        await using var db = await product.Services.GetRequiredService<IDbContextFactory<Server.Data.HelplineDb>>().CreateDbContextAsync();
        await db.FollowUps.Where(f => f.Owner == owner && f.ClosedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.State, FollowUpState.Reached).SetProperty(f => f.ClosedAt, TimeProvider.System.GetUtcNow().UtcDateTime));
    }

    /// <summary>Hours have passed.</summary>
    private async Task IsDue(string owner)
    {
        await using var db = await product.Services.GetRequiredService<IDbContextFactory<Server.Data.HelplineDb>>().CreateDbContextAsync();
        var id = await db.FollowUps.Where(f => f.Owner == owner && f.ClosedAt == null).Select(f => f.Id).SingleAsync();
        await db.FollowUps.Where(f => f.Id == id).ExecuteUpdateAsync(set => set.SetProperty(f => f.DueAt, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-1)));
        await product.Services.GetRequiredService<FollowUpWork>().ComeDue(id);
    }
}
