using Helpline.Contracts.Missed;
using Helpline.Domain.Calls;
using Helpline.Domain.Missed;
using Helpline.Server.Callbacks;
using Helpline.Server.Voicemails;

namespace Helpline.Server.Missed;

/// <summary>A missed call as its readers see it.</summary>
internal sealed class MissedCards(CallbackCards numbers, VoicemailCards hours)
{
    public MissedCallCard Of(MissedCall missed, Call call, DateTime now) => new(
        missed.CallId, missed.Cause.ToString(), missed.At, missed.WaitedSeconds, call.Language, call.RepeatCaller, missed.Owner, missed.ActedAt, missed.Act,
        call.SealedNumber is null ? "" : numbers.Number(call)?[^2..], MayCall(now), missed.Attempts);

    /// <summary>As with a message, nobody asked the person for a safe time.</summary>
    public bool MayCall(DateTime now) => hours.MayCall(now);
}
