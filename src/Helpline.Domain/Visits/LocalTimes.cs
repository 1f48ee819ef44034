namespace Helpline.Domain.Visits;

/// <summary>From the clock on the wall to UTC, on the days of a change too.</summary>
public static class LocalTimes
{
    /// <summary>A time that the wall clock leaps over is the first one after the leap; one that it shows twice is the first of the two.</summary>
    public static DateTime Utc(this TimeZoneInfo zone, DateOnly day, TimeOnly at)
    {
        var local = day.ToDateTime(at);
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
    }

    public static DateOnly Day(this TimeZoneInfo zone, DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone));
}
