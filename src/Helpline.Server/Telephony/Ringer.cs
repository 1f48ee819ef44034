using Helpline.Domain.Calls;
using Helpline.Server.Callbacks;
using Helpline.Server.Calls;
using Helpline.Server.Data;
using Helpline.Server.Telephony.Twilio;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpline.Server.Telephony;

/// <summary>Rings the person of a call that we place. The number is opened here, when it is sent, and kept nowhere.</summary>
internal sealed class Ringer(
    IDbContextFactory<HelplineDb> contexts, CallbackCards cards, Func<TwilioApi> twilio, IOptions<TwilioOptions> options, PublicUrl publicUrl)
{
    /// <returns>Gone when nobody is to be rung any more.</returns>
    public async Task<TwilioReply> Ring(LineCommand command, CancellationToken stop)
    {
        // Taken up after a crash: it may be ringing. Its reports name it; without any the call lapses.
        if (command.Tries > 1) return new TwilioReply.Unknown();
        await using var db = await contexts.CreateDbContextAsync(stop);
        var call = await db.Calls.AsNoTracking().SingleOrDefaultAsync(c => c.Id == command.CallId, stop);
        if (call is not { IsRinging: true, HasCallerLeg: false } || cards.Number(call) is not { } number) return new TwilioReply.Gone();
        return await twilio().AddParticipant(RoomName.Of(call), new(
            number, options.Value.CallerId!, Label: VoiceScript.CallersLabel, StartConferenceOnEnter: true, EndConferenceOnExit: true, Beep: false, EarlyMedia: true,
            StatusCallback: new Uri(publicUrl(), $"/voice/status?call={call.Id:N}"), ConferenceStatusCallback: new Uri(publicUrl(), "/voice/conference"),
            Timeout: Call.RingsFor), stop);
    }

    /// <summary>It rings, or never will. An answer that was lost says nothing: the line's own reports tell.</summary>
    public static async Task Settle(CallDesk desk, LineCommand command, TwilioReply reply)
    {
        if (await desk.Find(command.CallId) is not { } call) return;
        if (reply is TwilioReply.Ok { Json: var json } && TwilioParticipant.From(json).CallSid is { Length: > 0 } leg) desk.NameCallerLeg(call, leg);
        else if (reply is not (TwilioReply.Ok or TwilioReply.Unknown)) await desk.GiveUp(call, Unreached.Failed);
    }
}
