using System.Net;
using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Metrics;
using Helpline.Contracts.Persons;
using Helpline.Contracts.Work;
using Helpline.Domain.Audit;
using Helpline.Domain.Callbacks;
using Helpline.Domain.Calls;
using Helpline.Domain.Casework;
using Helpline.Exchange;
using Helpline.Tests.Cases;
using Helpline.Tests.Line;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Callbacks;

public class A_callback
{
    [Fact]
    public async Task Is_asked_while_waiting_and_keeps_the_place_and_says_when_and_how_it_is_safe()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        var caller = await host.Waiting();
        await caller.Hears("ru/wait-choices", TimeSpan.FromMinutes(1));
        await Promised(caller);
        await caller.Presses("2");
        await caller.Hears("ru/callback-when");
        await caller.Presses("4");
        await caller.Hears("ru/callback-message");
        await caller.Presses("1");
        await caller.Hears("ru/callback-saved");
        await caller.IsHungUp();

        var call = await host.Reads(db => db.Calls.AsNoTracking().SingleAsync());
        Assert.Equal(CallState.Callback, call.State);
        var card = Assert.Single(await Cards(marina));
        Assert.Equal(("Open", "counselor3", false, "Evening", true, "01"), (card.State, card.Owner, card.Shared, card.When, card.MayLeaveMessage, card.Ending));
        Assert.Equal(call.QueuedAt, card.QueuedAt);
        Assert.Empty(host.Exchange.Journal.Errors);
        Assert.DoesNotContain("77010000001", string.Concat(await host.Reads(db => db.Inbox.Select(e => e.Reply).ToListAsync())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_number_is_sealed_with_a_lost_key_is_still_listed_beside_the_others_and_says_so()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        var lost = await host.Owed(marina);
        await Promised(await host.Waiting("+77010000002"));
        await host.Until(async () => (await Cards(marina)).Count == 2, "the second promise");
        await host.Reads(db => db.Callbacks.Where(c => c.Id == lost).ExecuteUpdateAsync(c => c.SetProperty(b => b.SealedNumber, "lost:AAAA")));

        Assert.Equal([null, "02"], (await Cards(marina)).Select(c => c.Ending));
        Assert.Equal(HttpStatusCode.Conflict, (await marina.Posts($"{Routes.Callbacks}/{lost}/number", new Access("care"))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await marina.Posts(Owing.Call(lost))).StatusCode);
    }

    [Fact]
    public async Task Reads_the_number_back_digit_by_digit_and_never_keeps_it_in_the_inbox()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        var caller = await host.Waiting("+77012345678");
        await caller.Presses("1");
        await caller.Hears("ru/callback-confirm");
        var digits = caller.Transcript.Where(clip => clip.Contains("/digit-", StringComparison.Ordinal)).Select(clip => clip[clip.IndexOf("digit-", StringComparison.Ordinal) + 6]);
        Assert.Equal("77012345678", string.Concat(digits));
        Assert.DoesNotContain("digit-", string.Concat(await host.Reads(db => db.Inbox.Select(e => e.Reply).ToListAsync())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_owed_from_the_moment_the_number_is_confirmed_and_with_the_careful_choices_when_the_caller_says_no_more()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        var caller = await host.Waiting();
        await Promised(caller);
        await caller.HangsUp();
        var card = Assert.Single(await Cards(marina));
        Assert.Equal((true, "AnyTime", false), (card.Shared, card.When, card.MayLeaveMessage));
    }

    [Fact]
    public async Task Of_a_withheld_number_is_typed_and_a_wrong_one_is_said_to_be_wrong()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        var caller = host.Caller();
        await caller.Ring(withheld: true);
        await caller.Presses("2");
        await caller.Waits();
        await caller.Presses("1");
        await caller.Hears("ru/callback-type");
        await caller.Presses("123#");
        await caller.Hears("ru/callback-wrong");
        await caller.Presses("87015554433#");
        await caller.Hears("ru/callback-confirm");
        await caller.Presses("1");
        await caller.Hears("ru/callback-shared");

        var card = Assert.Single(await Cards(marina));
        Assert.Equal("+77015554433", (await marina.Makes<CallbackNumber>(Routes.Number(card.Id), new Access("care"))).Number);
        Assert.Contains("CallbackNumberSeen", await host.Reads(db => db.Ledger.Select(e => e.What).ToListAsync()));
    }

    [Fact]
    public async Task Shows_its_number_for_a_reason_only_and_writes_down_who_looked_and_why()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        var owed = await host.Owed(marina);
        Assert.Equal("reason", await marina.Posts(Routes.Number(owed), new Access("")).RefusesField());
        Assert.Equal("reason", await marina.Posts(Routes.Number(owed), new Access("curiosity")).RefusesField());
        Assert.Empty(await Looks(host));

        await marina.Makes<CallbackNumber>(Routes.Number(owed), new Access("care"));
        var call = await host.Reads(db => db.Callbacks.Where(c => c.Id == owed).Select(c => c.CallId).SingleAsync());
        var look = Assert.Single(await Looks(host));
        Assert.Equal(("counselor3", Subject.Contact, call, "number", "care"), (look.Actor, look.Subject, look.SubjectId, look.What, look.Reason));

        static Task<List<AuditEntry>> Looks(HelplineHost host) => host.Reads(db => db.AuditTrail.Where(a => a.Action == AuditAction.NumberShown).ToListAsync());
    }

