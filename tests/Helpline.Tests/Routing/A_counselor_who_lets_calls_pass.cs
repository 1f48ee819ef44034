using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Contracts.Counselors;
using Helpline.Contracts.Routing;
using Helpline.Domain.Counselors;
using Helpline.Domain.Offers;
using Helpline.Tests.Line;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Routing;

public class A_counselor_who_lets_calls_pass
{
    [Fact]
    public async Task Is_paused_after_two_comes_back_with_one_click_and_the_last_one_never_is()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available("counselor1");
        await using var dana = await host.Available("counselor2");
        await using var marina = await host.Available("counselor3");
        aigul.IsDeaf = true;
        await Passes(host, "+77010000001", dana);
        await Passes(host, "+77010000002", dana);
        Assert.Equal("Paused", (await aigul.Board())!.Me.State);

        await aigul.Says("Available");
        Assert.Equal("Available", (await aigul.Board())!.Me.State);

        // Now she is the only one: however many pass, the line keeps her.
        await dana.Says("Break");
        aigul.IsDeaf = true;
        var caller = host.Caller("+77010000003");
        await caller.Ring();
        await caller.Presses("1");
        await host.Passes(TimeSpan.FromSeconds(80));
        Assert.Equal("Available", (await aigul.Board())!.Me.State);
    }

    [Fact]
    public async Task Is_never_paused_as_the_last_one_of_a_language_though_others_are_available()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available("counselor1");
        await using var marina = await host.Available("counselor3");
        aigul.IsDeaf = true;
        var caller = await host.Waiting(digit: "1");
        await host.Passes(TimeSpan.FromSeconds(80));
        Assert.True(await host.Reads(db => db.Offers.CountAsync(o => o.State == OfferState.Unacknowledged)) >= 2);
        Assert.Equal("Available", (await aigul.Board())!.Me.State);
        Assert.True(caller.IsWaiting);
    }

    [Fact]
    public async Task Is_not_counted_on_once_her_account_is_disabled()
    {
        using var host = HelplineHost.Start();
        await using var admin = await host.SignIn("admin");
        await using var aigul = await host.Available("counselor1");
        await using var dana = await host.Available("counselor2");
        await using var marina = await host.Available("counselor3");
        await Changes(admin, "counselor2", a => a with { Disabled = true });
        Assert.Equal(PresenceState.Offline, await host.Reads(db => db.Presences.Where(p => p.UserName == "counselor2").Select(p => p.State).SingleAsync()));
        aigul.IsDeaf = true;
        await host.Waiting(digit: "1");
        await host.Passes(TimeSpan.FromSeconds(80));
        Assert.Equal("Available", (await aigul.Board())!.Me.State);
    }

    [Fact]
    public async Task Is_not_paused_for_declining()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available("counselor1");
        await using var dana = await host.Available("counselor2");
        foreach (var number in new[] { "+77010000001", "+77010000002", "+77010000003" })
        {
            var caller = host.Caller(number);
            await caller.Ring();
            await caller.Presses("1");
            await aigul.Declines(await aigul.IsOffered());
            var offer = await dana.IsOffered();
            await dana.Declines(offer);
            await caller.HangsUp();
        }
        Assert.Equal("Available", (await aigul.Board())!.Me.State);
    }

    [Fact]
    public async Task And_why_a_call_did_not_ring_for_the_others_can_be_read_afterwards()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.Available("counselor3");
        await using var dana = await host.Available("counselor2");
        await using var aigul = await host.Available("counselor1");
        await dana.Says("Break");
        // As of one who rings on her own telephone, and has said it once.
        await host.Reads(db => db.Ledger.Where(e => e.CallId == null).ExecuteUpdateAsync(e => e.SetProperty(l => l.At, l => l.At.AddDays(-30))));
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        var offer = await aigul.IsOffered();

        await using var supervisor = await host.SignIn("supervisor1");
        var timeline = await supervisor.Gets<RoutingTimeline>(Routes.RoutingTimeline(offer.CallId));
        var asked = Assert.Single(timeline.Moments, m => m.What == "Asked");
        Assert.Equal(("counselor1", "Exact"), (asked.Counselor, asked.Step));
        string Why(string who) => asked.Verdicts!.Single(v => v.UserName == who).Verdict;
        Assert.Equal(("Ask", "Away", "OtherLanguage", "SignedOut"), (Why("counselor1"), Why("counselor2"), Why("counselor3"), Why("supervisor1")));
        Assert.Equal(HttpStatusCode.Forbidden, (await aigul.Opens(Routes.RoutingTimeline(offer.CallId))).StatusCode);
    }

    [Fact]
    public async Task May_say_why_she_is_away_but_not_that_she_is_paused()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        Assert.Equal(HttpStatusCode.BadRequest, (await aigul.Puts(Routes.MyPresence, new PresenceChange("Paused"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await aigul.Puts(Routes.MyPresence, new PresenceChange("Break", "holiday on the moon"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await aigul.Puts(Routes.MyPresence, new PresenceChange("Break", "meal"))).StatusCode);
        var me = (await aigul.Board())!.Me;
        Assert.Equal(("Break", "meal"), (me.State, me.Reason));
    }

    private static async Task Changes(Counselor admin, string who, Func<AccountChange, AccountChange> change)
    {
        var account = (await admin.Gets<AccountCard[]>(Routes.Accounts)).Single(a => a.UserName == who);
        (await admin.Puts(Routes.Account(account.Id), change(new(account.DisplayName, account.Roles, account.Languages, false)))).EnsureSuccessStatusCode();
    }

    /// <summary>A call that the deaf board does not show, and that goes to the other counselor, who answers and finishes it.</summary>
    private static async Task Passes(HelplineHost host, string number, Counselor other)
    {
        var caller = host.Caller(number);
        await caller.Ring();
        await caller.Presses("1");
        var accepted = await other.Accepts(await other.IsOffered());
        await other.SeesState(accepted.CallId, "Talking");
        await other.Finishes(accepted.CallId, "test");
        await caller.HangsUp();
    }
}
