using Helpline.Domain.Calls;
using Helpline.Domain.ThirdParties;
using Helpline.Server.Calls;
using Helpline.Server.Data;
using Helpline.Server.Privacy;
using Helpline.Server.Telephony.Twilio;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpline.Server.Telephony;

/// <summary>Rings somebody for the room of a talk, who sees the line's number and never the caller's. The number is opened here and kept nowhere.</summary>
internal sealed class ThirdPartyRinger(IDbContextFactory<HelplineDb> contexts, Vault vault, Func<TwilioApi> twilio, IOptions<TwilioOptions> options, PublicUrl publicUrl)
{
    /// <returns>Gone when nobody is to be rung any more.</returns>
    public async Task<TwilioReply> Ring(LineCommand command, CancellationToken stop)
    {
        // Taken up after a crash: it may be ringing. Its reports name it; without any it lapses.
        if (command.Tries > 1) return new TwilioReply.Unknown();
        var id = Guid.ParseExact(command.Leg, "N");
        await using var db = await contexts.CreateDbContextAsync(stop);
        var third = await db.ThirdParties.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, stop);
        var call = await db.Calls.AsNoTracking().SingleOrDefaultAsync(c => c.Id == command.CallId, stop);
        if (third is not { State: ThirdPartyState.Calling, Leg: null } || call is not { State: CallState.Talking }) return new TwilioReply.Gone();
        // The others talk while it rings: they hear somebody, or nothing.
        return await twilio().AddParticipant(RoomName.Of(call), new(
            vault.Open(third.SealedNumber, CallDesk.ThirdPlace(id)), options.Value.CallerId!, Label: $"third-{id:N}", StartConferenceOnEnter: true, EndConferenceOnExit: false,
            Beep: false, EarlyMedia: false, StatusCallback: new Uri(publicUrl(), $"/voice/status?third={id:N}"), Timeout: ThirdParty.RingsFor), stop);
    }

    /// <summary>It rings, or never will. An answer that was lost says nothing: the line's own reports tell.</summary>
    public static async Task Settle(CallDesk desk, LineCommand command, TwilioReply reply)
    {
        if (await desk.Db.ThirdParties.FindAsync(Guid.ParseExact(command.Leg, "N")) is not { } third) return;
        if (reply is TwilioReply.Ok { Json: var json } && TwilioParticipant.From(json).CallSid is { Length: > 0 } leg) await desk.RingsOn(third, leg);
        else if (reply is not (TwilioReply.Ok or TwilioReply.Unknown)) await desk.Lose(third, ThirdPartyState.Unreached);
    }
}
