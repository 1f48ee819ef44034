using Helpline.Domain.Line;

namespace Helpline.Domain.Referrals;

/// <summary>When people work: hours of the week in local time, without the holidays.</summary>
public sealed record WorkingCalendar(TimeZoneInfo Zone, OpeningHours Hours, IReadOnlySet<DateOnly> Holidays)
{
    // Nobody closes for ten years; without a bound a calendar of holidays only would never end.
    private const int Furthest = 3660;

    /// <summary>The moment, in UTC, at which the allowance that began at <paramref name="utc"/> is over.</summary>
    public DateTime After(DateTime utc, Allowance allowance) => allowance.Unit switch
    {
        AllowanceUnit.Minutes => utc.AddMinutes(allowance.Amount),
        AllowanceUnit.Hours => utc.AddHours(allowance.Amount),
        AllowanceUnit.WorkingHours => AfterWork(utc, TimeSpan.FromHours(allowance.Amount)),
        AllowanceUnit.WorkingDays => EndOfDay(utc, allowance.Amount),
        AllowanceUnit.SameDay => Utc(Local(utc).Date.AddDays(1)),
    };

    /// <summary>The end of work on the last of so many working days, counted from the day after it began.</summary>
    private DateTime EndOfDay(DateTime utc, int days) =>
        Days(utc).Skip(1).Select(day => Spans(day).ToList()).Where(spans => spans.Count > 0).Skip(days - 1).First()[^1].End;

    private DateTime AfterWork(DateTime utc, TimeSpan left)
    {
        foreach (var (start, end) in Days(utc).SelectMany(Spans))
        {
            var from = start < utc ? utc : start;
            if (end <= from) continue;
            if (end - from >= left) return from + left;
            left -= end - from;
        }
        throw new InvalidOperationException("Nobody works in the next ten years.");
    }

    private IEnumerable<DateOnly> Days(DateTime utc)
    {
        var first = DateOnly.FromDateTime(Local(utc));
        return Enumerable.Range(0, Furthest).Select(first.AddDays);
    }

    /// <summary>What is worked on a day, in order, in UTC.</summary>
    private IEnumerable<(DateTime Start, DateTime End)> Spans(DateOnly day)
    {
        if (Holidays.Contains(day)) return [];
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return Hours.Spans.Where(s => s.Day == day.DayOfWeek).OrderBy(s => s.From).Select(s => (Utc(midnight + s.From), Utc(midnight + s.Until)));
    }

    private DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Zone);

    // A local time that the clocks leap over is taken as the hour after it.
    private DateTime Utc(DateTime local) => TimeZoneInfo.ConvertTimeToUtc(Zone.IsInvalidTime(local) ? local.AddHours(1) : local, Zone);
}
