using Helpline.Domain.Calls;
using Helpline.Domain.Counselors;
using Helpline.Domain.Offers;
using Helpline.Server.Calls;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Calls;

/// <summary>Two servers on one database, everything at the same moment: a call has one counselor, a counselor one call.</summary>
public class A_race_for_a_call
{
    private const int Rounds = 1000;
    private static readonly string[] Two = ["counselor1", "counselor2"];

    [Fact]
    public async Task Of_an_expiring_accept_the_next_accept_a_sweep_and_a_hang_up_has_one_winner()
    {
        using var first = HelplineHost.Start();
        using var second = first.StartSecond();
        var (here, there) = (Desks(first), Desks(second));
        var winners = new Dictionary<string, int>();

        for (var round = 0; round < Rounds; round++)
        {
            var call = await Rings(here, $"CA{round}");
            var offer = await OpenOffer(first, call);
            // The very moment at which the offer ends: an accept is too late or just in time, by who comes first.
            first.Clock.Advance(offer.ExpiresAt - first.Clock.GetUtcNow().UtcDateTime - TimeSpan.FromMilliseconds(round % 2));
            var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var other = Two.Single(c => c != offer.Counselor);
            await Together(start,
                () => here.Open(desk => desk.Accept(offer.Id, offer.Counselor)),
                () => there.Open(desk => desk.Sweep()),
                () => there.Open(desk => NextAccepts(desk, call, other)),
                () => here.Open(async desk => round % 3 == 0 && await desk.CallerLeaves((await desk.Find(call))!, desk.Now)));

            var outcome = await Judge(first, call);
            winners[outcome] = winners.GetValueOrDefault(outcome) + 1;
            await CleanUp(here, call);
        }

        Assert.True(winners.Count > 2, $"The race was never close: {string.Join(", ", winners)}.");
    }

    private static CallDesks Desks(HelplineHost host) => host.Services.GetRequiredService<CallDesks>();

    private static async Task<Guid> Rings(CallDesks desks, string leg) => await desks.Open(async desk =>
    {
        foreach (var counselor in Two) await desk.Say(counselor, PresenceState.Available);
        var call = await desk.Arrive(leg, null);
        desk.ChooseLanguage(call, "kk");
        await desk.Save();
        await desk.Dispatch();
        return call.Id;
    });

    private static Task<Offer> OpenOffer(HelplineHost host, Guid call) =>
        host.Reads(db => db.Offers.AsNoTracking().SingleAsync(o => o.CallId == call && (o.State == OfferState.Made || o.State == OfferState.Shown)));

    /// <summary>What the next counselor's board does as soon as the call rings there.</summary>
    private static async Task<bool> NextAccepts(CallDesk desk, Guid call, string counselor)
    {
        await desk.Sweep();
        await desk.Save();
        await desk.Dispatch();
        await desk.Save();
        var open = await desk.Db.Offers.FirstOrDefaultAsync(o => o.CallId == call && o.Counselor == counselor && (o.State == OfferState.Made || o.State == OfferState.Shown));
        return open is not null && (await desk.Accept(open.Id, counselor)).Answer == OfferAnswer.Done;
    }

    private static Task Together(TaskCompletionSource start, params Func<Task>[] acts)
    {
        var running = acts.Select(act => Task.Run(async () =>
        {
            await start.Task;
            await act();
        })).ToList();
        start.SetResult();
        return Task.WhenAll(running);
    }

    private static async Task<string> Judge(HelplineHost host, Guid id)
    {
        var call = await host.Reads(db => db.Calls.AsNoTracking().SingleAsync(c => c.Id == id));
        var offers = await host.Reads(db => db.Offers.AsNoTracking().Where(o => o.CallId == id).ToListAsync());
        var seats = await host.Reads(db => db.Presences.AsNoTracking().Where(p => p.CallId != null).ToListAsync());
        Assert.True(offers.Count(o => o.State == OfferState.Accepted) <= 1, "The call was accepted twice.");
        Assert.True(seats.Count(s => s.CallId == id) <= 1, "Two counselors hold the call.");
        if (CallFlow.IsClaimed(call.State))
        {
            Assert.Equal(call.Counselor, Assert.Single(offers, o => o.State == OfferState.Accepted).Counselor);
            Assert.Equal(call.Counselor, Assert.Single(seats).UserName);
        }
        if (CallFlow.IsEnd(call.State))
        {
            Assert.DoesNotContain(offers, o => OfferFlow.IsOpen(o.State));
            Assert.DoesNotContain(seats, s => s.CallId == id);
        }
        return $"{call.State} {call.Counselor}";
    }

    private static Task CleanUp(CallDesks desks, Guid id) => desks.Open(async desk =>
    {
        var call = (await desk.Find(id))!;
        await desk.CallerLeaves(call, desk.Now);
    });
}
