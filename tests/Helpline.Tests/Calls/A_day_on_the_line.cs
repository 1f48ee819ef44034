using System.Net;
using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Line;
using Helpline.Domain.Calls;
using Helpline.Domain.Voicemails;
using Helpline.Exchange;
using Helpline.Server.Calls;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Calls;

/// <summary>Callers and counselors who do as the dice say; afterwards the books must balance.</summary>
public class A_day_on_the_line
{
    private const int Callers = 40;

    [Theory, InlineData(1)]
    public async Task Ends_with_every_call_accounted_for(int seed)
    {
        var dice = new Random(seed);
        using var host = HelplineHost.Start();
        await using var supervisor = await host.SignIn("supervisor1");
        Counselor[] counselors = [await host.Available("counselor1"), await host.Available("counselor2"), await host.Available("counselor3")];
        var callers = Enumerable.Range(1, Callers).Select(n => host.Caller($"+770100001{n:00}")).ToList();
        for (var turn = 0; turn < Callers; turn++)
        {
            await callers[turn].Ring();
            foreach (var caller in callers.Take(turn + 1).Where(c => c.IsOnTheLine)) await Acts(caller, dice);
            foreach (var counselor in counselors) await Acts(counselor, dice);
            if (turn % 13 == 12) await Turns(supervisor, turn % 2 == 0 ? "Closed" : "Open");
            await host.Passes(TimeSpan.FromMilliseconds(500));
        }
        foreach (var caller in callers.Where(c => c.IsOnTheLine)) await caller.HangsUp();
        await host.Passes(TimeSpan.FromSeconds(5));
        foreach (var counselor in counselors)
            if ((await counselor.Board())!.MyCall is { } last) await counselor.Posts(Routes.Finish(last.Id), new FinishCall(null));
        await host.Passes(TimeSpan.FromSeconds(1));
        await Balance(host);
        foreach (var counselor in counselors) await counselor.DisposeAsync();
    }

    private static async Task Acts(Caller caller, Random dice)
    {
        var roll = dice.Next(100);
        if (roll < 8) await caller.HangsUp();
        else if (roll < 70) caller.PressesAtOnce($"{dice.Next(1, 4)}");
    }

    private static async Task Acts(Counselor counselor, Random dice)
    {
        var (roll, board) = (dice.Next(100), (await counselor.Board())!);
        if (board.Me.State != "Available") await counselor.Says("Available");
        if (board.MyCall is { State: "Talking" } talk && roll < 30) await counselor.HangsUp(talk.Id);
        else if (board.MyCall is { State: "Talking" or "WrapUp" } work && roll < 70) await counselor.Finishes(work.Id);
        else if (counselor.HasOffer) await Answers(counselor, (await counselor.IsOffered()).Id, roll);
    }

    /// <summary>The offer may be over by now, and that is an answer too.</summary>
    private static async Task Answers(Counselor counselor, Guid offer, int roll)
    {
        if (roll < 20) await counselor.Posts(Routes.Decline(offer));
        if (roll is < 20 or > 90) return;
        var answer = await counselor.TriesToAccept(offer);
        if (answer.StatusCode == HttpStatusCode.OK) await counselor.Connects((await answer.Content.ReadFromJsonAsync<AcceptedOffer>())!.Ticket);
    }

    private static async Task Turns(Counselor supervisor, string order) =>
        (await supervisor.Puts(Routes.Line, new LineChange(order, "The dice"))).EnsureSuccessStatusCode();

    private static async Task Balance(HelplineHost host)
    {
        var (calls, missed, offers, seats, ledger) = await host.Reads(async db => (
            await db.Calls.AsNoTracking().ToListAsync(), await db.MissedCalls.AsNoTracking().ToListAsync(), await db.Offers.AsNoTracking().ToListAsync(),
            await db.Presences.AsNoTracking().ToListAsync(), await db.Ledger.AsNoTracking().Where(e => e.From != null && e.To != null).ToListAsync()));
        Assert.Equal(Callers, calls.Count);
        Assert.All(calls, c => Assert.True(CallFlow.IsEnd(c.State), $"{c.State}"));
        Assert.All(calls, c => Assert.Equal(1, ledger.Count(e => e.CallId == c.Id && Enum.TryParse<CallState>(e.To, out var to) && CallFlow.IsEnd(to))));

        var answered = calls.Where(c => c.FirstAnsweredAt is not null).ToList();
        int Unanswered(params CallState[] ends) => calls.Count(c => c.FirstAnsweredAt is null && ends.Contains(c.State));
        var exited = Unanswered(CallState.Voicemail, CallState.Callback, CallState.Closed);
        Assert.Equal(Callers, answered.Count + Unanswered(CallState.Abandoned) + exited + Unanswered(CallState.Blocked) + Unanswered(CallState.Failed));
        Assert.True(answered.Count > 3, $"{answered.Count} answered");

        // Each call that nobody spoke to is in the book of missed ones; whoever left a callback or said something has acted, and that has an owner of its own.
        var silent = await host.Reads(db => db.Voicemails.Where(v => v.State == VoicemailState.Empty).Select(v => v.CallId).ToListAsync());
        Assert.Equal(calls.Except(answered).Select(c => c.Id).Order(), missed.Select(m => m.CallId).Order());
        Assert.All(missed, m => Assert.NotNull(m.ActedAt is null ? m.Owner : m.Act));
        var exits = calls.Where(c => c.FirstAnsweredAt is null && c.State is (CallState.Voicemail or CallState.Callback)).Select(c => c.Id).Except(silent).ToHashSet();
        Assert.All(missed.Where(m => exits.Contains(m.CallId)), m => Assert.NotNull(m.ActedAt));
        Assert.All(seats, s => Assert.Null(s.CallId));
        Assert.DoesNotContain(offers, o => Helpline.Domain.Offers.OfferFlow.IsOpen(o.State));
        var owed = await host.Reads(async db => (await db.Callbacks.AsNoTracking().Owed().Select(c => c.Owner).ToListAsync()).Concat(
            await db.Voicemails.AsNoTracking().Where(v => v.ClosedAt == null).Select(v => v.Owner).ToListAsync()).ToList());
        Assert.All(owed, Assert.NotNull);
        Assert.Empty(host.Exchange.Journal.Errors);
    }
}
