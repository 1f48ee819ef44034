using System.Globalization;

namespace Helpline.Dashboard.Culture;

/// <summary>Times and durations as people read them.</summary>
internal static class Spans
{
    /// <summary>m:ss, or h:mm:ss from an hour on; never negative.</summary>
    public static string Clock(TimeSpan span)
    {
        var shown = span < TimeSpan.Zero ? TimeSpan.Zero : span;
        return shown.ToString(shown < TimeSpan.FromHours(1) ? @"m\:ss" : @"h\:mm\:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>Hours, minutes and seconds where the reader is.</summary>
    public static string TimeOfDay(DateTime utc) => Local(utc).ToString("T", CultureInfo.CurrentCulture);

    public static string DateAndTime(DateTime utc) => Local(utc).ToString("g", CultureInfo.CurrentCulture);

    /// <summary>UTC of a local midnight.</summary>
    public static DateTime? StartOfDay(DateTime? day) => day is { } local ? Utc(local.Date) : null;

    /// <summary>UTC of a time as somebody typed it.</summary>
    public static DateTime Utc(DateTime local) => DateTime.SpecifyKind(local, DateTimeKind.Local).ToUniversalTime();

    private static DateTime Local(DateTime utc) => DateTime.SpecifyKind(utc, DateTimeKind.Utc).ToLocalTime();
}
