using Helpline.Domain.Counselors;

namespace Helpline.Domain.Metrics;

/// <summary>How long counselors were signed in, and how long they were ready, from what they said of themselves.</summary>
public static class CrewHistory
{
    /// <param name="said">What one counselor said of herself, the oldest first, the last thing before <paramref name="from"/> included.</param>
    /// <param name="work">Her work on calls; a call that she holds is neither ready nor a break.</param>
    /// <param name="from">UTC, inclusive.</param>
    /// <param name="until">UTC, exclusive; at most now.</param>
    /// <returns>Seconds signed in, ready without a call (ringing included), and at work.</returns>
    public static CrewSums Of(IReadOnlyList<(DateTime At, PresenceState State)> said, IReadOnlyList<WorkSpan> work, DateTime from, DateTime until)
    {
        var (signedIn, ready) = (0.0, 0.0);
        for (var i = 0; i < said.Count; i++)
        {
            var (begin, end) = (Later(said[i].At, from), i + 1 < said.Count ? Earlier(said[i + 1].At, until) : until);
            if (begin >= end || said[i].State == PresenceState.Offline) continue;
            signedIn += (end - begin).TotalSeconds;
            if (Presence.TakesCalls(said[i].State)) ready += (end - begin).TotalSeconds - work.Sum(w => w.Within(begin, end));
        }
        return new() { SignedIn = signedIn, Ready = ready, Work = work.Sum(w => w.Within(from, until)) };
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;
}
