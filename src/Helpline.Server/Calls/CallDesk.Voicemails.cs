using Helpline.Domain.Calls;
using Helpline.Domain.Voicemails;
using Helpline.Server.Casework;
using Helpline.Server.Telephony;
using Helpline.Server.Voicemails;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Calls;

/// <summary>Messages that callers leave.</summary>
internal sealed partial class CallDesk
{
    /// <summary>The longest message, and time for the provider to finish it.</summary>
    private static readonly TimeSpan UntilArrived = VoiceScript.LongestMessage + TimeSpan.FromMinutes(10);

    /// <summary>The caller is asked to speak; from now on somebody answers for the message, even for one that never arrives.</summary>
    public async Task<bool> TakeMessage(Call call)
    {
        if (call.State == CallState.Voicemail) return true;
        if (!call.TakeMessage(now)) return false;
        var voicemail = new Voicemail { Id = Guid.CreateVersion7(now), CallId = call.Id, Language = call.Language!, LeftAt = now, Deadline = now + UntilArrived };
        voicemail.Owner = await OwnerFor(call.Language!);
        db.Voicemails.Add(voicemail);
        Record("VoicemailExpected", call.Id, voicemail.Owner);
        return true;
    }

    /// <summary>The provider has the recording, or says that there is none.</summary>
    /// <param name="seconds">0 for nothing said.</param>
    public async Task Recorded(Call call, string recording, int seconds)
    {
        if (await db.Voicemails.SingleOrDefaultAsync(v => v.CallId == call.Id) is not { } voicemail) return;
        if (seconds == 0 && voicemail.IsEmpty(now))
        {
            Record("VoicemailEmpty", call.Id, voicemail.Owner);
            await MissAfterAll(call);
        }
        else if (seconds > 0 && voicemail.Announce(recording, seconds)) Command(LineCommandKind.FetchRecording, call, recording);
        // It came after its owner had settled without it.
        else if (seconds > 0 && voicemail.State == VoicemailState.Done) Command(LineCommandKind.DeleteRecording, call, recording);
    }

    /// <summary>The sound is here: it is kept unless nobody wants it any more, and deleted at the provider.</summary>
    public async Task Keep(Call call, string recording, byte[] sound)
    {
        var message = await db.Voicemails.SingleOrDefaultAsync(v => v.CallId == call.Id && v.Recording == recording);
        var talk = message is null ? await db.TalkRecordings.SingleOrDefaultAsync(r => r.CallId == call.Id && r.Recording == recording) : null;
        Command(LineCommandKind.DeleteRecording, call, recording);
        if (!(message?.Keep() ?? talk?.Keep() ?? false)) return;
        var id = message?.Id ?? talk!.Id;
        db.Add(new KeptSound { Id = id, Sealed = vault.Seal(sound, VoicemailCards.SoundPlace(id)) });
        Record(talk is null ? "VoicemailKept" : "RecordingKept", call.Id, message?.Owner ?? talk?.Counselor);
        if (talk is not null) call.LoseRecording(false);
    }

    /// <returns>False when it is closed, or somebody calls the person.</returns>
    public bool Take(Voicemail voicemail, string by) => (voicemail.Calling is null || voicemail.Owner == by) && GiveTo(voicemail, by);

    /// <returns>False when it is closed.</returns>
    public bool GiveTo(Voicemail voicemail, string owner)
    {
        if (voicemail.ClosedAt is not null) return false;
        if (voicemail.Owner == owner) return true;
        Record("VoicemailGivenOn", voicemail.CallId, owner);
        voicemail.Owner = owner;
        return true;
    }

    public bool Finish(Voicemail voicemail, string by)
    {
        if (!voicemail.Finish(now)) return false;
        Record("VoicemailDone", voicemail.CallId, by);
        return true;
    }

    /// <summary>Somebody hears the message.</summary>
    public void Listen(Voicemail voicemail, Reader who)
    {
        Record("VoicemailHeard", voicemail.CallId, who.UserName);
        Heard(voicemail.CallId, who.UserName!, "voicemail", who.UserName == voicemail.Owner || !who.IsSupervisor ? AccessReasons.Care : AccessReasons.Supervision);
    }

    private async Task MissMessages()
    {
        foreach (var voicemail in await db.Voicemails.Overdue(now).ToListAsync())
            if (await Find(voicemail.CallId) is { } call && await IsSought(call, voicemail.Deadline) && voicemail.Miss(now)) Record("VoicemailMissing", voicemail.CallId, voicemail.Owner);
    }
}
