using Helpline.Domain.Metrics;

namespace Helpline.Domain.Journals;

/// <summary>Some local days, both ends included, and the moments that bound them.</summary>
/// <param name="Begin">UTC, inclusive.</param>
/// <param name="End">UTC, exclusive.</param>
public sealed record JournalPeriod(DateOnly From, DateOnly To, DateTime Begin, DateTime End)
{
    public static JournalPeriod Of(DateOnly from, DateOnly to, TimeZoneInfo zone) => new(from, to, LocalDay.Of(from, zone).From, LocalDay.Of(to, zone).Until);
}
