using Helpline.Contracts.Metrics;
using Helpline.Domain.Metrics;

namespace Helpline.Server.Metrics;

/// <summary>The figures as their readers see them.</summary>
internal static class MetricCards
{
    private const string Share = "share", Seconds = "seconds", Time = "metrics/time?";

    // Above which and up to which second; to them come the answer times of both promises and the short abandon.
    private static readonly int[] Usual = [5, 10, 15, 20, 30, 60, 120, 300, 600];

    public static IReadOnlyList<FigureCard> Figures(CallSums calls, CrewSums crew, Waits answered, ServicePromise promise) =>
    [
        ServiceLevel(calls, promise), Of(LineFigures.ServiceLevelSooner(calls, answered, promise), Share, Within("answered", promise.SoonerSeconds)),
        Of(LineFigures.ServiceLevelOfAll(calls), Share, Within("answered", promise.WithinSeconds)),
        Of(LineFigures.ServiceLevelOfPatient(calls), Share, Within("answered", promise.WithinSeconds)),
        Of(LineFigures.ServiceLevelPositive(calls), Share, Within("answered,abandoned", promise.WithinSeconds)),
        Of(LineFigures.ServiceLevelOfAnswered(calls), Share, Within("answered", promise.WithinSeconds)),
        Of(LineFigures.AnswerRate(calls), Share, "answered"), Of(LineFigures.AnswerRateNet(calls), Share, "answered"),
        Of(LineFigures.AbandonRate(calls), Share, "abandoned"), Of(LineFigures.AbandonRateNet(calls), Share, After(promise.ShortSeconds)),
        SpeedOfAnswer(calls), Of(LineFigures.TimeToAbandon(calls), Seconds, "abandoned"), Of(LineFigures.TimeToAbandonNet(calls), Seconds, After(promise.ShortSeconds)),
        Of(LineFigures.RingTime(crew), Seconds, "journals/offers?result=Accepted"), Of(LineFigures.TalkTime(calls), Seconds, "answered"), Of(LineFigures.HoldTime(calls), Seconds, "answered"),
        Of(LineFigures.WrapTime(calls), Seconds, "answered"), Of(LineFigures.HandleTime(calls), Seconds, "answered"),
        Occupancy(crew), Utilization(crew),
        Of(LineFigures.MissedOffers(crew), Share, "journals/offers?missed=yes"), Of(LineFigures.MissedOffersCallerStayed(crew), Share, "journals/offers?stayed=yes"),
    ];

    public static FigureCard ServiceLevel(CallSums calls, ServicePromise promise) => Of(LineFigures.ServiceLevel(calls), Share, Within("answered", promise.WithinSeconds));

    public static FigureCard SpeedOfAnswer(CallSums calls) => Of(LineFigures.SpeedOfAnswer(calls), Seconds, "answered");

    public static PromiseCard Of(ServicePromise promise) => new(promise.WithinSeconds, promise.Goal, promise.ShortSeconds, promise.SoonerSeconds, promise.SoonerGoal);

    /// <param name="hour">Of this local hour only; null for whole days.</param>
    public static FigureCard Occupancy(CrewSums crew, int? hour = null) => Of(LineFigures.Occupancy(crew), Share, hour is null ? Time : $"{Time}hour={hour}");

    public static FigureCard Utilization(CrewSums crew) => Of(LineFigures.Utilization(crew), Share, Time);

    /// <param name="rows">The page of a journal.</param>
    public static FigureCard ShareOf(Figure figure, string rows) => Of(figure, Share, rows);

    public static CallCounts Counts(CallSums s) => new(s.Offered, s.Answered, s.Abandoned, s.Exited, s.Blocked, s.Failed, s.Open, s.ShortAbandons);

    public static WaitsCard Of(Waits waits) => new(waits.Percentile(0.5), waits.Percentile(0.9), waits.Percentile(0.95), waits.Percentile(0.99), waits.Longest);

    public static IReadOnlyList<WaitSpan> Spread(Waits answered, Waits abandoned, ServicePromise promise)
    {
        int[] limits = [.. Usual.Union([promise.ShortSeconds, promise.SoonerSeconds, promise.WithinSeconds]).Order()];
        return [.. limits.Select((most, i) => (Above: i == 0 ? -1 : limits[i - 1], Most: (int?)most)).Append((limits[^1], null))
            .Select(s => new WaitSpan(Math.Max(0, s.Above), s.Most, answered.Between(s.Above, s.Most ?? int.MaxValue), abandoned.Between(s.Above, s.Most ?? int.MaxValue)))];
    }

    /// <param name="journal">Code of the journal whose rows they are.</param>
    public static OutcomesCard Of(string what, string journal, IReadOnlyList<Outcome> outcomes) =>
        new(what, journal, outcomes.Sum(o => o.Count), [.. outcomes.Select(o => new OutcomeCard(o.Code, o.Count, o.MedianDays))]);

    private static string Within(string results, int seconds) => FormattableString.Invariant($"{results}&most={seconds}");

    private static string After(int seconds) => FormattableString.Invariant($"abandoned&above={seconds}");

    private static FigureCard Of(Figure figure, string unit, string? rows = null) => new(figure.Code, figure.Value, figure.Numerator, figure.Denominator, unit, rows);
}
