using Helpline.Server.Calls;

namespace Helpline.Server.Telephony;

/// <summary>What a counselor's browser leg asks. Answers are TwiML.</summary>
internal sealed class CounselorLegs(CallDesks desks, Tickets tickets, Languages languages)
{
    /// <summary>The leg of an accepted call enters the room with its ticket; the caller is fetched after the commit.</summary>
    public Task<string> Enter(VoiceForm form) => desks.Once($"{form.CallSid}|counselor", async desk =>
    {
        var identity = form.Identity;
        if (tickets.Read(form["ticket"], identity) is not { } ticket) return VoiceScript.TooLate(languages.Default.Code);
        var call = await desk.Find(ticket.Call);
        return call is not null && call.Counselor == identity && desk.Admit(call, form.CallSid, ticket.Number)
            ? VoiceScript.CounselorsRoom(call)
            : VoiceScript.TooLate(call?.Language ?? languages.Default.Code);
    });

    /// <summary>The room is left.</summary>
    public Task<string> After(VoiceForm form) => desks.Open(async desk =>
    {
        if (await desk.FindByCounselorLeg(form.CallSid) is { } call) desk.MissCounselor(call, form.CallSid);
        return VoiceScript.Goodbye();
    });
}
