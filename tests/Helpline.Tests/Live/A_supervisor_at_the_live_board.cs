using System.Net;
using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Line;
using Helpline.Contracts.Live;
using Helpline.Contracts.Metrics;
using Helpline.Contracts.Missed;
using Helpline.Domain.Cases;
using Helpline.Exchange;
using Helpline.Tests.Cases;
using Helpline.Tests.Data;
using Helpline.Tests.FollowUps;
using Helpline.Tests.Notes;
using Helpline.Tests.Support;

namespace Helpline.Tests.Live;

public class A_supervisor_at_the_live_board
{
    [Fact]
    public async Task Sees_who_waits_in_the_order_of_the_line_and_who_is_in_danger()
    {
        using var host = HelplineHost.Start();
        await using var erlan = await host.SignIn("supervisor1");
        await using var aigul = await host.Available();
        var talk = await aigul.TalksIn(host);
        await aigul.Writes(talk, new NoteChange(null, null, null, "high", null, null));
        var early = await Waiting(host, "+77010000002");
        var late = await Waiting(host, "+77010000003");
        var inDanger = await Waiting(host, "+77010000004");
        await inDanger.Presses("9");

        LiveCalls queue = null!;
        await host.Until(async () => (queue = await erlan.Gets<LiveCalls>(Routes.LiveCalls)).Waiting is { Count: 3 } w && w[0].Priority > 0, "three to wait, one of them first");
        Assert.All(queue.Waiting.Skip(1), w => Assert.Equal(0, w.Priority));
        Assert.Equal(new TalkRisk(talk, "high"), Assert.Single(queue.Risks));
        foreach (var caller in new[] { early, late, inDanger }) await caller.HangsUp();
    }

    [Fact]
    public async Task Reads_the_same_figures_as_on_the_page_of_figures_and_what_nobody_has_done()
    {
        using var host = HelplineHost.Start();
        await using var erlan = await host.SignIn("supervisor1");
        var lost = await Waiting(host, "+77010000002");
        await host.Passes(TimeSpan.FromSeconds(30));
        await lost.HangsUp();
        await host.Until(async () => (await erlan.Gets<LineMetrics>(Routes.Metrics)).Calls.Abandoned == 1, "the call to end");
        var silent = new Case { Id = Guid.CreateVersion7(), Number = "20261001-0001", Title = "Held", Owner = "counselor1", Risk = "low", OpenedAt = host.Now().AddDays(-30), TouchedAt = host.Now().AddDays(-15) };
        var due = Made.FollowUp(host.Now().AddHours(-1));
        due.ComeDue(host.Now());
        await host.Reads(async db =>
        {
            db.AddRange(silent, due);
            return await db.SaveChangesAsync();
        });
        await host.Passes(TimeSpan.FromSeconds(6));

        var (live, page) = (await erlan.Gets<LiveFigures>(Routes.LiveFigures), await erlan.Gets<LineMetrics>(Routes.Metrics));
        Assert.Equal(page.Calls, live.Today.Calls);
        Assert.Equal(page.Figures.Single(f => f.Code == live.Today.Level.Code), live.Today.Level);
        Assert.Equal(live.Today with { Begin = live.Hour.Begin, End = live.Hour.End }, live.Hour);
        Assert.Equal((1, 1, 0, 1), (live.Owed.Missed, live.Owed.FollowUps, live.Owed.Referrals, live.Owed.SilentCases));
        Assert.Equal((silent.Id, "20261001-0001"), (live.Owed.Silent[0].Id, live.Owed.Silent[0].Number));
    }

    [Fact]
    public async Task Sees_within_a_second_what_a_call_has_changed_and_whose_a_missed_one_is()
    {
        using var host = HelplineHost.Start();
        await using var erlan = await host.SignIn("supervisor1");
        var lost = await Waiting(host, "+77010000002");
        Assert.Equal(0, (await erlan.Gets<LiveFigures>(Routes.LiveFigures)).Owed.Missed);
        await lost.HangsUp();
        await host.Until(() => Task.FromResult(erlan.Changes.Any(c => c.State == "Abandoned")), "the board to be told");
        await host.Passes(TimeSpan.FromSeconds(1));
        var live = await erlan.Gets<LiveFigures>(Routes.LiveFigures);
        Assert.Equal(1, live.Today.Calls.Abandoned);
        Assert.Equal(("NobodySignedIn", "supervisor1"), Assert.Single(live.Owed.NewestMissed) is var missed ? (missed.Cause, missed.Owner) : default);
    }

