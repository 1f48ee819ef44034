using Helpline.Domain.Counselors;

namespace Helpline.Domain.Metrics;

/// <summary>A stretch of one counselor's time: as she said she was, or at work on a call. UTC.</summary>
/// <param name="Said">Null while at work on a call.</param>
/// <param name="Part">None for what she said.</param>
/// <param name="Sums">What it adds to the figures.</param>
public sealed record CrewStretch(DateTime From, DateTime Until, PresenceState? Said, WorkPart Part, CrewSums Sums);

/// <summary>How long counselors were signed in, and how long they were ready, from what they said of themselves.</summary>
public static class CrewHistory
{
    /// <inheritdoc cref="Stretches"/>
    /// <returns>Seconds signed in, ready without a call (ringing included), and at work: the sums of the stretches.</returns>
    public static CrewSums Of(IReadOnlyList<(DateTime At, PresenceState State)> said, IReadOnlyList<WorkSpan> work, DateTime from, DateTime until) =>
        Stretches(said, work, from, until).Aggregate(CrewSums.None, (sums, stretch) => sums + stretch.Sums);

    /// <param name="said">What one counselor said of herself, the oldest first, the last thing before <paramref name="from"/> included.</param>
    /// <param name="work">Her work on calls; a call that she holds is neither ready nor a break.</param>
    /// <param name="from">UTC, inclusive.</param>
    /// <param name="until">UTC, exclusive; at most now.</param>
    /// <returns>What she said, then her work; time in which she was not there is left out.</returns>
    public static IEnumerable<CrewStretch> Stretches(IReadOnlyList<(DateTime At, PresenceState State)> said, IReadOnlyList<WorkSpan> work, DateTime from, DateTime until)
    {
        for (var i = 0; i < said.Count; i++)
        {
            var (begin, end) = (Later(said[i].At, from), i + 1 < said.Count ? Earlier(said[i + 1].At, until) : until);
            if (begin >= end || said[i].State == PresenceState.Offline) continue;
            var signedIn = (end - begin).TotalSeconds;
            var ready = Presence.TakesCalls(said[i].State) ? signedIn - work.Sum(w => w.Within(begin, end)) : 0;
            yield return new(begin, end, said[i].State, WorkPart.None, new() { SignedIn = signedIn, Ready = ready });
        }
        foreach (var span in work.Where(w => w.Within(from, until) > 0))
            yield return new(Later(span.From, from), Earlier(span.Until, until), null, span.Part, new() { Work = span.Within(from, until) });
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;
}
