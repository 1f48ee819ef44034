namespace Helpline.Exchange;

/// <summary>How participants leave and the room ends.</summary>
internal sealed partial class Conference
{
    /// <summary>Takes one participant out; ends the conference when it was the last, or one that ends it.</summary>
    /// <param name="reason">A value of ReasonParticipantLeft.</param>
    public void Leave(Participant participant, string reason, bool kicked)
    {
        List<Participant> gone = [];
        lock (gate)
        {
            if (participant.HasLeft) return;
            Remove(participant, reason, gone);
            var how = kicked ? "kicked" : "left";
            if (participant is { EndsOnExit: true, HasJoined: true })
                End($"participant-with-end-conference-on-exit-{how}", "moderator_ended_conference", participant, gone);
            else if (members.Count == 0) End($"last-participant-{how}", "", participant, gone);
        }
        LetGo(gone);
    }

    /// <summary>Ends the conference by REST.</summary>
    public void Ends()
    {
        List<Participant> gone = [];
        lock (gate)
            if (!IsOver) End("conference-ended-via-api", "conference_ended_via_api", null, gone);
        LetGo(gone);
    }

    private void End(string why, string reason, Participant? by, List<Participant> gone)
    {
        foreach (var other in members.ToArray()) Remove(other, reason, gone);
        Status = "completed";
        ReasonEnded = why;
        CallEnding = by?.Leg.Sid;
        Tell("end", "conference-end", null,
        [
            .. by is null ? [] : new KeyValuePair<string, string>[] { new("CallSidEndingConference", by.Leg.Sid) },
            .. by?.Label is { } label ? new KeyValuePair<string, string>[] { new("ParticipantLabelEndingConference", label) } : [],
            new("ReasonConferenceEnded", why), new("Reason", why),
        ]);
    }

    private void Remove(Participant participant, string reason, List<Participant> gone)
    {
        members.Remove(participant);
        participant.HasLeft = true;
        participant.Leg.InRoom = null;
        gone.Add(participant);
        Tell("leave", "participant-leave", participant,
            [new("ParticipantCallStatus", participant.Leg.Status), new("ReasonParticipantLeft", reason)]);
    }

    /// <summary>A telephone that still rings for the room has nothing to ring for any more.</summary>
    private void LetGo(List<Participant> gone)
    {
        Wake(gone);
        foreach (var ringing in gone.Where(p => !p.HasJoined)) ringing.Leg.Ends("canceled", "the place in the conference is gone");
    }
}
