using Helpline.Contracts.Work;
using Helpline.Domain.Calls;
using Helpline.Domain.Line;
using Helpline.Domain.Voicemails;
using Helpline.Server.Callbacks;

namespace Helpline.Server.Voicemails;

/// <summary>A message as its readers see it.</summary>
internal sealed class VoicemailCards(CallbackCards numbers, LineRules line)
{
    /// <param name="call">The call it was left in.</param>
    public VoicemailCard Of(Voicemail v, Call? call, DateTime now) => new(
        v.Id, v.CallId, v.State.ToString(), v.Language, v.LeftAt, v.Owner, v.Seconds, v.ClosedAt, v.Version, v.Attempts,
        call?.SealedNumber is null ? "" : numbers.Number(call)?[^2..], MayCall(now));

    /// <summary>Nobody asked the person for a safe time, so only the quiet hours count.</summary>
    public bool MayCall(DateTime now) => !line.Quiet.Holds(line.Local(now));

    /// <summary>Where the sound of a message or a recorded talk is sealed to.</summary>
    public static string SoundPlace(Guid id) => $"VoicemailAudio|Sealed|{id:N}";
}
