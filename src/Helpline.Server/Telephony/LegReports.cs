using Helpline.Domain.Calls;
using Helpline.Domain.Offers;
using Helpline.Domain.ThirdParties;
using Helpline.Server.Calls;

namespace Helpline.Server.Telephony;

/// <summary>
/// Status callbacks: late, twice and in any order. Each is carried out once by its key; what it tells is a fact of the call,
/// and the call judges the facts, not their order.
/// </summary>
internal sealed class LegReports(CallDesks desks, ILogger<LegReports> log)
{
    private const string Taken = "";

    /// <summary>How a leg ended.</summary>
    public async Task<IResult> Status(VoiceForm form)
    {
        if (!form.IsOver && form.Text("call") + form.Text("offer") + form.Text("third") == "") return TypedResults.NoContent();
        await desks.Once($"{form.CallSid}|status|{form["CallStatus"]}", async desk =>
        {
            if (await Rung(desk, form) is { } rung) await RungLine(desk, rung, form);
            else if (await Third(desk, form) is { } third) await RungThird(desk, third, form);
            else if (await Offered(desk, form) is { } offer && await RungOwn(desk, offer, form)) return Taken;
            else if (await desk.FindByCounselorLeg(form.CallSid) is { } counselors) await desk.MissCounselor(counselors, form.CallSid);
            else if (IsCaller(form)) await CallerEnded(desk, form);
            else await desk.LoseGuest(form.CallSid);
            return Taken;
        });
        return TypedResults.NoContent();
    }

    /// <summary>The call that we placed and whose line reports.</summary>
    private static async Task<Call?> Rung(CallDesk desk, VoiceForm form) =>
        Guid.TryParseExact(form.Text("call"), "N", out var id) ? await desk.Find(id) : null;

    private static async Task RungLine(CallDesk desk, Call call, VoiceForm form)
    {
        if (!form.IsOver || call.IsRinging) desk.NameCallerLeg(call, form.CallSid);
        if (!form.IsOver || call.CallerLeg != form.CallSid) return;
        if (call.IsRinging && NotReached(form["CallStatus"]) is { } why) await desk.GiveUp(call, why);
        else await desk.CallerLeaves(call, form.At(desk.Now));
    }

    /// <summary>The one called into a talk whose line reports.</summary>
    private static async Task<ThirdParty?> Third(CallDesk desk, VoiceForm form) =>
        Guid.TryParseExact(form.Text("third"), "N", out var id) ? await desk.Db.ThirdParties.FindAsync(id) : null;

    private static async Task RungThird(CallDesk desk, ThirdParty third, VoiceForm form)
    {
        if (!form.IsOver) await desk.RingsOn(third, form.CallSid);
        if (form["CallStatus"] == "in-progress") await desk.Join(third);
        if (!form.IsOver || third.Leg is { } known && known != form.CallSid) return;
        await desk.Lose(third, NotReached(form["CallStatus"]) is null || third.State == ThirdPartyState.Talking ? ThirdPartyState.Left : ThirdPartyState.Unreached);
    }

    /// <summary>The offer for which a counselor's own telephone reports.</summary>
    private static async Task<Offer?> Offered(CallDesk desk, VoiceForm form) =>
        Guid.TryParseExact(form.Text("offer"), "N", out var id) ? await desk.Db.Offers.FindAsync(id) : null;

    /// <returns>False for the end of a line that is no offer's any more: it may be the one she talks on.</returns>
    private static async Task<bool> RungOwn(CallDesk desk, Offer offer, VoiceForm form)
    {
        // One that is picked up asks by itself what to do.
        if (!form.IsOver && form["CallStatus"] != "in-progress") await desk.RingsOn(offer, form.CallSid);
        if (!form.IsOver) return true;
        if (form["CallStatus"] != "failed" || !OfferFlow.IsOpen(offer.State)) return await desk.LeaveUnanswered(offer, form.CallSid);
        if (offer.LeavePhone(form.CallSid)) await desk.FailPhone(offer);
        return true;
    }

