namespace Helpline.Exchange;

/// <summary>A room that legs join by name. It lives until the last one leaves, or one whose leaving ends it.</summary>
internal sealed class Conference(string name, Room first, ConferenceEvents events, TimeProvider clock)
{
    /// <summary>Not an error of the provider: the room ended just now, and the name means a new one.</summary>
    public const int Over = 0;

    private readonly Lock gate = new();
    private readonly List<Participant> participants = [];

    public string Sid { get; } = Exchange.Sid.New("CF");

    public string FriendlyName => name;

    /// <summary>init, in-progress or completed.</summary>
    public string Status { get; private set; } = "init";

    public DateTimeOffset CreatedAt { get; } = clock.GetUtcNow();

    public DateTimeOffset UpdatedAt { get; private set; } = clock.GetUtcNow();

    public string? ReasonEnded { get; private set; }

    public string? CallEnding { get; private set; }

    /// <summary>Only the first participant's callback counts.</summary>
    public Room First => first;

    public bool HasStarted => Status == "in-progress";

    public bool IsOver => Status == "completed";

    public IReadOnlyList<Participant> Participants
    {
        get
        {
            lock (gate) return [.. participants];
        }
    }

    public Participant? Find(string callSidOrLabel) =>
        Participants.FirstOrDefault(p => p.Leg.Sid == callSidOrLabel || p.Label == callSidOrLabel);

    /// <summary>Lets the leg in, or says why not with the provider's number of the error.</summary>
    public (Participant? Joined, int Code, string Why) Join(Leg leg, Room room)
    {
        Participant joined;
        lock (gate)
        {
            if (IsOver) return (null, Over, "the conference is over");
            if (room.Label is not null && participants.Exists(p => p.Label == room.Label))
                return (null, 16025, $"participantLabel \"{room.Label}\" is taken");
            if (participants.Count >= Math.Min(first.MaxParticipants, room.MaxParticipants)) return (null, 13220, "the conference is full");
            joined = new Participant(this, leg, room, clock.GetUtcNow());
            participants.Add(joined);
            leg.InRoom = joined;
            Tell("join", "participant-join", joined);
            if (Status == "init" && participants.Count >= 2 && participants.Exists(p => p.StartsOnEnter))
            {
                Status = "in-progress";
                Tell("start", "conference-start", null);
            }
        }
        Wake([.. Participants.Where(p => p != joined)]);
        return (joined, 0, "");
    }

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
            if (participant.EndsOnExit) End($"participant-with-end-conference-on-exit-{how}", "moderator_ended_conference", participant, gone);
            else if (participants.Count == 0) End($"last-participant-{how}", "", participant, gone);
        }
        Wake(gone);
    }

    /// <summary>Ends the conference by REST.</summary>
    public void Ends()
    {
        List<Participant> gone = [];
        lock (gate)
            if (!IsOver) End("conference-ended-via-api", "conference_ended_via_api", null, gone);
        Wake(gone);
    }

    /// <summary>Changes a participant and tells what changed.</summary>
    public void Change(Participant participant, string flag, string what, Action<Participant> change)
    {
        lock (gate)
        {
            change(participant);
            Tell(flag, what, participant);
        }
        Wake([participant]);
    }

    private void End(string why, string reason, Participant? by, List<Participant> gone)
    {
        foreach (var other in participants.ToArray()) Remove(other, reason, gone);
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
        participants.Remove(participant);
        participant.HasLeft = true;
        participant.Leg.InRoom = null;
        gone.Add(participant);
        Tell("leave", "participant-leave", participant,
            [new("ParticipantCallStatus", participant.Leg.Status), new("ReasonParticipantLeft", reason)]);
    }

    private void Tell(string flag, string what, Participant? who, params IEnumerable<KeyValuePair<string, string>> extra)
    {
        UpdatedAt = clock.GetUtcNow();
        events.Tell(this, flag, what, [.. who?.Fields() ?? [], .. extra], who?.Leg.Sid);
    }

    // Outside the lock: whoever wakes may come straight back in.
    private static void Wake(List<Participant> changed) => changed.ForEach(p => p.Changes());
}
