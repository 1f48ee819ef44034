using Helpline.Domain.Calls;
using Helpline.Domain.Offers;
using Helpline.Server.Calls;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Telephony;

/// <summary>What a counselor's own telephone asks. A key tells her from a mailbox; answers are TwiML.</summary>
internal sealed class OwnPhoneLegs(CallDesks desks, Languages languages)
{
    /// <summary>It is picked up, or led back here because the offer is over.</summary>
    public Task<string> Screen(VoiceForm form) => desks.Open(desk => With(desk, form, (offer, language) =>
        offer.PickUp(form.CallSid, desk.Now) ? Task.FromResult(VoiceScript.Screen(language, offer.Id)) : TooLate(desk, offer, language)));

    /// <summary>1 takes the call; another key lets it go to somebody else; none is nobody.</summary>
    public Task<string> Key(VoiceForm form) => desks.Once($"{form.CallSid}|screen-key", desk => With(desk, form, async (offer, language) =>
    {
        switch (form.Digits)
        {
            case "1":
                return await desk.AcceptByPhone(offer, form.CallSid) is { } call ? VoiceScript.OwnPhonesRoom(call) : await TooLate(desk, offer, language);
            case "":
                await desk.LeaveUnanswered(offer, form.CallSid);
                return VoiceScript.Goodbye();
            default:
                await desk.DeclineByPhone(offer, form.CallSid);
                return VoiceScript.Goodbye();
        }
    }));

    private async Task<string> With(CallDesk desk, VoiceForm form, Func<Offer, string, Task<string>> answer)
    {
        if (!Guid.TryParseExact(form.Text("offer"), "N", out var id) || await desk.Db.Offers.FindAsync(id) is not { } offer) return VoiceScript.Goodbye();
        var spoken = await desk.Db.Users.Where(a => a.UserName == offer.Counselor).Select(a => a.InterfaceLanguage).SingleAsync();
        return await answer(offer, languages.All.Any(l => l.Code == spoken) ? spoken : languages.Default.Code);
    }

    private static async Task<string> TooLate(CallDesk desk, Offer offer, string language) =>
        await desk.Find(offer.CallId) is { } call && CallFlow.IsLive(call.State) ? VoiceScript.TakenElsewhere(language) : VoiceScript.TooLate(language);
}