    /// <returns>Null for a line that was picked up.</returns>
    private static Unreached? NotReached(string status) => status switch
    {
        "busy" => Unreached.Busy,
        "no-answer" => Unreached.NoAnswer,
        "canceled" => Unreached.Canceled,
        "failed" => Unreached.Failed,
        _ => null,
    };

    private async Task CallerEnded(CallDesk desk, VoiceForm form)
    {
        var call = await desk.FindByCallerLeg(form.CallSid);
        if (call is null) log.LogWarning("A call ended of which nothing was known: its first webhook was lost");
        call ??= await desk.Arrive(form.CallSid, CallerNumber.From(form.From));
        if (form["CallStatus"] == "failed") desk.BreakOff(call);
        await desk.CallerLeaves(call, form.At(desk.Now));
    }

    /// <summary>A message or the recording of a talk is ready at the provider, or there is none.</summary>
    public async Task<IResult> Recording(VoiceForm form)
    {
        var seconds = form["RecordingStatus"] == "completed" && int.TryParse(form["RecordingDuration"], out var length) ? Math.Max(length, 1) : 0;
        if (form["RecordingStatus"] is not ("completed" or "absent" or "failed")) return TypedResults.NoContent();
        await desks.Once($"{form["RecordingSid"]}|{form.CallSid}|{form["RecordingStatus"]}", async desk =>
        {
            if (Guid.TryParseExact(form.Text("talk"), "N", out var talk)) await desk.TalkRecorded(talk, form["RecordingSid"], seconds);
            else if (await desk.FindByCallerLeg(form.CallSid) is { } call) await desk.Recorded(call, form["RecordingSid"], seconds);
            return Taken;
        });
        return TypedResults.NoContent();
    }

    /// <summary>What happens in a room.</summary>
    public async Task<IResult> Conference(VoiceForm form)
    {
        if (RoomName.Read(form["FriendlyName"]) is not { } room) return TypedResults.NoContent();
        await desks.Once($"{form["ConferenceSid"]}|{form["SequenceNumber"]}|{form["StatusCallbackEvent"]}|{form.CallSid}", async desk =>
        {
            // A late report of an earlier attempt's room touches nothing.
            if (await desk.Find(room.Call) is { } call && call.Attempt == room.Attempt)
            {
                call.SeesRoom(form["ConferenceSid"]);
                await Happened(desk, call, form);
            }
            return Taken;
        });
        return TypedResults.NoContent();
    }

    private static async Task Happened(CallDesk desk, Call call, VoiceForm form)
    {
        if (call.Outbound && form["ParticipantLabel"] == VoiceScript.CallersLabel) desk.NameCallerLeg(call, form.CallSid);
        var (at, isCaller) = (form.At(desk.Now), form.CallSid == call.CallerLeg);
        // A caller whom we fetched back into the queue has left the room and not the line.
        if (call.State is CallState.Waiting or CallState.Offered) return;
        switch (form["StatusCallbackEvent"])
        {
            case "participant-join" when isCaller:
                await desk.CallerJoins(call, at);
                break;
            case "participant-join" when form.CallSid == call.CounselorLeg:
                await desk.CounselorJoins(call, at);
                break;
            case "conference-start" when call.CounselorLeg is not null:
                await desk.CallerJoins(call, at);
                await desk.CounselorJoins(call, at);
                break;
            case "participant-leave" when isCaller && call.IsRinging && form["ReasonParticipantLeft"] == "participant_add_failed":
                await desk.GiveUp(call, NotReached(form["ParticipantCallStatus"]) ?? Unreached.Failed);
                break;
            case "participant-leave" when isCaller:
                await desk.CallerLeaves(call, at);
                break;
            case "participant-leave" when form.CallSid == call.CounselorLeg:
                await desk.MissCounselor(call, form.CallSid);
                break;
            case "participant-leave":
                await desk.LoseGuest(form.CallSid);
                break;
            case "conference-end" when form["CallSidEndingConference"] == call.CallerLeg:
                await desk.CallerLeaves(call, at);
                break;
        }
    }

    private static bool IsCaller(VoiceForm form) =>
        !form.IsBrowser && form["Direction"] is "" or "inbound";
}
