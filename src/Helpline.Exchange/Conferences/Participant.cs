namespace Helpline.Exchange;

/// <summary>A leg in a conference, or one that is rung to join it.</summary>
#pragma warning disable CA1001 // A source without a timer holds nothing to dispose of.
internal sealed class Participant(Conference conference, Leg leg, Room room, DateTimeOffset invitedAt)
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource gone = new();
    private CancellationTokenSource change = new();

    public Conference Conference => conference;

    public Leg Leg => leg;

    public string? Label => room.Label;

    public bool StartsOnEnter => room.StartOnEnter;

    public DateTimeOffset InvitedAt { get; } = invitedAt;

    /// <summary>When it joined; until then, when it was invited.</summary>
    public DateTimeOffset JoinedAt { get; set; } = invitedAt;

    /// <summary>False while its telephone still rings.</summary>
    public bool HasJoined { get; set; }

    /// <summary>As the provider words it.</summary>
    public string Status => HasJoined ? HasLeft ? "complete" : "connected" : leg.Status switch
    {
        "queued" => "queued",
        "ringing" => "ringing",
        "in-progress" => "connecting",
        _ => "failed",
    };

    /// <summary>What alone this participant hears once, before all else; null for nothing.</summary>
    public Fetch? Announcement { get; set; }

    public bool Muted { get; set; } = room.Muted;

    public bool Hold { get; set; }

    public Uri? HoldUrl { get; set; }

    public HttpMethod HoldMethod { get; set; } = HttpMethod.Get;

    public bool Coaching { get; set; } = room.Coach is not null;

    public string? CoachedCall { get; set; } = room.Coach;

    public bool EndsOnExit { get; set; } = room.EndOnExit;

    public bool HasLeft { get; set; }

    /// <summary>Canceled when what the participant hears, or whether it is here, has changed. Take it before looking.</summary>
    public CancellationToken Changed => Volatile.Read(ref change).Token;

    /// <summary>Canceled when the participant has left.</summary>
    public CancellationToken Gone => gone.Token;

    public void Changes()
    {
        if (HasLeft) gone.Cancel();
        Interlocked.Exchange(ref change, new CancellationTokenSource()).Cancel();
    }

    /// <summary>Hears this once, at once.</summary>
    public void Hears(Fetch announcement)
    {
        Announcement = announcement;
        Changes();
    }

    /// <summary>What is heard instead of the conference; null for the conference itself, or silence.</summary>
    public Fetch? Music()
    {
        if (Hold) return HoldUrl is null ? null : new Fetch(HoldUrl, HoldMethod, [], "hold");
        return conference.HasStarted || room.WaitUrl is null ? null : new Fetch(room.WaitUrl, room.WaitMethod, [], "conference wait");
    }

    public IEnumerable<KeyValuePair<string, string>> Fields()
    {
        yield return new("CallSid", leg.Sid);
        if (Label is not null) yield return new("ParticipantLabel", Label);
        yield return new("Muted", Text(Muted));
        yield return new("Hold", Text(Hold));
        yield return new("Coaching", Text(Coaching));
        if (CoachedCall is not null) yield return new("CallSidToCoach", CoachedCall);
        yield return new("EndConferenceOnExit", Text(EndsOnExit));
        yield return new("StartConferenceOnEnter", Text(StartsOnEnter));
    }

    private static string Text(bool value) => value ? "true" : "false";
}
