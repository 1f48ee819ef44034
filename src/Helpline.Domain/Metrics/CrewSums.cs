namespace Helpline.Domain.Metrics;

/// <summary>Sums over counselors and what rang for them. Seconds; additive like <see cref="CallSums"/>.</summary>
public sealed record CrewSums
{
    public static readonly CrewSums None = new();

    /// <summary>Signed in, breaks included.</summary>
    public double SignedIn { get; init; }

    /// <summary>Could take a call, ringing included.</summary>
    public double Ready { get; init; }

    /// <summary>In calls by the clock, whenever these entered the queue, and in calls that we placed: talk, hold and wrap-up.</summary>
    public double Work { get; init; }

    /// <summary>Calls that rang for a counselor.</summary>
    public int Offers { get; init; }

    /// <summary>Of the offers, those that nobody answered.</summary>
    public int Missed { get; init; }

    /// <summary>Of the missed, those where the caller did not hang up while it rang.</summary>
    public int MissedThoughCallerStayed { get; init; }

    /// <summary>Of the offers, those that somebody accepted.</summary>
    public int Accepted { get; init; }

    /// <summary>How long those rang.</summary>
    public double Ring { get; init; }

    public static CrewSums operator +(CrewSums one, CrewSums other) => new()
    {
        SignedIn = one.SignedIn + other.SignedIn,
        Ready = one.Ready + other.Ready,
        Work = one.Work + other.Work,
        Offers = one.Offers + other.Offers,
        Missed = one.Missed + other.Missed,
        MissedThoughCallerStayed = one.MissedThoughCallerStayed + other.MissedThoughCallerStayed,
        Accepted = one.Accepted + other.Accepted,
        Ring = one.Ring + other.Ring,
    };
}