    [Fact]
    public async Task Asked_twice_by_one_person_is_owed_once_in_the_older_place()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        var first = await host.Waiting();
        await Promised(first);
        await first.HangsUp();
        var older = Assert.Single(await Cards(marina));
        await host.Passes(TimeSpan.FromMinutes(1));
        var again = host.Caller();
        await again.Ring();
        await again.Hears("ru/continue-language");
        await again.Presses("1");
        await again.Waits();
        await Promised(again);

        var card = Assert.Single(await Cards(marina));
        Assert.NotEqual(older.Id, card.Id);
        Assert.Equal(older.QueuedAt, card.QueuedAt);
        Assert.Equal(CallbackState.Merged, await host.Reads(db => db.Callbacks.Where(c => c.Id == older.Id).Select(c => c.State).SingleAsync()));
    }

    [Fact]
    public async Task Is_closed_by_itself_when_the_person_rings_again_and_is_answered()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        var first = await host.Waiting();
        await Promised(first);
        await first.HangsUp();
        await marina.Says("Available");
        var again = host.Caller();
        await again.Ring();
        await again.Presses("1");
        await marina.Accepts(await marina.IsOffered());
        await again.IsTalkingTo("counselor3");
        await host.Until(async () => (await Cards(marina)).Count == 0, "nothing owed");
        Assert.Equal(CallbackState.Answered, await host.Reads(db => db.Callbacks.Select(c => c.State).SingleAsync()));
        await using var supervisor = await host.SignIn("supervisor1");
        Assert.Equal((1, 1), await Kept(supervisor));
    }

    [Fact]
    public async Task Is_taken_given_on_and_laid_aside_by_those_who_may_and_is_then_not_kept()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        await using var aigul = await host.SignIn("counselor1");
        await using var supervisor = await host.SignIn("supervisor1");
        var caller = await host.Waiting();
        await Promised(caller);
        var card = Assert.Single(await Cards(marina));

        Assert.Equal(HttpStatusCode.Forbidden, (await aigul.Posts(Routes.Number(card.Id), new Access("care"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await aigul.Posts(Routes.Done(Routes.Callbacks, card.Id))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await aigul.Posts(Routes.Assign(Routes.Callbacks, card.Id), new TaskOwnerChange("counselor1"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await supervisor.Posts(Routes.Assign(Routes.Callbacks, card.Id), new TaskOwnerChange("nobody"))).StatusCode);
        (await supervisor.Posts(Routes.Assign(Routes.Callbacks, card.Id), new TaskOwnerChange("counselor1"))).EnsureSuccessStatusCode();
        (await aigul.Posts(Routes.Take(Routes.Callbacks, card.Id))).EnsureSuccessStatusCode();
        Assert.Equal(("Assigned", "counselor1"), Assert.Single(await Cards(marina)) is var now ? (now.State, now.Owner) : default);
        (await aigul.Posts(Routes.Done(Routes.Callbacks, card.Id))).EnsureSuccessStatusCode();
        (await aigul.Posts(Routes.Done(Routes.Callbacks, card.Id))).EnsureSuccessStatusCode();
        Assert.Equal(HttpStatusCode.Conflict, (await aigul.Posts(Routes.Take(Routes.Callbacks, card.Id))).StatusCode);
        Assert.Empty(await Cards(marina));
        Assert.Equal(CallbackState.GivenUp, await host.Reads(db => db.Callbacks.Select(c => c.State).SingleAsync()));
        Assert.Equal((0, 1), await Kept(supervisor));
    }

    private static async Task<(double, double)> Kept(Counselor supervisor) =>
        (await supervisor.Gets<LineMetrics>(Routes.Metrics)).Figures.Single(f => f.Code == "callbacks_kept") is var kept ? (kept.Numerator, kept.Denominator) : default;

    private static async Task Promised(Caller caller)
    {
        await caller.Presses("1");
        await caller.Hears("ru/callback-confirm");
        await caller.Presses("1");
        await caller.Hears("ru/callback-shared");
    }

    private static async Task<List<CallbackCard>> Cards(Counselor who) => (await who.Http.GetFromJsonAsync<List<CallbackCard>>(Routes.Callbacks))!;
}
