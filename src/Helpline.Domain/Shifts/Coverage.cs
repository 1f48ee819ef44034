using Helpline.Domain.Line;

namespace Helpline.Domain.Shifts;

/// <summary>Who is on shift, and where the rota has holes. Pure: the same shifts give the same answer.</summary>
public static class Coverage
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static IEnumerable<string> OnShift(this IEnumerable<Duty> duties, DateTime utc) =>
        duties.Where(d => d.Counselor is not null && d.Holds(utc)).Select(d => d.Counselor!).Distinct();

    /// <summary>The fewest on shift at any moment of a stretch of time.</summary>
    public static int Fewest(this IReadOnlyCollection<Duty> duties, DateTime from, DateTime until) => Points(duties, from, until).Min(at => duties.OnShift(at).Count());

    /// <summary>Where too few are on shift while the line is open: of anybody, and of each rule; in order, each as long as it lasts.</summary>
    public static IReadOnlyList<RotaGap> Gaps(this IReadOnlyCollection<Duty> duties, RotaRules rules, LineRules line, DateTime from, DateTime until)
    {
        CoverRule[] cover = [new(null, 1, new([.. Enum.GetValues<DayOfWeek>().Select(d => new OpenSpan(d, TimeSpan.Zero, Day))])), .. rules.Cover];
        var hours = cover.SelectMany(c => c.Hours.Spans).Concat(line.Hours.Spans).ToList();
        var points = Points(duties, from, until).Concat(Turns(hours, line.Zone, from, until)).Append(until).Distinct().Order().ToList();
        var open = new RotaGap?[cover.Length];
        var gaps = new List<RotaGap>();
        foreach (var (at, next) in points.Zip(points.Skip(1)))
            for (var i = 0; i < cover.Length; i++)
            {
                var have = Lacks(cover[i], duties, line, at);
                if (open[i] is { } last && last.To == at && have == last.Have) open[i] = last with { To = next };
                else
                {
                    if (open[i] is { } over) gaps.Add(over);
                    open[i] = have is { } few ? new(at, next, cover[i].Language, few, cover[i].Least) : null;
                }
            }
        return [.. gaps.Concat(open.OfType<RotaGap>()).OrderBy(g => g.From).ThenBy(g => g.Language, StringComparer.Ordinal)];
    }

    /// <summary>The hours that ring nobody after a change and did not before.</summary>
    public static IReadOnlyList<RotaGap> Silenced(this IEnumerable<RotaGap> after, IReadOnlyCollection<RotaGap> before) =>
        [.. after.Where(g => g.RingsNobody).SelectMany(g => Without(g, before.Where(b => b.RingsNobody && b.Language == g.Language)))];

    /// <summary>The same of a rota and what a change makes of it, in a stretch of time.</summary>
    public static IReadOnlyList<RotaGap> Silenced(this IReadOnlyCollection<Duty> duties, IReadOnlyCollection<Duty> after, RotaRules rules, LineRules line, DateTime from, DateTime until) =>
        from >= until ? [] : after.Gaps(rules, line, from, until).Silenced(duties.Gaps(rules, line, from, until));

    private static IEnumerable<RotaGap> Without(RotaGap gap, IEnumerable<RotaGap> known)
    {
        var from = gap.From;
        foreach (var other in known.Where(k => k.From < gap.To && k.To > gap.From).OrderBy(k => k.From))
        {
            if (other.From > from) yield return gap with { From = from, To = other.From };
            if (other.To > from) from = other.To;
        }
        if (from < gap.To) yield return gap with { From = from };
    }

    /// <returns>How many there are, when they are too few; null when all is well.</returns>
    private static int? Lacks(CoverRule rule, IEnumerable<Duty> duties, LineRules line, DateTime at)
    {
        if (line.Closed(null, at) is not null || !rule.Hours.Holds(line.Local(at))) return null;
        var have = duties.Where(d => rule.Language is not { } language || d.Languages.Contains(language)).OnShift(at).Count();
        return have < rule.Least ? have : null;
    }

    private static IEnumerable<DateTime> Points(IEnumerable<Duty> duties, DateTime from, DateTime until) =>
        duties.SelectMany(d => new[] { d.From, d.To }).Where(at => at > from && at < until).Append(from);

    /// <summary>Every moment at which hours of the week begin or end, and every midnight, where a holiday may begin.</summary>
    private static IEnumerable<DateTime> Turns(IReadOnlyCollection<OpenSpan> spans, TimeZoneInfo zone, DateTime from, DateTime until)
    {
        var (first, last) = (TimeZoneInfo.ConvertTimeFromUtc(from, zone).Date.AddDays(-2), TimeZoneInfo.ConvertTimeFromUtc(until, zone).Date);
        for (var day = first; day <= last; day += Day)
            foreach (var local in spans.Where(s => s.Day == day.DayOfWeek).SelectMany(s => new[] { day + s.From, day + s.Until }).Append(day).Distinct())
                foreach (var utc in Utc(local, zone).Where(at => at > from && at < until)) yield return utc;
    }

    /// <summary>Both moments of a local time that comes twice; the first after a leap for one that never comes.</summary>
    private static IEnumerable<DateTime> Utc(DateTime local, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        var offsets = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local) : [zone.GetUtcOffset(local)];
        return offsets.Select(offset => DateTime.SpecifyKind(local - offset, DateTimeKind.Utc));
    }
}
