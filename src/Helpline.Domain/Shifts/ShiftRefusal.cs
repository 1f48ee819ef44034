namespace Helpline.Domain.Shifts;

/// <summary>Why a shift cannot be so.</summary>
public enum ShiftFault { EndsBeforeItBegins, TooShort, TooLong, InThePast, TooFarAhead, Overlaps, TooLittleRest, OtherLanguage, NoCounselor, NotOpen, NotHers, HasBegun, RingsNobody }

/// <param name="Field">Of the wish, as it is sent.</param>
/// <param name="Other">The shift that is in the way.</param>
/// <param name="Gaps">The hours that would ring nobody.</param>
public sealed record ShiftRefusal(string Field, ShiftFault Fault, Duty? Other = null, IReadOnlyList<RotaGap>? Gaps = null)
{
    /// <summary>Null when no hour would ring nobody.</summary>
    public static ShiftRefusal? OfSilence(IReadOnlyList<RotaGap> gaps) => gaps.Count == 0 ? null : new("reason", ShiftFault.RingsNobody, Gaps: gaps);
}

/// <summary>Which shifts are possible. Nothing here changes anything.</summary>
public static class ShiftChecks
{
    /// <summary>Whether hours can be a shift at all.</summary>
    /// <param name="running">It has begun, and only its end is asked about.</param>
    /// <returns>Null when they can.</returns>
    public static ShiftRefusal? Wrong(this RotaRules rules, DateTime from, DateTime to, DateTime now, TimeZoneInfo zone, bool running = false)
    {
        if (to <= from) return new("to", ShiftFault.EndsBeforeItBegins);
        if (!running && from < now) return new("from", ShiftFault.InThePast);
        if (to < now) return new("to", ShiftFault.InThePast);
        if (from > now.AddDays(rules.AheadDays)) return new("from", ShiftFault.TooFarAhead);
        if (to - from < rules.Shortest) return new("to", ShiftFault.TooShort);
        return Length(from, to, zone) > rules.Longest ? new("to", ShiftFault.TooLong) : null;
    }

    /// <summary>Whether somebody can work these hours beside her other shifts.</summary>
    /// <param name="hers">Her shifts around them, without the one that is asked about.</param>
    /// <returns>Null when she can.</returns>
    public static ShiftRefusal? Clash(this RotaRules rules, string field, DateTime from, DateTime to, IEnumerable<Duty> hers, TimeZoneInfo zone)
    {
        var others = hers.OrderBy(d => d.From).ToList();
        if (others.Find(d => d.From < to && d.To > from) is { } overlaps) return new(field, ShiftFault.Overlaps, overlaps);
        var (begin, end, nearest) = (from, to, (Duty?)null);
        foreach (var earlier in others.Where(d => d.To <= from).Reverse().TakeWhile(d => begin - d.To < rules.Rest)) (begin, nearest) = (earlier.From, nearest ?? earlier);
        foreach (var later in others.Where(d => d.From >= to).TakeWhile(d => d.From - end < rules.Rest)) (end, nearest) = (later.To, nearest ?? later);
        return nearest is not null && Length(begin, end, zone) > rules.Longest ? new(field, ShiftFault.TooLittleRest, nearest) : null;
    }

    /// <summary>By the wall clock: in the night in which clocks go back, a shift from 20:00 to 08:00 is still one of twelve hours.</summary>
    private static TimeSpan Length(DateTime from, DateTime to, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeFromUtc(to, zone) - TimeZoneInfo.ConvertTimeFromUtc(from, zone);
}
