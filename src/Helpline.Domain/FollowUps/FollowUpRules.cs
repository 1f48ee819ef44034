using Helpline.Domain.Casework;
using Helpline.Domain.Line;
using Helpline.Domain.Persons;
using Helpline.Domain.Visits;

namespace Helpline.Domain.FollowUps;

/// <summary>A part of the local day.</summary>
public enum DayPart { Morning, Day, Evening }

/// <summary>When and how often somebody is tried; <c>config/follow-ups.json</c>.</summary>
/// <param name="Attempts">Vain ones after which somebody is unreachable.</param>
/// <param name="Gap">At least so long between two of them.</param>
/// <param name="DayFrom">Local time; before it is morning.</param>
/// <param name="EveningFrom">Local time.</param>
/// <param name="DueAfter">By code of <c>risk_levels</c>: when a follow-up is due that was planned without a time.</param>
/// <param name="HighRisks">Codes of <c>risk_levels</c> at which an end without reaching the person goes to a supervisor at once.</param>
/// <param name="Ladder">Who is told of what is overdue, and after how long.</param>
/// <param name="UrgentLadder">The same for high risks.</param>
/// <param name="Texts">By language: the words of a text message, which name nothing of us.</param>
public sealed record FollowUpRules(
    int Attempts, TimeSpan Gap, TimeOnly DayFrom, TimeOnly EveningFrom, IReadOnlyDictionary<string, TimeSpan> DueAfter, IReadOnlySet<string> HighRisks,
    Ladder Ladder, Ladder UrgentLadder, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>The urgency of a referral that climbs the usual ladder.</summary>
    public const string Routine = "routine";

    /// <summary>How far ahead a good moment is looked for, and how finely.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(8);
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    public bool IsHigh(string risk) => HighRisks.Contains(risk);

    /// <param name="urgency">Code of <c>referral_urgencies</c>.</param>
    public Ladder LadderOfReferral(string urgency) => urgency == Routine ? Ladder : UrgentLadder;

    /// <param name="priority">Of a missed visit.</param>
    public Ladder LadderOfVisit(int priority) => priority == Visit.Urgent ? UrgentLadder : Ladder;

    public Ladder LadderOf(string risk) => IsHigh(risk) ? UrgentLadder : Ladder;

    /// <summary>The first moment from then on that is neither quiet nor unsafe, if there is one at a time of day that was not just tried; UTC.</summary>
    /// <param name="tried">UTC of the vain tries that count, oldest first.</param>
    public DateTime NextMoment(DateTime from, IReadOnlyList<DateTime> tried, SafeContact safe, LineRules line)
    {
        if (tried.Count > 0 && from < tried[^1] + Gap) from = tried[^1] + Gap;
        var moments = Moments(from, safe, line);
        var used = Used(tried, line);
        // Somebody who is safe in the evening only is tried in the evening again.
        return moments.Select(m => (DateTime?)m).FirstOrDefault(m => !used.Contains(PartOf(line.Local(m!.Value))))
            ?? moments.Select(m => (DateTime?)m).FirstOrDefault() ?? from;
    }

    /// <summary>Whether a vain try now says something new: long enough after the last, and at another time of day if the safe hours have one.</summary>
    public bool Counts(DateTime now, IReadOnlyList<DateTime> tried, SafeContact safe, LineRules line)
    {
        if (tried.Count == 0) return true;
        if (now < tried[^1] + Gap) return false;
        var used = Used(tried, line);
        return !used.Contains(PartOf(line.Local(now))) || Moments(now, safe, line).All(m => used.Contains(PartOf(line.Local(m))));
    }

    public DayPart PartOf(DateTime local) => TimeOnly.FromDateTime(local) is var time && time < DayFrom ? DayPart.Morning : time < EveningFrom ? DayPart.Day : DayPart.Evening;

    private HashSet<DayPart> Used(IReadOnlyList<DateTime> tried, LineRules line) => [.. tried.TakeLast(2).Select(at => PartOf(line.Local(at)))];

    /// <summary>Safe moments of the days ahead, in steps of UTC, so that a change of the clocks neither skips nor repeats one.</summary>
    private static IEnumerable<DateTime> Moments(DateTime from, SafeContact safe, LineRules line)
    {
        // Hours only: whether she may be called at all is asked when somebody wants to.
        var hours = safe with { MayCall = true };
        if (hours.MayCallAt(line.Local(from), line.Quiet)) yield return from;
        var first = new DateTime((from.Ticks / Step.Ticks + 1) * Step.Ticks, DateTimeKind.Utc);
        for (var at = first; at < from + Ahead; at += Step)
            if (hours.MayCallAt(line.Local(at), line.Quiet)) yield return at;
    }
}
