using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Live;
using Helpline.Contracts.Routing;
using Helpline.Contracts.Work;
using Helpline.Domain.Callbacks;
using Helpline.Domain.Routing;
using Helpline.Tests.Line;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Callbacks;

/// <summary>Key 1 promises that the place is kept: who is to be called back stands where she would wait.</summary>
public class A_place_that_is_kept
{
    private const string Later = "+77010000002";

    [Fact]
    public async Task Is_next_for_whoever_becomes_free_and_then_the_call_behind_it_rings_her_all_the_same()
    {
        using var host = HelplineHost.Start();
        await using var erlan = await host.SignIn("supervisor1");
        await using var marina = await host.OnABreak("counselor3");
        var owed = await host.Owed(marina);
        Assert.Null((await Queue(marina)).Next);
        await marina.Says("Available");
        Assert.Equal(owed, (await Queue(marina)).Next);

        await host.Waiting(Later);
        Assert.False(marina.HasOffer);
        var queue = await Queue(marina);
        Assert.Equal((2, owed, owed), (queue.Order.Count, queue.Order[0], Assert.Single(queue.Callbacks).Id));
        Assert.Equal(queue.Order, (await erlan.Gets<LiveCalls>(Routes.LiveCalls)).Waiting.Select(w => w.CallId));
        var undecided = (await erlan.Gets<RoutingTimeline>(Routes.RoutingTimeline(queue.Order[1]))).Moments.Single(m => m.What == "NobodyToAsk");
        Assert.Equal(nameof(Verdict.CallbackFirst), undecided.Verdicts!.Single(v => v.UserName == "counselor3").Verdict);

        var offer = await marina.IsOffered(TimeSpan.FromSeconds(20));
        Assert.Equal((queue.Order[1], null), (offer.CallId, (await Queue(marina)).Next));
    }

    [Fact]
    public async Task Is_used_once_somebody_calls_and_after_a_call_in_vain_only_the_task_is_left()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        var owed = await host.Owed(marina);
        await host.Waiting(Later);
        await marina.Says("Available");
        var placed = await marina.Places(owed);
        Assert.Single((await Queue(marina)).Order);
        await marina.Connects(placed.Ticket);
        var phone = host.Exchange.Phone(Owing.Number);
        await phone.IsRung();
        phone.IsBusy();
        await marina.SeesState(placed.CallId, "Done");

        Assert.Equal((1, null), await Queue(marina) is var queue ? (queue.Order.Count, queue.Next) : default);
        Assert.Equal((owed, 1), Assert.Single(await marina.Gets<List<CallbackCard>>(Routes.Callbacks)) is var card ? (card.Id, card.Attempts) : default);
        await marina.IsOffered();
    }

    [Fact]
    public async Task Waits_for_the_hours_in_which_it_is_safe_to_call_and_keeps_nobody_till_then()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        await host.Owed(marina);
        await host.Reads(db => db.Callbacks.ExecuteUpdateAsync(c => c.SetProperty(b => b.When, SafeTime.Evening)));
        await marina.Says("Available");
        Assert.Empty((await Queue(marina)).Order);
        await host.Waiting(Later);
        await marina.IsOffered(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Is_not_kept_from_the_person_herself_when_she_rings_again()
    {
        using var host = HelplineHost.Start();
        await using var marina = await host.OnABreak("counselor3");
        var owed = await host.Owed(marina);
        await marina.Says("Available");
        var again = host.Caller();
        await again.Ring();
        await again.Presses("1");
        await marina.IsOffered(TimeSpan.FromSeconds(2));
        Assert.DoesNotContain(owed, (await Queue(marina)).Order);
    }

    private static async Task<QueueCard> Queue(Counselor who) => (await who.Board())!.Queue!;
}
