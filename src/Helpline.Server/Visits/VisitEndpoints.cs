using Helpline.Contracts;
using Helpline.Contracts.Visits;
using Helpline.Domain.Audit;
using Helpline.Domain.Casework;
using Helpline.Domain.Visits;
using Helpline.Server.Casework;
using Helpline.Server.Catalog;
using Helpline.Server.Hosting;

namespace Helpline.Server.Visits;

/// <summary>What is done with one visit before its form.</summary>
internal static class VisitEndpoints
{
    private const string One = "/" + Routes.VisitsList + "/{id:guid}";

    public static void Map(IEndpointRouteBuilder visits)
    {
        visits.MapPost("/" + Routes.VisitsList, Plan).Produces<VisitCard>().ProducesValidationProblem();
        visits.MapPut(One, Move).Produces<VisitCard>().ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict);
        visits.MapPost(One + "/confirm", Confirm).Produces<VisitCard>();
        visits.MapPost(One + "/missed", Miss).Produces<VisitCard>().ProducesValidationProblem();
        visits.MapPost(One + "/cancel", Cancel).Produces<VisitCard>().ProducesValidationProblem();
        visits.MapPost(One + "/replan", Replan).Produces<VisitCard>().ProducesValidationProblem();
        visits.MapPost(One + "/settle", Settle).Produces<VisitCard>();
        visits.MapPost(One + "/place", Place).Produces<VisitPlace>().ProducesValidationProblem();
    }

    private static Task<IResult> Plan(NewVisit wish, HttpContext http, CaseworkDesks desks, VisitChecks checks) => desks.Open<IResult>(http, async desk =>
    {
        if (await desk.MadeBefore(http.IdempotencyKey()) is { } made) return TypedResults.Ok(VisitCards.Of((await desk.Db.Visits.FindAsync(made))!));
        if ((checks.Codes(wish.Area, wish.Kind, wish.Priority, wish.Address) ?? checks.Time(wish.From, wish.To, desk.Now)
            ?? await VisitChecks.Place(desk, wish.CaseId, wish.PersonId, wish.HouseholdId, wish.ReferralId) ?? await VisitChecks.Series(desk, wish.SeriesId, wish.From)) is { } wrong) return wrong;
        if (await desk.Db.VisitWorker(wish.Worker ?? desk.Who.UserName) is not { } worker) return VisitChecks.NobodyOfThatName();
        var visit = await wish.Visit(desk, checks.End(wish.From, wish.To), worker);
        await desk.Plan(visit);
        desk.Remember(http.IdempotencyKey(), visit.Id);
        await desk.Save();
        return TypedResults.Ok(VisitCards.Of(visit));
    });

    private static Task<IResult> Move(Guid id, VisitTime wish, HttpContext http, CaseworkDesks desks, VisitChecks checks) => Planned(id, http, desks, async (desk, visit) =>
    {
        if (wish.Version is { } seen && seen != visit.Version)
            return Refusals.Conflict("The visit was changed meanwhile.", ("field", "version"), ("current", VisitCards.Of(visit)));
        if ((checks.Time(wish.From, wish.To, desk.Now) ?? await VisitChecks.Within(desk, visit, wish.From)) is { } wrong) return wrong;
        if (await desk.Db.VisitWorker(wish.Worker ?? visit.Worker) is not { } worker) return VisitChecks.NobodyOfThatName();
        return await desk.Move(visit, VisitCards.Utc(wish.From), checks.End(wish.From, wish.To), worker.UserName!, TeamOf(visit, worker.Team)) ? null : NotNow(visit);
    });

    private static Task<IResult> Confirm(Guid id, HttpContext http, CaseworkDesks desks) => Planned(id, http, desks, async (desk, visit) =>
        visit.State == VisitState.Confirmed || await desk.Confirm(visit) ? null : NotNow(visit));

    /// <summary>Nobody was met. With a next time the next attempt is planned in the same step; after the last one a supervisor decides.</summary>
    private static Task<IResult> Miss(Guid id, VisitMissed wish, HttpContext http, CaseworkDesks desks, VisitChecks checks, Catalogs catalogs) => Planned(id, http, desks, async (desk, visit) =>
    {
        if ((checks.Code("visit_missed_reasons", wish.Reason) ?? catalogs.Wrong("visit_results", "result", wish.Result)) is { } wrong) return wrong;
        if (visit.PlannedFrom > desk.Now) return Refusals.Conflict("The visit is still to come: move or cancel it.", ("field", "from"), ("current", VisitCards.Of(visit)));
        if (wish.NextFrom is { } next && (checks.Time(next, wish.NextTo, desk.Now, "nextFrom", "nextTo") ?? Last(visit, desk, checks, "nextFrom")) is { } refused) return refused;
        if (!await desk.Miss(visit, wish.Reason, wish.Result, checks.Rules, wish.NextFrom is not null)) return NotNow(visit);
        if (wish.NextFrom is { } again) await desk.Replan(visit, VisitCards.Utc(again), checks.End(again, wish.NextTo), visit.Worker, visit.Team);
        return null;
    });

    private static Task<IResult> Cancel(Guid id, VisitCancelled wish, HttpContext http, CaseworkDesks desks, VisitChecks checks) => Planned(id, http, desks, async (desk, visit) =>
        checks.Code("visit_cancel_reasons", wish.Reason) ?? (visit.State == VisitState.Cancelled || await desk.Cancel(visit, wish.Reason) ? null : NotNow(visit)));

    private static Task<IResult> Replan(Guid id, VisitTime wish, HttpContext http, CaseworkDesks desks, VisitChecks checks) => Planned(id, http, desks, async (desk, visit) =>
    {
        if ((checks.Time(wish.From, wish.To, desk.Now) ?? Last(visit, desk, checks, "from")) is { } wrong) return wrong;
        if (await desk.IsCaseClosed(visit.CaseId)) return Refusals.Conflict("The case is closed.", ("field", "caseId"));
        if (await desk.Db.VisitWorker(wish.Worker ?? visit.Worker) is not { } worker) return VisitChecks.NobodyOfThatName();
        return await desk.Replan(visit, VisitCards.Utc(wish.From), checks.End(wish.From, wish.To), worker.UserName!, TeamOf(visit, worker.Team)) is null ? NotNow(visit) : null;
    });

    private static Task<IResult> Settle(Guid id, HttpContext http, CaseworkDesks desks) => Change(id, http, desks, (desk, visit) => Task.FromResult(desk.Who.Supervises(visit.Team)), async (desk, visit) =>
        await desk.Settle(visit) ? null : NotNow(visit));

    /// <summary>Where to go and whom to ask for; who looked and why is recorded.</summary>
    private static Task<IResult> Place(Guid id, VisitAccess access, HttpContext http, CaseworkDesks desks, VisitChecks checks) => desks.Open<IResult>(http, async desk =>
    {
        if (await desk.FindVisit(id) is not { } visit) return Refusals.Unknown("visit");
        if (checks.Code("access_reasons", access.Reason) is { } wrong) return wrong;
        desk.Audit(AuditAction.Read, Subject.Visit, id, "address", access.Reason);
        var person = visit.PersonId is { } known ? await desk.Db.Persons.FindAsync(known) : null;
        if (person is not null) desk.Audit(AuditAction.Read, Subject.Person, person.Id, "address", access.Reason);
        var address = visit.SealedAddress is { } own ? desk.Vault.Read(own, VisitMaking.AddressPlace(id))
            : person?.SealedAddress is { } home ? desk.Vault.Read(home, $"Persons|SealedAddress|{person.Id:N}") : null;
        return TypedResults.Ok(new VisitPlace(person?.Name, address));
    });

    /// <summary>Beyond the last attempt only a supervisor tries again.</summary>
    private static IResult? Last(Visit visit, CaseworkDesk desk, VisitChecks checks, string field) => visit.Attempt < checks.Rules.Attempts || desk.Who.Supervises(visit.Team)
        ? null
        : Refusals.Field(field, $"This was attempt {visit.Attempt}: a supervisor decides what comes next.");

    private static string? TeamOf(Visit visit, string? team) => visit.CaseId is null ? team : visit.Team;

    private static IResult NotNow(Visit visit) => Refusals.Conflict($"The visit is {visit.State}.", ("field", "state"), ("state", visit.State.ToString()), ("current", VisitCards.Of(visit)));

    private static Task<IResult> Planned(Guid id, HttpContext http, CaseworkDesks desks, Func<CaseworkDesk, Visit, Task<IResult?>> act) =>
        Change(id, http, desks, (desk, visit) => desk.MayPlan(visit), act);

    private static Task<IResult> Change(Guid id, HttpContext http, CaseworkDesks desks, Func<CaseworkDesk, Visit, Task<bool>> may, Func<CaseworkDesk, Visit, Task<IResult?>> act) =>
        desks.Open<IResult>(http, async desk => await desk.FindVisit(id) switch
        {
            null => Refusals.Unknown("visit"),
            var visit when !await may(desk, visit) => Refusals.Forbidden("This visit is in other hands."),
            var visit => await Changed(desk, visit, http, act),
        });

    private static async Task<IResult> Changed(CaseworkDesk desk, Visit visit, HttpContext http, Func<CaseworkDesk, Visit, Task<IResult?>> act)
    {
        var repeat = await desk.MadeBefore(http.IdempotencyKey()) is not null;
        if (!repeat && await act(desk, visit) is { } refused) return refused;
        if (!repeat) desk.Remember(http.IdempotencyKey(), visit.Id);
        await desk.Save();
        return TypedResults.Ok(VisitCards.Of(visit));
    }
}
