using Helpline.Contracts.Metrics;
using Helpline.Domain.Journals;
using Helpline.Domain.Metrics;

namespace Helpline.Server.Metrics;

/// <summary>Measured hours, summed in every way the page shows them: always the sums, never shares of shares.</summary>
internal sealed class MetricSheet(MeasuredHours measured, ServicePromise promise, TimeZoneInfo zone)
{
    private readonly Waits answered = new(), abandoned = new();
    private readonly Tallies tallies = new();
    private readonly Dictionary<DateTime, DateTime> local = [];

    /// <param name="others">Figures that are not made of hours.</param>
    /// <param name="seesAll">The reader may open every row.</param>
    public LineMetrics Card(JournalPeriod days, IReadOnlyList<FigureCard> others, IReadOnlyList<OutcomesCard> after, bool seesAll)
    {
        foreach (var row in measured.Calls)
        {
            answered.Add(row.AnsweredWaits.AsSpan());
            abandoned.Add(row.AbandonedWaits.AsSpan());
        }
        foreach (var row in measured.Hours) tallies.Add(row.Tallies.AsSpan());
        var (calls, crew) = (Sum(measured.Calls), Sum(measured.Hours));
        return new(days.From, days.To, days.Begin, days.End, zone.Id, MetricCards.Of(promise), MetricCards.Counts(calls),
            [.. MetricCards.Figures(calls, crew, answered, promise), .. others], MetricCards.Of(answered), MetricCards.Spread(answered, abandoned, promise),
            Hours(), Days(days.From, days.To), Week(), Languages(), measured.Hours.Sum(h => h.Contacts), Parts(), after, seesAll);
    }

    private IReadOnlyList<HourCard> Hours()
    {
        var (calls, crew) = (measured.Calls.ToLookup(c => Local(c.Hour).Hour), measured.Hours.ToLookup(h => Local(h.Hour).Hour));
        return [.. Enumerable.Range(0, 24).Select(hour => (Hour: hour, Calls: Sum(calls[hour])))
            .Select(h => new HourCard(h.Hour, MetricCards.Counts(h.Calls), MetricCards.ServiceLevel(h.Calls, promise), MetricCards.Occupancy(Sum(crew[h.Hour]), h.Hour)))];
    }

    private IReadOnlyList<DayCard> Days(DateOnly first, DateOnly last)
    {
        var calls = measured.Calls.ToLookup(c => DateOnly.FromDateTime(Local(c.Hour)));
        return [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(n => LocalDay.Of(first.AddDays(n), zone)).Select(day => (day.Day, day.From, day.Until, Calls: Sum(calls[day.Day])))
            .Select(d => new DayCard(d.Day, d.From, d.Until, MetricCards.Counts(d.Calls), MetricCards.ServiceLevel(d.Calls, promise)))];
    }

    private IReadOnlyList<WeekHour> Week()
    {
        var (calls, hours) = (measured.Calls.ToLookup(c => OfWeek(c.Hour)), measured.Hours.ToLookup(h => OfWeek(h.Hour)));
        return [.. Enumerable.Range(0, 168).Select(i => (Day: i / 24 + 1, Hour: i % 24))
            .Select(at => new WeekHour(at.Day, at.Hour, calls[at].Sum(c => c.Sums.Offered), hours[at].Sum(h => h.Contacts)))];
    }

    private IReadOnlyList<LanguageCalls> Languages() =>
    [
        .. measured.Calls.GroupBy(c => c.Language).Select(g => (g.Key, Calls: Sum(g))).OrderBy(g => g.Key.Length == 0).ThenByDescending(g => g.Calls.Offered)
            .Select(g => new LanguageCalls(g.Key.Length == 0 ? null : g.Key, MetricCards.Counts(g.Calls), MetricCards.ServiceLevel(g.Calls, promise))),
    ];

    private IReadOnlyList<PartCard> Parts() =>
        [.. Enum.GetValues<Parting>().Select(by => new PartCard(by.ToString(), [.. tallies.By(by).Select(c => new PartCount(c.Key.Length == 0 ? null : c.Key, c.Value))]))];

    private (int Day, int Hour) OfWeek(DateTime hour) => (((int)Local(hour).DayOfWeek + 6) % 7 + 1, Local(hour).Hour);

    private DateTime Local(DateTime hour)
    {
        if (!local.TryGetValue(hour, out var at)) local[hour] = at = TimeZoneInfo.ConvertTimeFromUtc(hour, zone);
        return at;
    }

    private static CallSums Sum(IEnumerable<CallRollUp> rows) => rows.Aggregate(CallSums.None, (sums, row) => sums + row.Sums);

    private static CrewSums Sum(IEnumerable<HourRollUp> rows) => rows.Aggregate(CrewSums.None, (sums, row) => sums + row.Crew);
}
