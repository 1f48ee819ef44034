namespace Helpline.Domain.Visits;

public enum SeriesUnit { Days, Weeks }

[Flags]
public enum Weekdays { None = 0, Monday = 1, Tuesday = 2, Wednesday = 4, Thursday = 8, Friday = 16, Saturday = 32, Sunday = 64 }

/// <summary>On which local days a series has visits, and at what time of the wall clock.</summary>
/// <param name="From">The first day that may have one.</param>
/// <param name="At">Local time of each visit.</param>
/// <param name="Minutes">How long each is.</param>
/// <param name="Every">Every so many days or weeks, 1 to 60; weeks begin on Monday.</param>
/// <param name="On">Only on these days of the week; none for every day of <see cref="SeriesUnit.Days"/>, and for the weekday of <paramref name="From"/> with weeks.</param>
/// <param name="Until">The last day that may have one; null when <paramref name="Count"/> ends it.</param>
/// <param name="Count">How many there are; null when <paramref name="Until"/> ends it.</param>
public sealed record SeriesRule(DateOnly From, TimeOnly At, int Minutes, int Every, SeriesUnit Unit, Weekdays On, DateOnly? Until, int? Count)
{
    /// <summary>No series is looked for further than this.</summary>
    private const int FarthestDays = 5 * 366;

    /// <summary>The days in order. A rule without an end has none.</summary>
    public IEnumerable<DateOnly> Days() => Until is null && Count is null ? [] : Candidates().Take(Count ?? int.MaxValue);

    /// <summary>Whether a visit of the series may be on this day.</summary>
    public bool Spans(DateOnly day) => From <= day && day <= (Until ?? Days().LastOrDefault());

    /// <summary>Beginning and end of the visit on a day, in UTC.</summary>
    public (DateTime From, DateTime To) VisitOn(DateOnly day, TimeZoneInfo zone)
    {
        var from = zone.Utc(day, At);
        return (from, from.AddMinutes(Minutes));
    }

    private IEnumerable<DateOnly> Candidates()
    {
        var last = Until is { } until && until < From.AddDays(FarthestDays) ? until : From.AddDays(FarthestDays);
        for (var day = From; day <= last; day = day.AddDays(1))
            if (IsInStep(day) && IsOnWeekday(day.DayOfWeek)) yield return day;
    }

    private bool IsInStep(DateOnly day) => Unit == SeriesUnit.Days
        ? (day.DayNumber - From.DayNumber) % Every == 0
        : (Monday(day).DayNumber - Monday(From).DayNumber) / 7 % Every == 0;

    private bool IsOnWeekday(DayOfWeek day) => On != Weekdays.None ? On.HasFlag(Flag(day)) : Unit == SeriesUnit.Days || day == From.DayOfWeek;

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static Weekdays Flag(DayOfWeek day) => (Weekdays)(1 << (((int)day + 6) % 7));
}
