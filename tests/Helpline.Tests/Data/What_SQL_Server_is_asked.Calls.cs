using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Counselors;
using Helpline.Contracts.Missed;
using Helpline.Contracts.Supervision;
using Helpline.Domain.Calls;
using Helpline.Domain.Offers;
using Helpline.Server.Accounts;

namespace Helpline.Tests.Data;

public sealed partial class What_SQL_Server_is_asked
{
    private async Task Boards()
    {
        var me = await SignsIn("counselor1");
        await using var hub = await paper.Board();
        foreach (var state in new[] { CallState.Waiting, CallState.Offered, CallState.Connecting, CallState.Talking, CallState.WrapUp })
        {
            var call = Made.Call(state, paper.Now);
            var offer = Made.Offer(call, paper.Now, state: OfferState.Shown);
            paper.Holds(me, call, offer, Made.Seat(paper.Now, call), Made.Note(call, paper.Now));
            await Asks(HttpMethod.Get, Routes.Board);
            await Asks(HttpMethod.Post, Routes.Acknowledge(offer.Id));
            await Asks(HttpMethod.Post, Routes.Accept(offer.Id));
            await Asks(HttpMethod.Post, Routes.Decline(offer.Id));
        }
        paper.Holds(me);
        await Asks(HttpMethod.Get, Routes.Board);
        await Asks(HttpMethod.Put, Routes.MyPresence, new PresenceChange("Available", Tab: "tab"));
        await Asks(HttpMethod.Put, Routes.MyTab("tab"), new TabChange(Hidden: true));
        await Asks(HttpMethod.Delete, Routes.MyTab("tab"));
        await paper.Passes(TimeSpan.FromSeconds(8));
    }

    private async Task Calls()
    {
        var me = await SignsIn("counselor1");
        foreach (var state in new[] { CallState.Connecting, CallState.Talking, CallState.WrapUp })
        {
            var call = Made.Call(state, paper.Now);
            paper.Holds(me, call, Made.Seat(paper.Now, call), Made.Note(call, paper.Now));
            await Asks(HttpMethod.Get, Routes.Calls);
            await Asks(HttpMethod.Get, Routes.Calls + "?before=2026-11-02T09:00:00Z");
            await Asks(HttpMethod.Get, Routes.Call(call.Id));
            await Asks(HttpMethod.Get, Routes.Note(call.Id));
            await Asks(HttpMethod.Put, Routes.Note(call.Id), new NoteChange(null, "counseling", null, null, "text", null), key: "k1");
            await Asks(HttpMethod.Post, Routes.Calls + $"/{call.Id}/rejoin");
            await Asks(HttpMethod.Post, Routes.Hold(call.Id));
            await Asks(HttpMethod.Post, Routes.StopRecording(call.Id));
            await Asks(HttpMethod.Post, Routes.Resume(call.Id));
            await Asks(HttpMethod.Post, Routes.AskForHelp(call.Id));
            await Asks(HttpMethod.Post, Routes.HangUp(call.Id));
            await Asks(HttpMethod.Post, Routes.ExtendWrapUp(call.Id));
            await Asks(HttpMethod.Post, Routes.Finish(call.Id), new FinishCall("silent"));
        }
        var supervisor = await SignsIn("supervisor1", Roles.Supervisor);
        var missed = Made.Call(CallState.Waiting, paper.Now);
        paper.Holds(supervisor, missed, Made.Offer(missed, paper.Now, state: OfferState.Expired), Made.Decision(missed, paper.Now), Made.Missed(missed, paper.Now));
        await Asks(HttpMethod.Get, Routes.RoutingTimeline(missed.Id));
        await Asks(HttpMethod.Get, Routes.MissedCalls);
        var (talk, listener) = (Made.Call(CallState.Talking, paper.Now), Made.Listener(paper.Now));
        paper.Holds(supervisor, talk, listener, Made.Seat(paper.Now, talk));
        await Asks(HttpMethod.Post, Routes.Listen(talk.Id));
        await Asks(HttpMethod.Put, $"{Routes.Listeners}/{listener.Id}", new ListenerChange("Coach"));
        paper.Holds(supervisor, missed, Made.Missed(missed, paper.Now));
        await Asks(HttpMethod.Post, Routes.TakeMissed(missed.Id));
        await Asks(HttpMethod.Post, Routes.CallOwed(Routes.MissedCalls, missed.Id));
        await Asks(HttpMethod.Post, Routes.MissedDone(missed.Id), new MissedCallDone("CalledBack"));
        await Asks(HttpMethod.Get, Routes.Catalog);
        await Asks(HttpMethod.Get, Routes.Reference);
        await Asks(HttpMethod.Get, Routes.Phone);
        await Asks(HttpMethod.Get, "health/ready");
    }
}
