using Helpline.Contracts;
using Helpline.Contracts.Visits;
using Helpline.Domain.Visits;
using Helpline.Server.Casework;
using Helpline.Server.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Visits;

/// <summary>Visits that come again and again.</summary>
internal static class SeriesEndpoints
{
    private const string One = "/" + Routes.VisitSeriesList + "/{id:guid}";

    public static void Map(IEndpointRouteBuilder visits)
    {
        visits.MapPost("/" + Routes.VisitSeriesList, Make).Produces<SeriesCard>().ProducesValidationProblem();
        visits.MapGet(One, Read).Produces<SeriesCard>();
        visits.MapPut(One, Change).Produces<SeriesCard>().ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict);
        visits.MapPost(One + "/end", End).Produces<SeriesCard>();
    }

    private static Task<IResult> Make(NewSeries wish, HttpContext http, CaseworkDesks desks, VisitChecks checks) => desks.Open(http, async desk =>
    {
        if (await desk.MadeBefore(http.IdempotencyKey()) is { } made) return await Card(desk, (await desk.Db.VisitSeries.FindAsync(made))!);
        if ((checks.Codes(wish.Area, wish.Kind, wish.Priority, wish.Address) ?? Dates(wish.Dates, desk, checks.Rules)
            ?? await VisitChecks.Place(desk, wish.CaseId, wish.PersonId, wish.HouseholdId, wish.ReferralId)) is { } wrong) return wrong;
        if (await desk.Db.VisitWorker(wish.Worker ?? desk.Who.UserName) is not { } worker) return VisitChecks.NobodyOfThatName();
        var series = await wish.Series(desk, Rule(wish.Dates), worker);
        await desk.Make(series);
        desk.Remember(http.IdempotencyKey(), series.Id);
        await desk.Save();
        return await Card(desk, series);
    });

    private static Task<IResult> Read(Guid id, HttpContext http, CaseworkDesks desks) => Mine(id, http, desks, (_, _) => Task.FromResult<IResult?>(null));

    private static Task<IResult> Change(Guid id, SeriesChange wish, HttpContext http, CaseworkDesks desks, VisitChecks checks) => Mine(id, http, desks, async (desk, series) =>
    {
        if (wish.Version is { } seen && seen != series.Version) return Refusals.Conflict("The series was changed meanwhile.", ("field", "version"), ("current", await Now(desk, series)));
        if (Dates(wish.Dates, desk, checks.Rules) is { } wrong) return wrong;
        if (await desk.IsCaseClosed(series.CaseId)) return Refusals.Conflict("The case is closed.", ("field", "caseId"));
        if (await desk.Db.VisitWorker(wish.Worker ?? series.Worker) is not { } worker) return VisitChecks.NobodyOfThatName();
        var team = series.CaseId is null ? worker.Team : series.Team;
        return await desk.Change(series, Rule(wish.Dates), worker.UserName!, team) ? null : Refusals.Conflict("The series has ended.", ("field", "state"), ("current", await Now(desk, series)));
    });

    private static Task<IResult> End(Guid id, HttpContext http, CaseworkDesks desks) => Mine(id, http, desks, async (desk, series) =>
    {
        await desk.End(series);
        return null;
    });

    /// <summary>What is wrong with the days of a series; null when nothing is.</summary>
    private static IResult? Dates(SeriesDates? dates, CaseworkDesk desk, VisitRules rules)
    {
        if (dates is not { On: not null }) return Refusals.Field("dates", "A series has days.");
        if (!Enum.GetNames<SeriesUnit>().Contains(dates.Unit)) return Refusals.Field("unit", $"One of {string.Join(", ", Enum.GetNames<SeriesUnit>())}.");
        if (dates.On.FirstOrDefault(day => !Enum.GetNames<DayOfWeek>().Contains(day)) is { } odd) return Refusals.Field("on", $"'{odd}' is no day of the week.");
        if (dates.Every is < 1 or > 60) return Refusals.Field("every", "1 to 60.");
        if (dates.Minutes is < 10 or > 480) return Refusals.Field("minutes", "10 to 480.");
        if (dates.Until is null == dates.Count is null) return Refusals.Field("until", "A series ends on a day or after a number of visits: say one of them.");
        if (dates.Until < dates.From) return Refusals.Field("until", "The last day is before the first.");
        if (dates.From < desk.Line.Zone.Day(desk.Now).AddYears(-1)) return Refusals.Field("from", "The first day is too far in the past.");
        if (dates.Count < 1 || dates.Count > rules.LongestSeries) return Refusals.Field("count", $"1 to {rules.LongestSeries}.");
        var days = Rule(dates).Days().Take(rules.LongestSeries + 1).ToList();
        if (days.Count > rules.LongestSeries) return Refusals.Field("until", $"A series has at most {rules.LongestSeries} visits.");
        return days.Count > 0 && desk.Line.Zone.Utc(days[^1], dates.At) > desk.Now ? null : Refusals.Field("from", "The series has no visit in the future.");
    }

    private static SeriesRule Rule(SeriesDates d) => new(
        d.From, d.At, d.Minutes, d.Every, Enum.Parse<SeriesUnit>(d.Unit), d.On.Aggregate(Weekdays.None, (all, day) => all | Enum.Parse<Weekdays>(day)), d.Until, d.Count);

    /// <summary>For whoever may plan it.</summary>
    private static Task<IResult> Mine(Guid id, HttpContext http, CaseworkDesks desks, Func<CaseworkDesk, VisitSeries, Task<IResult?>> act) => desks.Open(http, async desk =>
    {
        if (await desk.Db.VisitSeries.FindAsync(id) is not { } series || !await desk.MayPlan(series)) return Refusals.Unknown("series");
        if (await act(desk, series) is { } refused) return refused;
        await desk.Save();
        return await Card(desk, series);
    });

    private static async Task<IResult> Card(CaseworkDesk desk, VisitSeries series) => TypedResults.Ok(await Now(desk, series));

    private static async Task<SeriesCard> Now(CaseworkDesk desk, VisitSeries series) =>
        VisitCards.Of(series, await desk.Db.Visits.CountAsync(v => v.SeriesId == series.Id && v.PlannedFrom > desk.Now && v.IsOwed));
}
