using Helpline.Domain.Callers;
using Helpline.Domain.Calls;
using Helpline.Domain.Recordings;
using Helpline.Domain.Voicemails;
using Helpline.Server.Casework;
using Helpline.Server.Notes;
using Helpline.Server.Telephony;
using Helpline.Server.Telephony.Twilio;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Calls;

/// <summary>Recordings of talks: off, unless the organization wants them and the caller has agreed.</summary>
internal sealed partial class CallDesk
{
    /// <summary>For the provider to finish it, and for us to fetch it.</summary>
    private static readonly TimeSpan UntilFetched = TimeSpan.FromMinutes(10);

    /// <summary>Before the queue, and only of somebody who gets there.</summary>
    public async Task<bool> AsksConsent(Call call, string language) => line.RecordTalks && call is { State: CallState.Greeting, ConsentAt: null }
        && await FlagOf(call) != FlagLevel.MessageAndHangUp && await Closed(language) is null;

    public void AnswerConsent(Call call, bool agrees)
    {
        if (call.AnswerConsent(agrees, now)) Record(agrees ? "ConsentGiven" : "ConsentDeclined", call.Id, null);
    }

    /// <summary>The caller has told her counselor that she wants no recording.</summary>
    public bool WithdrawConsent(Call call)
    {
        if (!call.WithdrawConsent(now)) return call is { Consent: false, State: CallState.Talking };
        Record("ConsentWithdrawn", call.Id, call.Counselor);
        Command(LineCommandKind.StopRecording, call, call.CallerLeg);
        return true;
    }

    /// <summary>How the provider has answered the wish to record.</summary>
    public async Task RecordingAnswered(LineCommand command, TwilioReply reply)
    {
        if (await Find(command.CallId) is not { } call) return;
        // Not to know whether it runs is to say that it does.
        if (reply is TwilioReply.Ok or TwilioReply.Unknown && call.MayBeRecorded) call.BeginRecording(now);
        else if (reply is TwilioReply.Ok or TwilioReply.Unknown) Command(LineCommandKind.StopRecording, call, call.CallerLeg);
        else
            foreach (var recording in await Expected(call))
                if (reply is TwilioReply.Gone && !call.MayBeRecorded) Discard(recording);
                else Miss(call, recording, by: now);
    }

    /// <summary>The provider has the recording, or says that there is none.</summary>
    /// <param name="seconds">0 for none.</param>
    public async Task TalkRecorded(Guid id, string sid, int seconds)
    {
        if (await db.TalkRecordings.FindAsync(id) is not { } recording || await Find(recording.CallId) is not { } call) return;
        if (seconds == 0 || call.Consent != true) Discard(recording);
        else if (recording.Announce(sid, seconds)) Command(LineCommandKind.FetchRecording, call, sid);
        if (seconds > 0 && call.Consent != true) Command(LineCommandKind.DeleteRecording, call, sid);
    }

    /// <summary>The provider does not delete it, however often it was asked.</summary>
    public void LeavesBehind(LineCommand deletion)
    {
        log.LogError("Recording {Recording} of call {Call} could not be deleted at the provider: delete it there", deletion.Leg, deletion.CallId);
        Record("RecordingLeftBehind", deletion.CallId, null);
    }

    /// <summary>Somebody hears the recording: it tells no less than the note, so whoever may read that.</summary>
    /// <returns>False when she may not.</returns>
    public async Task<bool> Listen(TalkRecording recording, Reader who)
    {
        if (!await db.Notes.ReadableBy(db, who, now).AnyAsync(n => n.CallId == recording.CallId)) return false;
        Record("RecordingHeard", recording.CallId, who.UserName);
        Heard(recording.CallId, who.UserName!, "recording", who.IsSupervisor ? AccessReasons.Supervision : AccessReasons.Care);
        return true;
    }

    private void StartRecording(Call call)
    {
        if (!line.RecordTalks || !call.MayBeRecorded) return;
        var recording = new TalkRecording { Id = Guid.CreateVersion7(now), CallId = call.Id, Counselor = call.Counselor!, StartedAt = now, Deadline = now + VoiceScript.LongestTalk + UntilFetched };
        db.TalkRecordings.Add(recording);
        Record("RecordingAsked", call.Id, call.Counselor);
        Command(LineCommandKind.StartRecording, call, call.CallerLeg, $"/voice/recording?talk={recording.Id:N}");
    }

    /// <summary>The talk is over. A line that is over too ends its recording by itself.</summary>
    private async Task EndRecording(Call call)
    {
        if (call.Consent is null) return;
        foreach (var recording in await Expected(call)) recording.Deadline = now + UntilFetched;
        if (call.RecordedSince is not null && CallFlow.IsLive(call.State)) Command(LineCommandKind.StopRecording, call, call.CallerLeg);
        call.EndRecording();
    }

    private async Task MissRecordings()
    {
        foreach (var recording in await db.TalkRecordings.Overdue(now).ToListAsync())
            if (await Find(recording.CallId) is { } call && await IsSought(call, recording.Deadline)) Miss(call, recording, recording.Deadline);
    }

    private void Miss(Call call, TalkRecording recording, DateTime by)
    {
        recording.Deadline = by;
        if (!recording.Miss(now)) return;
        call.LoseRecording(true);
        Record("RecordingMissing", call.Id, recording.Counselor);
    }

    private void Discard(TalkRecording recording)
    {
        if (recording.Discard()) Record("RecordingDiscarded", recording.CallId, recording.Counselor);
    }

    private Task<List<TalkRecording>> Expected(Call call) =>
        db.TalkRecordings.Where(r => r.CallId == call.Id && r.State == VoicemailState.Expected).ToListAsync();
}
