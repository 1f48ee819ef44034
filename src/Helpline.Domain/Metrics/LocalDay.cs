namespace Helpline.Domain.Metrics;

/// <summary>A day as people in the zone live it; where clocks were turned it has 23 or 25 hours.</summary>
/// <param name="From">UTC, inclusive.</param>
/// <param name="Until">UTC, exclusive.</param>
public sealed record LocalDay(DateOnly Day, DateTime From, DateTime Until)
{
    public TimeSpan Length => Until - From;

    /// <param name="zone">An IANA zone.</param>
    public static LocalDay Of(DateOnly day, TimeZoneInfo zone) => new(day, Start(day, zone), Start(day.AddDays(1), zone));

    /// <summary>The day that this moment belongs to.</summary>
    public static LocalDay Holding(DateTime utc, TimeZoneInfo zone) => Of(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone)), zone);

    /// <summary>
    /// Whether hours there begin with hours of UTC, as everywhere in Kazakhstan. Roll-ups are by hours of UTC, so days of another
    /// zone could not be made of them.
    /// </summary>
    public static bool HasWholeHours(TimeZoneInfo zone) => Enumerable.Range(0, 12 * 50)
        .All(month => zone.GetUtcOffset(new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(month)).Ticks % TimeSpan.TicksPerHour == 0);

    /// <summary>The first moment of the day, also where midnight came twice or never.</summary>
    private static DateTime Start(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(midnight)) midnight = midnight.AddMinutes(1);
        // Of two midnights the first is with the greater offset.
        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        return DateTime.SpecifyKind(midnight - offset, DateTimeKind.Utc);
    }
}
