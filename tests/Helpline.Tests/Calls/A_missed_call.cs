using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Missed;
using Helpline.Domain.Calls;
using Helpline.Domain.Line;
using Helpline.Domain.Missed;
using Helpline.Domain.Offers;
using Helpline.Tests.Support;

namespace Helpline.Tests.Calls;

public class A_missed_call
{
    [Fact]
    public void Has_exactly_one_cause()
    {
        (MissedFacts Facts, MissedCause Cause)[] all =
        [
            (new(CallState.Abandoned, null, WasQueued: false, 0, [], AnyoneSignedIn: true), MissedCause.CallerLeft),
            (new(CallState.Abandoned, null, WasQueued: true, 0, [], AnyoneSignedIn: false), MissedCause.NobodySignedIn),
            (new(CallState.Abandoned, null, WasQueued: true, 0, [], AnyoneSignedIn: true), MissedCause.AllBusy),
            (new(CallState.Abandoned, null, WasQueued: true, 0, [], AnyoneSignedIn: true, AnyoneOnShift: false), MissedCause.NobodyOnShift),
            (new(CallState.Callback, Diversion.NobodyThere, WasQueued: false, 0, [], AnyoneSignedIn: false, AnyoneOnShift: false), MissedCause.NobodyOnShift),
            (new(CallState.Abandoned, null, WasQueued: true, 0, [OfferState.Declined], AnyoneSignedIn: true, AnyoneOnShift: false), MissedCause.Declined),
            (new(CallState.Abandoned, null, WasQueued: true, 0, [OfferState.Declined, OfferState.Unacknowledged], AnyoneSignedIn: true), MissedCause.OfferedNotShown),
            (new(CallState.Abandoned, null, WasQueued: true, 0, [OfferState.Unacknowledged, OfferState.Expired], AnyoneSignedIn: true), MissedCause.OfferedIgnored),
            (new(CallState.Voicemail, null, WasQueued: true, 0, [OfferState.Declined], AnyoneSignedIn: true), MissedCause.Declined),
            (new(CallState.Abandoned, null, WasQueued: true, 0, [OfferState.Withdrawn], AnyoneSignedIn: true), MissedCause.CallerLeft),
            (new(CallState.Abandoned, null, WasQueued: true, 1, [OfferState.Accepted], AnyoneSignedIn: true), MissedCause.ClaimedNotConnected),
            (new(CallState.Closed, null, WasQueued: false, 0, [], AnyoneSignedIn: false), MissedCause.Closed),
            (new(CallState.Callback, Diversion.Holiday, WasQueued: true, 0, [], AnyoneSignedIn: false), MissedCause.Closed),
            (new(CallState.Voicemail, Diversion.LongWait, WasQueued: true, 0, [OfferState.Expired], AnyoneSignedIn: true), MissedCause.AllBusy),
            (new(CallState.Blocked, null, WasQueued: false, 0, [], AnyoneSignedIn: true), MissedCause.Blocked),
            (new(CallState.Failed, null, WasQueued: true, 0, [], AnyoneSignedIn: true), MissedCause.SystemError),
        ];
        Assert.All(all, one => Assert.Equal(one.Cause, one.Facts.Cause));
        Assert.Equal(Enum.GetValues<MissedCause>().Length, all.Select(one => one.Cause).Distinct().Count());
    }

    [Fact]
    public async Task Has_an_owner_until_somebody_has_acted_and_is_closed_by_itself_when_she_rings_again_and_is_answered()
    {
        using var host = HelplineHost.Start();
        await using var supervisor = await host.SignIn("supervisor1");
        await using var aigul = await host.Available();
        await aigul.Says("Break");
        foreach (var number in new[] { "+77010000001", "+77010000002" })
        {
            var caller = host.Caller(number);
            await caller.Ring();
            await caller.Presses("1");
            await caller.Waits();
            await caller.HangsUp();
        }
        await host.Until(async () => (await Open(supervisor)).Count == 2, "two missed calls");
        var missed = await Open(supervisor);
        Assert.All(missed, m => Assert.Equal(("AllBusy", "supervisor1", "kk"), (m.Cause, m.Owner, m.Language)));

        var byHand = missed[0];
        Assert.Equal(HttpStatusCode.NoContent, (await aigul.Posts(Routes.TakeMissed(byHand.CallId))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await aigul.Posts(Routes.MissedDone(byHand.CallId), new MissedCallDone("Slept"))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await aigul.Posts(Routes.MissedDone(byHand.CallId), new MissedCallDone("NothingToDo"))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await supervisor.Posts(Routes.TakeMissed(byHand.CallId))).StatusCode);

        var left = Assert.Single(await Open(supervisor));
        await aigul.Says("Available");
        foreach (var number in new[] { "+77010000001", "+77010000002" })
        {
            var again = host.Caller(number);
            await again.Ring();
            await again.Presses("1");
            var accepted = await aigul.Accepts(await aigul.IsOffered());
            await aigul.SeesState(accepted.CallId, "Talking");
            await aigul.Finishes(accepted.CallId, "test");
        }
        Assert.Empty(await Open(supervisor));
        var all = await supervisor.Gets<List<MissedCallCard>>(Routes.MissedCalls + "?all=true");
        Assert.Equal("RangAgain", all.Single(m => m.CallId == left.CallId).Act);
    }

    private static Task<List<MissedCallCard>> Open(Counselor who) => who.Gets<List<MissedCallCard>>(Routes.MissedCalls);
}
