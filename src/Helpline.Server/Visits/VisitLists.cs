using System.Globalization;
using Helpline.Contracts;
using Helpline.Contracts.Visits;
using Helpline.Domain.Casework;
using Helpline.Domain.Visits;
using Helpline.Server.Accounts;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Visits;

/// <summary>A worker's days, what is owed in an area or a household, what a supervisor is asked to look at.</summary>
internal static class VisitLists
{
    private const int LongestDays = 45;
    private const int Most = 500;
    private const int Page = 50;

    public static void Map(IEndpointRouteBuilder visits)
    {
        visits.MapGet("/" + Routes.VisitsList, Days).Produces<VisitCard[]>().ProducesValidationProblem();
        visits.MapGet("/" + Routes.VisitsOwed, Owed).Produces<VisitPage>().ProducesValidationProblem();
        visits.MapGet("/" + Routes.VisitsToLookAt, ToLookAt).Produces<VisitCard[]>().RequireAuthorization(p => p.RequireRole(Roles.Supervisor));
        visits.MapGet("/" + Routes.VisitSettings, Settings).Produces<VisitSettings>();
        visits.MapGet("/" + Routes.VisitsList + "/{id:guid}", Details).Produces<VisitDetails>();
    }

    private static async Task<IResult> Days(DateTime from, DateTime to, HttpContext http, HelplineDb db, TimeProvider clock, CancellationToken stop, string? worker = null)
    {
        var (begin, end, who) = (VisitCards.Utc(from), VisitCards.Utc(to), Reader.Of(http.User));
        if (end <= begin || end - begin > TimeSpan.FromDays(LongestDays)) return Refusals.Field("to", $"At most {LongestDays} days after from.");
        var whose = worker ?? who.UserName!;
        var rows = await db.Visits.AsNoTracking().OfWorker(whose, begin, end).VisibleTo(db, who, clock.GetUtcNow().UtcDateTime).Take(Most).ToListAsync(stop);
        return TypedResults.Ok(rows.ConvertAll(VisitCards.Of));
    }

    /// <param name="after">Priority, ticks and id of the last one seen, joined by a dash each.</param>
    private static async Task<IResult> Owed(HttpContext http, HelplineDb db, TimeProvider clock, CancellationToken stop, string? area = null, Guid? household = null, string? after = null)
    {
        if (area is null == household is null) return Refusals.Field("area", "Say an area or a household.");
        var rows = db.Visits.AsNoTracking().Owed(area, household);
        if (after is not null)
        {
            if (After(after) is not var (priority, from, id)) return Refusals.Field("after", "This is no place in the list.");
            rows = rows.Where(v => v.Priority >= priority && (v.Priority > priority || v.PlannedFrom > from || v.PlannedFrom == from && v.Id.CompareTo(id) > 0));
        }
        var page = await rows.VisibleTo(db, Reader.Of(http.User), clock.GetUtcNow().UtcDateTime).Take(Page).ToListAsync(stop);
        var next = page.Count < Page ? null : string.Create(CultureInfo.InvariantCulture, $"{page[^1].Priority}-{page[^1].PlannedFrom.Ticks}-{page[^1].Id:N}");
        return TypedResults.Ok(new VisitPage(page.ConvertAll(VisitCards.Of), next));
    }

    private static async Task<IEnumerable<VisitCard>> ToLookAt(HttpContext http, HelplineDb db, TimeProvider clock, CancellationToken stop) =>
        (await db.Visits.AsNoTracking().ToLookAt().VisibleTo(db, Reader.Of(http.User), clock.GetUtcNow().UtcDateTime).Take(Most).ToListAsync(stop)).ConvertAll(VisitCards.Of);

    private static async Task<VisitSettings> Settings(HelplineDb db, VisitRules rules, CancellationToken stop)
    {
        var accounts = await db.Users.AsNoTracking().Where(a => !a.Disabled).ToListAsync(stop);
        return new(rules.Attempts, rules.Minutes, [.. rules.Sections.Select(s => s.ToString())],
            [.. accounts.Where(a => VisitQueries.Goes(a)).OrderBy(a => a.DisplayName, StringComparer.Ordinal).Select(a => new VisitWorker(a.UserName!, a.DisplayName))]);
    }

    private static Task<IResult> Details(Guid id, HttpContext http, CaseworkDesks desks, VisitRules rules) => desks.Open<IResult>(http, async desk =>
    {
        if (await desk.FindVisit(id) is not { } visit) return Refusals.Unknown("visit");
        var db = desk.Db;
        var series = visit.SeriesId is { } of ? await db.VisitSeries.FindAsync(of) : null;
        var ahead = series is null ? 0 : await db.Visits.CountAsync(v => v.SeriesId == series.Id && v.PlannedFrom > desk.Now && v.IsOwed);
        var moves = await db.History.AsNoTracking().Where(e => e.Subject == Subject.Visit && e.SubjectId == id).OrderBy(e => e.Id).ToListAsync();
        var owned = visit.CaseId is { } known ? await db.Cases.FindAsync(known) : null;
        var person = visit.PersonId is { } somebody ? await db.Persons.Where(p => p.Id == somebody).Select(p => p.Number).FirstOrDefaultAsync() : null;
        return TypedResults.Ok(new VisitDetails(
            VisitCards.Of(visit), owned?.Number, person, visit.Worker == desk.Who.UserName, await desk.MayPlan(visit),
            visit.Attempt >= rules.Attempts, series is null ? null : VisitCards.Of(series, ahead), moves.ConvertAll(VisitCards.Of)));
    });

    private static (int Priority, DateTime From, Guid Id)? After(string text) =>
        text.Split('-', 3) is [var priority, var ticks, var last] && int.TryParse(priority, out var p) && long.TryParse(ticks, out var t) && t >= 0 && t <= DateTime.MaxValue.Ticks && Guid.TryParse(last, out var id)
            ? (p, new DateTime(t, DateTimeKind.Utc), id) : null;
}
