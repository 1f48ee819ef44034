namespace Helpline.Exchange;

/// <summary>A leg in a conference.</summary>
#pragma warning disable CA1001 // A source without a timer holds nothing to dispose of.
internal sealed class Participant(Conference conference, Leg leg, Room room, DateTimeOffset joinedAt)
#pragma warning restore CA1001
{
    private CancellationTokenSource change = new();

    public Conference Conference => conference;

    public Leg Leg => leg;

    public string? Label => room.Label;

    public bool StartsOnEnter => room.StartOnEnter;

    public DateTimeOffset JoinedAt => joinedAt;

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

    public void Changes() => Interlocked.Exchange(ref change, new CancellationTokenSource()).Cancel();

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
