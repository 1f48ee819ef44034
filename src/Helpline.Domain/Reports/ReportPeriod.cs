using System.Globalization;

namespace Helpline.Domain.Reports;

public enum ReportSpan { Month, Quarter, Year }

/// <summary>A month, a quarter or a year of local days.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public sealed record ReportPeriod(ReportSpan Span, DateOnly From, DateOnly To)
{
    /// <summary>As 2026-11, 2026-Q4 or 2026.</summary>
    public string Code => Span switch
    {
        ReportSpan.Month => $"{From:yyyy-MM}",
        ReportSpan.Quarter => string.Create(CultureInfo.InvariantCulture, $"{From:yyyy}-Q{(From.Month + 2) / 3}"),
        ReportSpan.Year => $"{From:yyyy}",
    };

    public static ReportPeriod Month(DateOnly holding) => Of(ReportSpan.Month, new(holding.Year, holding.Month, 1), 1);

    /// <returns>Null for a text that is no period.</returns>
    public static ReportPeriod? Parse(string? text) => text?.Split('-') switch
    {
        [var year] when Year(year) is { } y => Of(ReportSpan.Year, new(y, 1, 1), 12),
        [var year, ['Q', >= '1' and <= '4' and var quarter]] when Year(year) is { } y => Of(ReportSpan.Quarter, new(y, (quarter - '1') * 3 + 1, 1), 3),
        [var year, { Length: 2 } month] when Year(year) is { } y && int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var m) && m is >= 1 and <= 12 =>
            Of(ReportSpan.Month, new(y, m, 1), 1),
        _ => null,
    };

    private static ReportPeriod Of(ReportSpan span, DateOnly from, int months) => new(span, from, from.AddMonths(months).AddDays(-1));

    private static int? Year(string text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and < 2200 ? year : null;
}
