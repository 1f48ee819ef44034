using Helpline.Contracts.Work;
using Helpline.Domain.Voicemails;

namespace Helpline.Server.Voicemails;

/// <summary>A message as its readers see it.</summary>
internal static class VoicemailCards
{
    public static VoicemailCard Of(Voicemail v) => new(v.Id, v.CallId, v.State.ToString(), v.Language, v.LeftAt, v.Owner, v.Seconds, v.ClosedAt, v.Version);

    /// <summary>Where a message's sound is sealed to.</summary>
    public static string SoundPlace(Guid voicemail) => $"VoicemailAudio|Sealed|{voicemail:N}";
}
