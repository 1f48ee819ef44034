using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Contracts.Metrics;
using Helpline.Domain.Journals;
using Helpline.Domain.Line;
using Helpline.Domain.Metrics;
using Helpline.Domain.Privacy;
using Helpline.Server.Accounts;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Helpline.Server.Journals;

namespace Helpline.Server.Metrics;

internal static class MetricEndpoints
{
    private const int MostYears = 5;

    public static void MapMetrics(this IEndpointRouteBuilder routes)
    {
        var metrics = routes.MapGroup("").WithTags("Metrics").For(Section.Metrics);
        metrics.MapGet("/" + Routes.Metrics, Read).Produces<LineMetrics>().ProducesValidationProblem();
        metrics.MapGet("/" + Routes.CrewTime, Time).Produces<CrewTime>().ProducesValidationProblem();
    }

    private static async Task<IResult> Read(
        HttpContext http, HelplineDb db, LineRules line, ServicePromise promise, RetentionRules kept, TimeProvider clock, CancellationToken stop, DateOnly? from = null, DateOnly? to = null)
    {
        var (asked, refused) = await Scope(http, db, line, clock, from, to, stop);
        if (asked is not { Period: var days } scope) return refused!;
        var measured = (await db.Measured(days.Begin, days.End, scope.Now, stop)).By(promise);
        var others = await Others(scope, kept, stop);
        return TypedResults.Ok(new MetricSheet(measured, promise, line.Zone).Card(days, others, await AfterCare.Outcomes(scope, stop), seesAll: scope.Who.Team is null));
    }

    /// <param name="hour">Local, 0 to 23; without it whole days.</param>
    private static async Task<IResult> Time(
        HttpContext http, HelplineDb db, LineRules line, TimeProvider clock, CancellationToken stop, DateOnly? from = null, DateOnly? to = null, int? hour = null)
    {
        if (hour is not (null or >= 0 and <= 23)) return Refusals.Field("hour", "0 to 23.");
        var (scope, refused) = await Scope(http, db, line, clock, from, to, stop);
        return scope is null ? refused! : TypedResults.Ok(await CrewTimes.Of(scope, hour, stop));
    }

    /// <returns>The days that are asked for, or why they cannot be.</returns>
    private static async Task<(JournalScope? Asked, IResult? Refused)> Scope(HttpContext http, HelplineDb db, LineRules line, TimeProvider clock, DateOnly? from, DateOnly? to, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(line.Local(now));
        var (first, last) = (from ?? to ?? today, to ?? from ?? today);
        if (Wrong(first, last, today) is { } wrong) return (null, wrong);
        var days = JournalPeriod.Of(first, last, line.Zone);
        if (await db.FirstRecord(stop) is { } known && days.End <= known) return (null, Refusals.BeforeFirst("to", DateOnly.FromDateTime(line.Local(known))));
        return (new(db, Reader.Of(http.User), days, line.Zone, now, new Dictionary<string, string>()), null);
    }

    private static IResult? Wrong(DateOnly first, DateOnly last, DateOnly today)
    {
        if (last < first) return Refusals.Field("to", $"{last:yyyy-MM-dd} is before {first:yyyy-MM-dd}.");
        if (first > today) return Refusals.Field("from", $"{first:yyyy-MM-dd} has not come yet.");
        return last >= first.AddYears(MostYears) ? Refusals.Field("to", $"At most {MostYears} years at once.") : null;
    }

    /// <summary>The figures that are not made of hours.</summary>
    private static async Task<IReadOnlyList<FigureCard>> Others(JournalScope scope, RetentionRules kept, CancellationToken stop)
    {
        var (db, begin, end) = (scope.Db, scope.Period.Begin, scope.Period.End);
        var callbacks = await AfterCare.Callbacks(scope with { Who = Reader.System }, stop);
        // Where numbers are forgotten already it would be another figure: no value is honest.
        var repeats = begin > scope.Now.AddDays(-kept.Numbers) ? await db.Repeats(begin, end, stop) : RepeatCallers.None;
        return
        [
            MetricCards.ShareOf(callbacks, "journals/callbacks?kept=yes"), MetricCards.ShareOf(repeats.ShareOfCallers, "journals/calls?again=yes"),
            MetricCards.ShareOf(repeats.ShareOfCalls, "journals/calls?again=yes"),
        ];
    }
}
