using System.Globalization;

namespace Helpline.Dashboard.Culture;

/// <summary>What an address asks for. What cannot be read is null, as if it had not been asked: a mistyped address opens its page.</summary>
internal static class Asked
{
    public static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;

    public static int? Count(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    /// <returns>Seconds.</returns>
    public static double? Seconds(string? text) => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;

    /// <returns>UTC, as which a time without a zone is read.</returns>
    public static DateTime? Moment(string? text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;

    /// <returns>Its midnight, as a field of type <c>date</c> holds it.</returns>
    public static DateTime? Day(string? text) => LocalInput.Day(text)?.ToDateTime(TimeOnly.MinValue);
}
