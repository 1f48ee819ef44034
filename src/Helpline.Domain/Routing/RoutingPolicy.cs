using Helpline.Domain.Counselors;

namespace Helpline.Domain.Routing;

/// <summary>A caller in the queue, or one whose call rings and may ring for more counselors at once, or a callback in the place of one who waits no more.</summary>
public sealed record WaitingCall(Guid Id, string Language, int Priority, DateTime QueuedAt)
{
    /// <summary>Nobody is on the line: it rings for nobody, a counselor makes the call. <see cref="Id"/> is the callback's.</summary>
    public bool IsCallback { get; init; }

    /// <summary>A code of the list <c>service_kinds</c>; null when nobody knows yet.</summary>
    public string? Topic { get; init; }

    /// <summary>Who talked with this caller before the line broke, to whom the call was handed on, or who answers for the callback: asked first when free.</summary>
    public string? Preferred { get; init; }

    /// <summary>Who gave the caller back to the queue, and when (UTC).</summary>
    public LapsedOffer? HandedOn { get; init; }

    /// <summary>The experience it wants; 0 is anybody's.</summary>
    public int Level { get; init; }

    /// <summary>For how many counselors it rings now.</summary>
    public int OpenOffers { get; init; }
}

/// <summary>A counselor as routing sees her.</summary>
/// <param name="FreeSince">UTC, since when she has had nothing to do.</param>
public sealed record CounselorSeat(string UserName, IReadOnlyCollection<string> Languages, DateTime FreeSince)
{
    public PresenceState State { get; init; } = PresenceState.Available;
    public bool IsHeard { get; init; } = true;
    public bool IsEngaged { get; init; }

    /// <summary>True for everybody where the rota does not decide.</summary>
    public bool IsOnShift { get; init; } = true;

    /// <summary>False when only her own telephone would ring.</summary>
    public bool SeesBoard { get; init; } = true;

    /// <summary>False for a supervisor who takes calls only when nobody else can.</summary>
    public bool IsCounselor { get; init; } = true;

    /// <summary>What she answers best; empty for everything.</summary>
    public IReadOnlyCollection<string> Topics { get; init; } = [];
    public int Level { get; init; }

    /// <summary>UTC, when a call last rang for her.</summary>
    public DateTime? AskedAt { get; init; }

    /// <summary>How long she has talked today.</summary>
    public TimeSpan TalkedToday { get; init; }
}

/// <summary>An offer of this call to this counselor that came to nothing, or her handing the call on.</summary>
public sealed record LapsedOffer(Guid CallId, string UserName, DateTime At);

/// <summary>This call shall ring for this counselor; or she is kept for this callback, and nothing rings.</summary>
public sealed record Match(Guid CallId, string UserName, bool IsCallback = false);

/// <summary>Who is asked to take which call. Pure: the same input gives the same answer.</summary>
public static class RoutingPolicy
{
    /// <summary>The order of the line: priority, then longest waiting.</summary>
    public static IEnumerable<WaitingCall> InOrder(IEnumerable<WaitingCall> waiting) =>
        waiting.OrderByDescending(c => c.Priority).ThenBy(c => c.QueuedAt).ThenBy(c => c.Id);

    /// <summary>The callback that a free counselor finds next in line; null when a call that may ring for her stands before it.</summary>
    public static WaitingCall? Callback(IEnumerable<WaitingCall> waiting, CounselorSeat seat, IReadOnlyCollection<LapsedOffer> lapses, RoutingRules rules, DateTime now)
    {
        DateTime? LapsedAt(WaitingCall call) => lapses.Where(l => l.CallId == call.Id && l.UserName == seat.UserName).Max(l => (DateTime?)l.At);
        var next = InOrder(waiting).FirstOrDefault(c => Wanted(c, rules, now) > 0 && Eligibility.Of(c, seat, LapsedAt(c), rules, now) == Verdict.Ask);
        return next is { IsCallback: true } ? next : null;
    }

    /// <summary>
    /// Callers in <see cref="InOrder"/> each get the first, in the order of <see cref="RoutingRules.Order"/>,
    /// of those whom <see cref="Eligibility"/> lets be asked; somebody who let this very call go comes after all others.
    /// A callback gets one who became free just now, so that no call behind it rings for her yet.
    /// </summary>
    public static IReadOnlyList<Match> Decide(
        IEnumerable<WaitingCall> waiting, IEnumerable<CounselorSeat> seats, IEnumerable<LapsedOffer> lapses, RoutingRules rules, DateTime now)
    {
        var lapsed = lapses.GroupBy(l => (l.CallId, l.UserName)).ToDictionary(g => g.Key, g => g.Max(l => l.At));
        var inOrder = Sort(seats, rules.Order).ToList();
        var byLanguage = new Dictionary<string, List<CounselorSeat>>();
        var (taken, matches) = (new HashSet<string>(), new List<Match>());
        foreach (var call in InOrder(waiting))
        {
            if (taken.Count == inOrder.Count) break;
            if (!byLanguage.TryGetValue(call.Language, out var able))
                byLanguage[call.Language] = able = inOrder.FindAll(s => s.Languages.Contains(call.Language));
            // Who is taken stays taken, so the list of her language gets shorter and a long queue costs no more.
            able.RemoveAll(s => taken.Contains(s.UserName));
            DateTime? LapsedAt(CounselorSeat seat) => lapsed.TryGetValue((call.Id, seat.UserName), out var at) ? at : null;
            var wanted = Wanted(call, rules, now);
            if (wanted <= 0) continue;
            var asked = able.Where(s => Eligibility.Of(call, s, LapsedAt(s), rules, now) == Verdict.Ask && (!call.IsCallback || rules.Keeps(s, now)));
            if (lapsed.Count > 0) asked = asked.OrderBy(s => LapsedAt(s) ?? DateTime.MinValue);
            if (call.Preferred is { } preferred) asked = asked.OrderBy(s => s.UserName != preferred || LapsedAt(s) is not null);
            foreach (var seat in asked.Take(wanted).ToList())
            {
                taken.Add(seat.UserName);
                matches.Add(new Match(call.Id, seat.UserName, call.IsCallback));
            }
        }
        return matches;
    }

    /// <summary>How many more are asked for it.</summary>
    private static int Wanted(WaitingCall call, RoutingRules rules, DateTime now) => call.IsCallback ? 1 : rules.StepAt(now - call.QueuedAt).AtOnce - call.OpenOffers;

    private static IEnumerable<CounselorSeat> Sort(IEnumerable<CounselorSeat> seats, RoutingOrder order) => (order switch
    {
        RoutingOrder.Linear => seats.OrderBy(_ => 0),
        RoutingOrder.RoundRobin => seats.OrderBy(s => s.AskedAt ?? DateTime.MinValue),
        RoutingOrder.LeastTalkToday => seats.OrderBy(s => s.TalkedToday).ThenBy(s => s.FreeSince),
        _ => seats.OrderBy(s => s.FreeSince),
    }).ThenBy(s => s.UserName, StringComparer.Ordinal);
}
