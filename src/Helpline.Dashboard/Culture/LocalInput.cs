using System.Globalization;

namespace Helpline.Dashboard.Culture;

/// <summary>Between UTC and what a field of type <c>datetime-local</c> or <c>date</c> holds: the time where the reader is.</summary>
internal static class LocalInput
{
    private const string Pattern = "yyyy-MM-dd'T'HH:mm";

    public static string Text(DateTime? utc) =>
        utc is { } time ? DateTime.SpecifyKind(time, DateTimeKind.Utc).ToLocalTime().ToString(Pattern, CultureInfo.InvariantCulture) : "";

    /// <returns>Null for an empty or unfinished field.</returns>
    public static DateTime? Utc(object? text) =>
        DateTime.TryParse(text as string, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? DateTime.SpecifyKind(local, DateTimeKind.Local).ToUniversalTime() : null;

    public static DateOnly? Day(object? text) => DateOnly.TryParse(text as string, CultureInfo.InvariantCulture, out var day) ? day : null;

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A day as people read it.</summary>
    public static string Said(DateOnly day) => day.ToString("d", CultureInfo.CurrentCulture);

    public static string Text(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
