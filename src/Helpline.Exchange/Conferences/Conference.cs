namespace Helpline.Exchange;

/// <summary>A room that legs join by name. It lives until the last one leaves, or one whose leaving ends it.</summary>
/// <param name="changed">Told after every change of who is here and how: muted, on hold, coaching.</param>
internal sealed partial class Conference(string name, Room first, ConferenceEvents events, TimeProvider clock, Action<Conference> changed)
{
    /// <summary>Not an error of the provider: the room ended just now, and the name means a new one.</summary>
    public const int Over = 0;

    private readonly Lock gate = new();
    private readonly List<Participant> members = [];

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

    /// <summary>Those who are here.</summary>
    public IReadOnlyList<Participant> Participants => [.. Members.Where(p => p.HasJoined)];

    /// <summary>Those who are here, and those whose telephone still rings for it.</summary>
    public IReadOnlyList<Participant> Members
    {
        get
        {
            lock (gate) return [.. members];
        }
    }

    public Participant? Find(string callSidOrLabel) =>
        Members.FirstOrDefault(p => p.Leg.Sid == callSidOrLabel || p.Label == callSidOrLabel);

    /// <summary>Lets the leg in, or says why not with the provider's number of the error.</summary>
    public (Participant? Joined, int Code, string Why) Join(Leg leg, Room room) => Add(leg, room, enters: true);

    /// <summary>Keeps a place for a leg that is being rung; the room does not end for want of others meanwhile.</summary>
    public (Participant? Joined, int Code, string Why) Invite(Leg leg, Room room) => Add(leg, room, enters: false);

    /// <summary>The invited leg has picked up. False when the place is gone.</summary>
    public bool Enter(Participant invited)
    {
        lock (gate)
        {
            if (invited.HasLeft) return false;
            Enters(invited);
        }
        Wake([.. Participants.Where(p => p != invited)]);
        return true;
    }

    private (Participant? Joined, int Code, string Why) Add(Leg leg, Room room, bool enters)
    {
        Participant joined;
        lock (gate)
        {
            if (IsOver) return (null, Over, "the conference is over");
            if (room.Label is not null && members.Exists(p => p.Label == room.Label))
                return (null, 16025, $"participantLabel \"{room.Label}\" is taken");
            if (members.Count >= Math.Min(first.MaxParticipants, room.MaxParticipants)) return (null, 13220, "the conference is full");
            joined = new Participant(this, leg, room, clock.GetUtcNow());
            members.Add(joined);
            if (enters) Enters(joined);
        }
        Wake([.. Participants.Where(p => p != joined)]);
        return (joined, 0, "");
    }

    private void Enters(Participant who)
    {
        (who.HasJoined, who.JoinedAt, who.Leg.InRoom) = (true, clock.GetUtcNow(), who);
        Tell("join", "participant-join", who);
        if (Status != "init" || members.Count(p => p.HasJoined) < 2 || !members.Exists(p => p is { HasJoined: true, StartsOnEnter: true })) return;
        Status = "in-progress";
        Tell("start", "conference-start", null);
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

    private void Tell(string flag, string what, Participant? who, params IEnumerable<KeyValuePair<string, string>> extra)
    {
        UpdatedAt = clock.GetUtcNow();
        events.Tell(this, flag, what, [.. who?.Fields() ?? [], .. extra], who?.Leg.Sid);
    }

    // Outside the lock: whoever wakes may come straight back in.
    private void Wake(List<Participant> these)
    {
        these.ForEach(p => p.Changes());
        changed(this);
    }
}
