using Helpline.Domain.Calls;
using Helpline.Domain.Counselors;
using Helpline.Domain.Offers;
using Helpline.Server.Calls;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Data;

public class A_desk_on_a_database
{
    [Theory, InlineData("Sqlite"), InlineData("SqlServer")]
    public async Task Carries_a_call_from_arrival_to_an_accepted_offer(string provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (call, offer) = await Rings(database);
        Assert.Equal(OfferAnswer.Done, await database.Desks.Open(desk => desk.Acknowledge(offer.Id, "counselor1")));
        var (answer, accepted) = await database.Desks.Open(desk => desk.Accept(offer.Id, "counselor1"));

        Assert.Equal((OfferAnswer.Done, CallState.Connecting), (answer, accepted!.State));
        Assert.Equal("counselor1", (await database.Reads(db => db.Notes.SingleAsync())).Author);
        Assert.Equal(call.Id, (await database.Reads(db => db.Presences.SingleAsync())).CallId);
        var story = await database.Reads(db => db.Ledger.OrderBy(e => e.Id).Select(e => e.What).ToListAsync());
        Assert.Equal(["Available", "Arrived", "LanguageChosen", "Made", "OfferedTo", "Shown", "Accepted"], story);
    }

    [Theory, InlineData("Sqlite"), InlineData("SqlServer")]
    public async Task Takes_the_same_leg_for_the_same_call(string provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var leg = Made.Sid();
        var calls = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? database.Desks : database.Node()).Open(desk => desk.Arrive(leg, new("+77010000001")))));
        Assert.Single(calls.Select(c => c.Id).Distinct());
        Assert.Equal(1, await database.Reads(db => db.Calls.CountAsync()));
    }

    [Theory, InlineData("Sqlite"), InlineData("SqlServer")]
    public async Task Carries_a_request_out_once_however_often_and_wherever_it_comes(string provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var other = database.Node();
        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => (i % 2 == 0 ? database.Desks : other).Once("CA1|incoming", async desk =>
        {
            await desk.Arrive(Made.Sid(), null);
            return $"reply {i}";
        })));
        Assert.Single(replies.Distinct());
        Assert.Equal(1, await database.Reads(db => db.Calls.CountAsync()));
        Assert.Equal(replies[0], (await database.Reads(db => db.Inbox.SingleAsync())).Reply);
    }

    [Theory, InlineData("Sqlite"), InlineData("SqlServer")]
    public async Task Sweeps_an_offer_that_nobody_answered(string provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (call, offer) = await Rings(database);
        await database.Desks.Open(desk => desk.Acknowledge(offer.Id, "counselor1"));
        database.Clock.Advance(TimeSpan.FromSeconds(20));
        await database.Desks.Open(desk => desk.Sweep());

        Assert.Equal(OfferState.Expired, (await database.Reads(db => db.Offers.SingleAsync())).State);
        var after = await database.Reads(db => db.Calls.SingleAsync());
        Assert.Equal((CallState.Waiting, call.QueuedAt), (after.State, after.QueuedAt));
        Assert.Null((await database.Reads(db => db.Presences.SingleAsync())).CallId);
    }

    [Fact]
    public async Task Never_pauses_the_last_two_when_two_servers_judge_before_either_has_written()
    {
        await using var database = await TestDatabase.Create("Sqlite", Made.Rules with { PauseAfterMissed = 1 });
        foreach (var who in new[] { "counselor1", "counselor2" })
        {
            await database.Holds(TestDatabase.Account(who, "kk"));
            await database.Desks.Open(desk => desk.Say(who, PresenceState.Available));
            await database.Desks.Open(async desk => desk.ChooseLanguage(await desk.Arrive(Made.Sid(), null), "kk"));
        }
        database.Clock.Advance(TimeSpan.FromSeconds(4));
        await using var one = database.CreateDbContext();
        await using var other = database.CreateDbContext();
        var (first, second) = (database.Desk(one), database.Desk(other));
        await Passes(first, "counselor1");
        await Passes(second, "counselor2");
        await first.Save();
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(second.Save);

        // Whoever finds an old version starts again.
        await database.Desks.Open(desk => Passes(desk, "counselor2"));
        Assert.Equal([PresenceState.Paused, PresenceState.Available], await database.Reads(db => db.Presences.OrderBy(p => p.UserName).Select(p => p.State).ToListAsync()));

        static async Task Passes(CallDesk desk, string who) => Assert.True(await desk.Lapse(await desk.Db.Offers.SingleAsync(o => o.Counselor == who), OfferState.Unacknowledged));
    }

    [Theory, InlineData("Sqlite"), InlineData("SqlServer")]
    public async Task Never_pauses_all_whose_calls_pass_in_one_sweep(string provider)
    {
        await using var database = await TestDatabase.Create(provider);
        foreach (var who in new[] { "counselor1", "counselor2" })
        {
            await database.Holds(TestDatabase.Account(who, "kk"));
            await database.Desks.Open(desk => desk.Say(who, PresenceState.Available));
            await database.Desks.Open(async desk => desk.ChooseLanguage(await desk.Arrive(Made.Sid(), null), "kk"));
        }
        for (var time = 1; time <= 2; time++)
        {
            Assert.Equal(2, await database.Reads(db => db.Offers.CountAsync(o => o.State == OfferState.Made)));
            database.Clock.Advance(TimeSpan.FromSeconds(4));
            await database.Desks.Open(desk => desk.Sweep());
        }
        Assert.Equal(4, await database.Reads(db => db.Offers.CountAsync(o => o.State == OfferState.Unacknowledged)));
        Assert.Equal([PresenceState.Available, PresenceState.Paused], (await database.Reads(db => db.Presences.Select(p => p.State).ToListAsync())).Order());
    }

    [Theory, InlineData("Sqlite"), InlineData("SqlServer")]
    public async Task Lets_one_win_when_an_acceptance_meets_the_sweep_of_another_node(string provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var other = database.Node();
        var (_, first) = await Rings(database);
        var (wins, offer) = (0, first);
        for (var round = 0; round < 15; round++)
        {
            // One tick before the end for the counselor; the sweep's node is a moment ahead.
            database.Clock.Advance(offer.ExpiresAt - database.Now - TimeSpan.FromTicks(1));
            var id = offer.Id;
            var accepts = Task.Run(() => database.Desks.Open(desk => desk.Accept(id, "counselor1")));
            var sweeps = Task.Run(() => other.Open(async desk => await desk.Lapse(await desk.Db.Offers.SingleAsync(o => o.Id == id), OfferState.Expired)));
            var (answer, swept) = ((await accepts).Answer, await sweeps);
            Assert.True((answer == OfferAnswer.Done) ^ swept, $"round {round}: accept {answer}, swept {swept}");
            // Whoever let a call go is asked for it again only after a while; a new caller is offered to her at once.
            if (swept) database.Clock.Advance(Made.Rules.AskAgainAfter);
            await database.Desks.Open(desk => desk.Say("counselor1", PresenceState.Available));
            if (answer == OfferAnswer.Done)
            {
                wins++;
                await database.Desks.Open(async desk => await desk.CallerLeaves((await desk.Db.Calls.SingleAsync(c => c.State == CallState.Connecting)), desk.Now));
                await database.Desks.Open(desk => desk.Arrive(Made.Sid(), null));
                await database.Desks.Open(async desk => desk.ChooseLanguage(await desk.Db.Calls.SingleAsync(c => c.State == CallState.Greeting), "kk"));
            }
            await database.Desks.Open(desk => desk.Dispatch());
            offer = await database.Reads(db => db.Offers.SingleAsync(o => o.State == OfferState.Made));
        }
        Assert.InRange(wins, 0, 15);
    }

    [Theory, InlineData("Sqlite"), InlineData("SqlServer")]
    public async Task Keeps_nothing_of_a_piece_of_work_that_fails(string provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var works = Enumerable.Range(0, 20).Select(i => database.Desks.Open(async desk =>
        {
            await desk.Arrive($"CA{i:D32}", null);
            await desk.Save();
            return i % 2 == 0 ? i : throw new InvalidOperationException("on purpose");
        })).ToList();
        foreach (var work in works.Where((_, i) => i % 2 == 0)) await work;
        foreach (var work in works.Where((_, i) => i % 2 == 1)) await Assert.ThrowsAsync<InvalidOperationException>(() => work);
        var kept = await database.Reads(db => db.Calls.Select(c => c.CallerLeg).Order().ToListAsync());
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"CA{2 * i:D32}"), kept);
    }

    private static async Task<(Call Call, Offer Offer)> Rings(TestDatabase database)
    {
        await database.Holds(TestDatabase.Account("counselor1", "kk"));
        await database.Desks.Open(desk => desk.Say("counselor1", PresenceState.Available));
        var id = (await database.Desks.Open(desk => desk.Arrive(Made.Sid(), new("+77010000001")))).Id;
        await database.Desks.Open(async desk => desk.ChooseLanguage((await desk.Find(id))!, "kk"));
        await database.Desks.Open(desk => desk.Dispatch());
        return (await database.Reads(db => db.Calls.SingleAsync()), await database.Reads(db => db.Offers.SingleAsync()));
    }
}
