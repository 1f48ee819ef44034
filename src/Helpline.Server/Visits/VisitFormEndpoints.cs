using Helpline.Contracts;
using Helpline.Contracts.Visits;
using Helpline.Domain.Audit;
using Helpline.Domain.Casework;
using Helpline.Domain.Visits;
using Helpline.Server.Casework;
using Helpline.Server.Catalog;
using Helpline.Server.Hosting;

namespace Helpline.Server.Visits;

/// <summary>The form of a visit: a draft that saves itself, and the end of the visit.</summary>
internal static class VisitFormEndpoints
{
    private const string One = "/" + Routes.VisitsList + "/{id:guid}";

    public static void Map(IEndpointRouteBuilder visits)
    {
        visits.MapGet(One + "/form", Read).Produces<VisitFormCard>();
        visits.MapPut(One + "/form", Write).Produces<VisitFormCard>().ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict);
        visits.MapPost("/" + Routes.VisitsHeld, Hold).Produces<VisitCard>().ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict);
        visits.MapPost(One + "/done", Done).Produces<VisitCard>().ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict);
    }

    /// <summary>A draft is its author's alone; a finished form is read by those who answer for the visit, by a supervisor for a reason, and each reading is recorded.</summary>
    private static Task<IResult> Read(Guid id, HttpContext http, CaseworkDesks desks, Catalogs catalogs, string? reason = null) => desks.Open<IResult>(http, async desk =>
    {
        if (catalogs.Wrong("access_reasons", "reason", reason) is { } wrong) return wrong;
        if (await desk.FindVisit(id) is not { } visit) return Refusals.Unknown("visit");
        if (!await desk.MayPlan(visit)) return Refusals.Forbidden("This is another worker's visit.");
        if (await Own(desk, id) is not { } record)
            return TypedResults.Ok(new VisitFormCard(VisitFields.Empty, null, null, 0));
        var cares = visit.Worker == desk.Who.UserName || await desk.IsCaseMine(visit.CaseId);
        if (!cares && string.IsNullOrEmpty(reason)) return Refusals.Field("reason", "Say why you open this form.");
        desk.Audit(AuditAction.Read, Subject.Visit, id, "form", cares ? AccessReasons.Care : reason);
        return TypedResults.Ok(VisitCards.Of(record, desk.Vault));
    });

    /// <summary>Saves the draft. A stale version changes nothing and shows what is stored.</summary>
    private static Task<IResult> Write(Guid id, VisitFormChange change, HttpContext http, CaseworkDesks desks, VisitChecks checks) => Mine(id, http, desks, async (desk, visit) =>
    {
        if (checks.Form(change.Form, await Kept(desk, id)) is { } wrong) return wrong;
        if (await Stale(desk, id, change.Version) is { } stale) return stale;
        var record = await Draft(desk, visit, VisitCards.Of(change.Form));
        await desk.Save();
        return TypedResults.Ok(VisitCards.Of(record, desk.Vault));
    });

    private static Task<IResult> Done(Guid id, VisitFormChange change, HttpContext http, CaseworkDesks desks, VisitChecks checks) => Mine(id, http, desks, async (desk, visit) =>
    {
        if (checks.Form(change.Form, await Kept(desk, id)) is { } unreadable) return unreadable;
        var form = VisitCards.Of(change.Form);
        if (checks.Finished(form, visit.PlannedFrom, desk.Now) is { } wrong) return wrong;
        if (await Stale(desk, id, change.Version) is { } stale) return stale;
        var record = await Draft(desk, visit, form);
        if (!await desk.Finish(visit, record, form, checks.Rules, checks.Danger(form, desk.Now))) throw new InvalidOperationException("A visit whose form may be written may be done.");
        desk.Remember(http.IdempotencyKey(), id);
        await desk.Save();
        return TypedResults.Ok(VisitCards.Of(visit));
    });

    /// <summary>A visit that nobody had planned took place: planned and done in one step, with its true time.</summary>
    private static Task<IResult> Hold(HeldVisit wish, HttpContext http, CaseworkDesks desks, VisitChecks checks) => desks.Open<IResult>(http, async desk =>
    {
        if (await desk.MadeBefore(http.IdempotencyKey()) is { } made) return TypedResults.Ok(VisitCards.Of((await desk.Db.Visits.FindAsync(made))!));
        if (checks.Form(wish.Form) is { } unreadable) return unreadable;
        var form = VisitCards.Of(wish.Form);
        var began = form.Arrived ?? desk.Now;
        if ((checks.Codes(wish.Area, wish.Kind, wish.Priority, wish.Address) ?? checks.Finished(form, began, desk.Now) ?? checks.Held(form.Arrived, desk)
            ?? await VisitChecks.Place(desk, wish.CaseId, wish.PersonId, wish.HouseholdId, wish.ReferralId)) is { } wrong) return wrong;
        if (await desk.Db.VisitWorker(desk.Who.UserName) is not { } worker) return VisitChecks.NobodyOfThatName();
        var planned = new NewVisit(wish.CaseId, wish.PersonId, wish.HouseholdId, wish.Area, began, null, null, wish.Kind, wish.Priority, wish.ReferralId, null, wish.Address);
        var visit = await planned.Visit(desk, form.Left > began ? form.Left.Value : checks.End(began, null), worker);
        await desk.Plan(visit);
        if (!await desk.Finish(visit, await Draft(desk, visit, form), form, checks.Rules, checks.Danger(form, desk.Now))) throw new InvalidOperationException("A visit that was just planned may be done.");
        desk.Remember(http.IdempotencyKey(), visit.Id);
        await desk.Save();
        return TypedResults.Ok(VisitCards.Of(visit));
    });

    /// <summary>Her own visit, while its form may still be written: ahead, or missed with nothing in its place.</summary>
    private static Task<IResult> Mine(Guid id, HttpContext http, CaseworkDesks desks, Func<CaseworkDesk, Visit, Task<IResult>> act) => desks.Open<IResult>(http, async desk =>
    {
        if (await desk.FindVisit(id) is not { } visit) return Refusals.Unknown("visit");
        if (visit.Worker != desk.Who.UserName) return Refusals.Forbidden("This is another worker's visit.");
        if (await desk.MadeBefore(http.IdempotencyKey()) is not null) return TypedResults.Ok(VisitCards.Of(visit));
        if (visit.Next is not null || VisitFlow.Next(visit.State, VisitEvent.Done) is null) return Refusals.Conflict($"The visit is {visit.State}.", ("field", "state"), ("state", visit.State.ToString()), ("current", VisitCards.Of(visit)));
        if (await desk.IsCaseClosed(visit.CaseId)) return Refusals.Conflict("The case is closed.", ("field", "caseId"));
        return await act(desk, visit);
    });

    private static async Task<VisitRecord?> Own(CaseworkDesk desk, Guid id) =>
        await desk.Db.VisitRecords.FindAsync(id) is { } record && !record.IsHiddenFrom(desk.Who.UserName) ? record : null;

    private static async Task<VisitForm?> Kept(CaseworkDesk desk, Guid id) => (await Own(desk, id))?.Open(desk.Vault);

    private static async Task<IResult?> Stale(CaseworkDesk desk, Guid id, long? seen)
    {
        var record = await Own(desk, id);
        return record is null || seen is null || seen == record.Version
            ? null
            : Refusals.Conflict("The form was changed meanwhile.", ("field", "version"), ("current", VisitCards.Of(record, desk.Vault)));
    }

    /// <summary>What the worker before her had begun nobody else reads: it ends where hers begins, and the history says so.</summary>
    private static async Task<VisitRecord> Draft(CaseworkDesk desk, Visit visit, VisitForm form)
    {
        var (text, me) = (form.Seal(visit.Id, desk.Vault), desk.Who.UserName!);
        var record = await desk.Db.VisitRecords.FindAsync(visit.Id);
        if (record is null) desk.Db.VisitRecords.Add(record = new() { VisitId = visit.Id, Author = me, SealedForm = text, Shape = VisitForm.Shape, SavedAt = desk.Now });
        else if (record.IsHiddenFrom(me)) desk.Record(Subject.Visit, visit.Id, visit.CaseId, "DraftDropped");
        (record.Author, record.SealedForm, record.Shape, record.SavedAt) = (me, text, VisitForm.Shape, desk.Now);
        return record;
    }
}
