using Helpline.Server.Calls;

namespace Helpline.Server.Telephony;

/// <summary>What a counselor's browser leg asks. Answers are TwiML.</summary>
internal sealed class CounselorLegs(CallDesks desks, Tickets tickets, Languages languages)
{
    /// <summary>The leg of an accepted call enters the room with its ticket; the caller is fetched after the commit.</summary>
    public Task<string> Enter(VoiceForm form) => desks.Once($"{form.CallSid}|counselor", async desk =>
    {
        var identity = form.Identity;
        if (tickets.ReadListener(form["ticket"], identity) is { } listener)
            return await desk.AdmitListener(listener, identity, form.CallSid) is { } heard ? VoiceScript.ListenersRoom(heard, listener) : VoiceScript.TooLate(languages.Default.Code);
        if (tickets.ReadTransfer(form["ticket"], identity) is { } transfer)
            return await desk.AdmitColleague(transfer, identity, form.CallSid) is { } shared ? VoiceScript.ColleaguesRoom(shared, transfer) : VoiceScript.TooLate(languages.Default.Code);
        if (tickets.Read(form["ticket"], identity) is not { } ticket) return VoiceScript.TooLate(languages.Default.Code);
        var call = await desk.Find(ticket.Call);
        return call is not null && call.Counselor == identity && desk.Admit(call, form.CallSid, ticket.Number)
            ? VoiceScript.CounselorsRoom(call)
            : VoiceScript.TooLate(call?.Language ?? languages.Default.Code);
    });

    /// <summary>The room is left. A telephone that is still on the line has left it by its star key, or because the room has ended.</summary>
    public Task<string> After(VoiceForm form) => desks.Open(async desk =>
    {
        if (Guid.TryParseExact(form.Text("call"), "N", out var id) && await desk.Find(id) is { } left && !form.IsOver)
            await desk.LeaveTalk(left, form.CallSid, form.Query("ticket", 0));
        else if (await desk.FindByCounselorLeg(form.CallSid) is { } call) await desk.MissCounselor(call, form.CallSid);
        else await desk.LoseGuest(form.CallSid);
        return VoiceScript.Goodbye();
    });
}
