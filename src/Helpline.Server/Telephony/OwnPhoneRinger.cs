using Helpline.Domain.Offers;
using Helpline.Server.Calls;
using Helpline.Server.Data;
using Helpline.Server.Privacy;
using Helpline.Server.Telephony.Twilio;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpline.Server.Telephony;

/// <summary>Rings a counselor on her own telephone. The number is opened here, when it is sent, and kept nowhere.</summary>
internal sealed class OwnPhoneRinger(
    IDbContextFactory<HelplineDb> contexts, Vault vault, Func<TwilioApi> twilio, IOptions<TwilioOptions> options, PublicUrl publicUrl, TimeProvider clock)
{
    /// <summary>The provider rings no shorter.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(5);

    /// <returns>Gone when nobody is to be rung any more.</returns>
    public async Task<TwilioReply> Ring(LineCommand command, CancellationToken stop)
    {
        // Taken up after a crash: it may be ringing. Its reports name it; without any the offer lapses.
        if (command.Tries > 1) return new TwilioReply.Unknown();
        var id = Guid.ParseExact(command.Leg, "N");
        await using var db = await contexts.CreateDbContextAsync(stop);
        var asked = await db.Offers.AsNoTracking().Where(o => o.Id == id)
            .Join(db.Users, o => o.Counselor, a => a.UserName, (o, a) => new { Offer = o, Account = a.Id, a.SealedPhone }).SingleOrDefaultAsync(stop);
        if (asked is not { SealedPhone: { } number, Offer: { PhoneLeg: null } offer } || !OfferFlow.IsOpen(offer.State)) return new TwilioReply.Gone();
        var left = offer.ExpiresAt - clock.GetUtcNow().UtcDateTime;
        return await twilio().Call(new(
            vault.Open(number, CallDesk.PhonePlace(asked.Account)), options.Value.CallerId!, new Uri(publicUrl(), VoiceScript.Screening(id)),
            StatusCallback: new Uri(publicUrl(), $"/voice/status?offer={id:N}"), Timeout: left > Least ? left : Least), stop);
    }

    /// <summary>It rings, or never will. An answer that was lost says nothing: the line's own reports tell.</summary>
    public static async Task Settle(CallDesk desk, LineCommand command, TwilioReply reply)
    {
        if (await desk.Db.Offers.FindAsync(Guid.ParseExact(command.Leg, "N")) is not { } offer) return;
        if (reply is TwilioReply.Ok { Json: var json }) await desk.RingsOn(offer, TwilioCall.From(json).Sid);
        else if (reply is TwilioReply.Refused) await desk.FailPhone(offer);
    }
}
