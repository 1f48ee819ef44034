namespace Helpline.Domain.Routing;

/// <summary>A caller in the queue.</summary>
public sealed record WaitingCall(Guid Id, string Language, int Priority, DateTime QueuedAt);

/// <summary>A counselor with nothing to do whose board is alive.</summary>
public sealed record FreeCounselor(string UserName, IReadOnlyCollection<string> Languages, DateTime FreeSince);

/// <summary>An offer of this call to this counselor that came to nothing.</summary>
public sealed record LapsedOffer(Guid CallId, string UserName, DateTime At);

/// <summary>This call shall ring for this counselor.</summary>
public sealed record Match(Guid CallId, string UserName);

/// <summary>Who is asked to take which call. Pure: the same input gives the same answer.</summary>
public static class RoutingPolicy
{
    /// <summary>
    /// Callers in order (head of the queue, then longest waiting) each get the longest-idle free counselor who speaks
    /// their language; somebody who let this very call go is asked again only when nobody else can be, and after
    /// <see cref="RoutingRules.AskAgainAfter"/>.
    /// </summary>
    public static IReadOnlyList<Match> Decide(
        IEnumerable<WaitingCall> waiting, IEnumerable<FreeCounselor> free, IEnumerable<LapsedOffer> lapses, RoutingRules rules, DateTime now)
    {
        var lapsed = lapses.GroupBy(l => (l.CallId, l.UserName)).ToDictionary(g => g.Key, g => g.Max(l => l.At));
        var idle = free.OrderBy(c => c.FreeSince).ThenBy(c => c.UserName, StringComparer.Ordinal).ToList();
        var matches = new List<Match>();
        foreach (var call in waiting.OrderByDescending(c => c.Priority).ThenBy(c => c.QueuedAt).ThenBy(c => c.Id))
        {
            if (idle.Count == 0) break;
            var able = idle.Where(c => c.Languages.Contains(call.Language)).ToList();
            var next = able.Find(c => !lapsed.ContainsKey((call.Id, c.UserName)))
                ?? able.Where(c => now - lapsed[(call.Id, c.UserName)] >= rules.AskAgainAfter)
                    .MinBy(c => lapsed[(call.Id, c.UserName)]);
            if (next is null) continue;
            idle.Remove(next);
            matches.Add(new Match(call.Id, next.UserName));
        }
        return matches;
    }
}
