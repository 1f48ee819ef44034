using System.Globalization;
using Helpline.Contracts;

namespace Helpline.Server.Casework;

/// <summary>The last row of a page: the list goes on after its time and its id, however much came in between.</summary>
internal readonly record struct Cursor(DateTime At, Guid Id) : IParsable<Cursor>
{
    public override string ToString() => $"{At.Ticks:x}-{Id:N}";

    public static Cursor Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var cursor) ? cursor : throw new FormatException("This is no place in a list.");

    public static bool TryParse(string? s, IFormatProvider? provider, out Cursor result)
    {
        result = default;
        if (s?.Split('-') is not [var at, var id] || !long.TryParse(at, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var ticks)
            || ticks < 0 || ticks > DateTime.MaxValue.Ticks || !Guid.TryParseExact(id, "N", out var guid)) return false;
        result = new(new DateTime(ticks, DateTimeKind.Utc), guid);
        return true;
    }
}

internal static class Pages
{
    public const int Size = 50;

    /// <param name="rows">One more than fits when there is a next page.</param>
    public static Page<T> Page<T>(this List<T> rows, Func<T, Cursor> end) =>
        rows.Count > Size ? new(rows[..Size], end(rows[Size - 1]).ToString()) : new(rows, null);
}