    [Fact]
    public async Task Reads_the_figures_of_the_page_after_each_step_of_a_call_and_on_the_next_day()
    {
        using var host = HelplineHost.Start();
        await using var erlan = await host.SignIn("supervisor1");
        await using var aigul = await host.Available();
        await Same(0, 0, 0);
        var call = await aigul.TalksIn(host);
        await Same(1, 0, 1);
        await aigul.Finishes(call, "silent");
        await aigul.SeesState(call, "Done");
        await Same(1, 1, 0);
        host.Leaps(TimeSpan.FromDays(1));
        await using var next = await host.SignIn("supervisor1");
        Assert.Equal(0, (await next.Gets<LiveFigures>(Routes.LiveFigures)).Today.Calls.Offered);

        async Task Same(int offered, int answered, int open)
        {
            await host.Passes(TimeSpan.FromSeconds(2));
            var (live, page) = (await erlan.Gets<LiveFigures>(Routes.LiveFigures), await erlan.Gets<LineMetrics>(Routes.Metrics));
            Assert.Equal((offered, answered, open), (live.Today.Calls.Offered, live.Today.Calls.Answered, live.Today.Calls.Open));
            Assert.Equal(page.Calls, live.Today.Calls);
            Assert.Equal(page.Figures.Single(f => f.Code == live.Today.Speed.Code), live.Today.Speed);
        }
    }

    [Fact]
    public async Task Is_told_when_a_risk_the_line_a_detour_or_an_owner_changes()
    {
        using var host = HelplineHost.Start();
        await using var erlan = await host.SignIn("supervisor1");
        await using var other = await host.SignIn("supervisor1");
        await using var aigul = await host.Available();
        var talk = await aigul.TalksIn(host);
        await Tells(() => aigul.Writes(talk, new NoteChange(null, null, null, "low", null, null)));
        await Tells(() => erlan.Puts(Routes.Line, new LineChange("Closed", "Fire drill")));
        await Tells(() => erlan.Puts(Routes.Line, new LineChange("Open", null)));
        DetourCard detour = null!;
        await Tells(async () => detour = (await (await erlan.Posts(Routes.Detours, new NewDetour("Language", "en", "ru", null))).Content.ReadFromJsonAsync<DetourCard>())!);
        await Tells(() => erlan.Http.DeleteAsync($"{Routes.Detours}/{detour.Id}"));
        await (await Waiting(host, "+77010000002")).HangsUp();
        List<MissedCallCard> missed = [];
        await host.Until(async () => (missed = await other.Gets<List<MissedCallCard>>(Routes.MissedCalls)).Count == 1, "the missed call");
        await Tells(() => aigul.Posts(Routes.TakeMissed(missed[0].CallId)));
        Assert.Equal(0, aigul.Lives);

        async Task Tells(Func<Task> act)
        {
            var before = other.Lives;
            await act();
            await host.Until(() => Task.FromResult(other.Lives > before), "another supervisor's board to be told", TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public async Task Says_something_to_a_counselor_who_reads_it_at_once()
    {
        using var host = HelplineHost.Start();
        await using var erlan = await host.SignIn("supervisor1");
        await using var aigul = await host.SignIn();
        await using var dana = await host.SignIn("counselor2");
        Assert.Equal("text", await erlan.Posts(Routes.LiveMessages, new NewMessage("counselor1", " ")).RefusesField());
        Assert.Equal("text", await erlan.Posts(Routes.LiveMessages, new NewMessage("counselor1", new string('a', 201))).RefusesField());
        Assert.Equal("to", await erlan.Posts(Routes.LiveMessages, new NewMessage("nobody", "Жарайсың!")).RefusesField());
        Assert.Equal(HttpStatusCode.NoContent, (await erlan.Posts(Routes.LiveMessages, new NewMessage("counselor1", "Жарайсың!"))).StatusCode);
        await host.Until(() => Task.FromResult(!aigul.Words.IsEmpty), "the words to arrive");
        Assert.Equal(("supervisor1", "Жарайсың!"), (aigul.Words.First().From, aigul.Words.First().Text));
        Assert.Empty(dana.Words);
    }

    [Theory, InlineData("counselor1"), InlineData("social1"), InlineData("admin"), InlineData("auditor1")]
    public async Task Is_the_only_one_there(string other)
    {
        using var host = HelplineHost.Start();
        await using var somebody = await host.SignIn(other, hasPulse: false);
        foreach (var place in new[] { Routes.LiveCalls, Routes.LiveFigures })
            Assert.Equal(HttpStatusCode.Forbidden, (await somebody.Http.GetAsync(place, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await somebody.Posts(Routes.LiveMessages, new NewMessage("counselor1", "x"))).StatusCode);
    }

    private static async Task<Caller> Waiting(HelplineHost host, string number)
    {
        var caller = host.Caller(number);
        await caller.Ring();
        await caller.Presses("1");
        await caller.Waits();
        return caller;
    }
}
