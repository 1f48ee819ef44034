using Helpline.Contracts;
using Helpline.Contracts.Cases;
using Helpline.Domain.Cases;
using Helpline.Server.Casework;
using Helpline.Server.Catalog;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Cases;

internal static class CaseEndpoints
{
    public static void MapCases(this IEndpointRouteBuilder routes)
    {
        routes.MapColleagues();
        var cases = routes.MapGroup("/" + Routes.Cases).WithTags("Cases").ForCaseworkers();
        cases.MapGet("/", List).Produces<Page<CaseCard>>();
        cases.MapPost("/", Open).Produces<CaseCard>().ProducesValidationProblem();
        cases.MapGet("/{id:guid}", Read).Produces<CaseDetails>();
        cases.MapGet("/{id:guid}/timeline", Timeline).Produces<Page<Moment>>();
        cases.MapPut("/{id:guid}", Change).Produces<CaseCard>().ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict);
        cases.MapPost("/{id:guid}/give", Give).Produces<CaseCard>().ProducesValidationProblem();
        cases.MapPost("/{id:guid}/contacts", Join).Produces<CaseCard>();
        cases.MapPost("/{id:guid}/close", Close).Produces<ClosedCase>().ProducesValidationProblem();
        cases.MapPost("/{id:guid}/reopen", Reopen).Produces<CaseCard>();
    }

    private static Task<Page<CaseCard>> List(HttpContext http, HelplineDb db, TimeProvider clock, CancellationToken stop, CaseState state = CaseState.Open, bool mine = false, Cursor? after = null) =>
        db.Page(Reader.Of(http.User), clock.GetUtcNow().UtcDateTime, state, mine, after, stop);

    private static Task<IResult> Open(NewCase wish, HttpContext http, CaseworkDesks desks, Catalogs catalogs)
    {
        if (Wrong(wish.Title ?? "", wish.Risk ?? "", catalogs) is { } wrong) return Task.FromResult(wrong);
        if (wish is { ContactId: null, PersonId: null, HouseholdId: null }) return Task.FromResult<IResult>(Refusals.Field("contactId", "A case is about somebody: a contact, a person or a household."));
        return desks.Open<IResult>(http, async desk =>
        {
            var contact = wish.ContactId is { } from ? await desk.SeeContact(from) : null;
            if (wish.ContactId is not null && contact is null) return Refusals.Unknown("contact");
            if (contact is not null && !desk.MayChange(contact)) return NotHers();
            if (await WrongPeople(desk, wish.PersonId, wish.HouseholdId) is { } unknown) return unknown;
            if (await desk.Db.Caseworker(wish.Owner ?? desk.Who.UserName) is not { } owner) return NobodyOfThatName();
            var id = await desk.IdFor(http.IdempotencyKey());
            if (await desk.Db.Cases.FindAsync(id) is { } made) return TypedResults.Ok(CaseCards.Of(made));
            if (contact?.CaseId is { } other) return Refusals.Conflict("The contact is in a case already.", ("field", "contactId"), ("case", other));
            var opened = await desk.OpenCase(id, wish, owner, contact);
            await desk.Save();
            return TypedResults.Ok(CaseCards.Of(opened));
        });
    }

    private static Task<IResult> Read(Guid id, HttpContext http, CaseworkDesks desks) => desks.Open<IResult>(http, async desk =>
    {
        if (await desk.SeeCase(id) is not { } seen) return Refusals.Unknown("case");
        var person = await desk.Db.Persons.Where(p => p.Id == seen.PersonId).Select(p => p.Number).FirstOrDefaultAsync();
        var household = await desk.Db.Households.Where(h => h.Id == seen.HouseholdId).Select(h => h.Number).FirstOrDefaultAsync();
        return TypedResults.Ok(new CaseDetails(CaseCards.Of(seen), person, household, desk.MayChange(seen)));
    });

    private static async Task<IResult> Timeline(Guid id, HttpContext http, HelplineDb db, TimeProvider clock, CancellationToken stop, DateTime? before = null) =>
        await db.Cases.VisibleTo(db, Reader.Of(http.User), clock.GetUtcNow().UtcDateTime).AnyAsync(c => c.Id == id, stop)
            ? TypedResults.Ok(await db.Timeline(id, before, stop)) : Refusals.Unknown("case");

    private static Task<IResult> Change(Guid id, CaseChange change, HttpContext http, CaseworkDesks desks, Catalogs catalogs) =>
        Wrong(change.Title, change.Risk, catalogs) is { } wrong ? Task.FromResult(wrong) : Act(id, change.Version, http, desks, async (desk, of) =>
            await WrongPeople(desk, change.PersonId, change.HouseholdId) ?? (await desk.Change(of, change) ? null : NotNow(of)));

    private static Task<IResult> Give(Guid id, GiveCase to, HttpContext http, CaseworkDesks desks) => Act(id, to.Version, http, desks, async (desk, of) =>
    {
        if (await desk.Db.Caseworker(to.Owner) is not { } owner) return NobodyOfThatName();
        if (owner.UserName == of.Owner) return Refusals.Field("owner", "The case is hers already.");
        return await desk.Give(of, owner) ? null : NotNow(of);
    });

    private static Task<IResult> Join(Guid id, JoinContact join, HttpContext http, CaseworkDesks desks) => Act(id, null, http, desks, async (desk, of) =>
    {
        if (await desk.SeeContact(join.ContactId) is not { } contact) return Refusals.Unknown("contact");
        if (contact.CaseId == id) return null;
        if (!desk.MayChange(contact)) return NotHers();
        if (contact.CaseId is { } other) return Refusals.Conflict("The contact is in another case.", ("field", "contactId"), ("case", other));
        return await desk.Join(of, contact) ? null : NotNow(of);
    });

    private static Task<IResult> Close(Guid id, CloseCase close, HttpContext http, CaseworkDesks desks, Catalogs catalogs)
    {
        if (string.IsNullOrEmpty(close.Reason)) return Task.FromResult<IResult>(Refusals.Field("reason", "A case is closed for a reason."));
        if (catalogs.Wrong("case_close_reasons", "reason", close.Reason) is { } wrong) return Task.FromResult<IResult>(wrong);
        var canceled = 0;
        return Act(id, close.Version, http, desks, async (desk, of) =>
        {
            if (await desk.Close(of, close.Reason) is not { } count) return NotNow(of);
            canceled = count;
            return null;
        }, card => new ClosedCase(card, canceled));
    }

    private static Task<IResult> Reopen(Guid id, HttpContext http, CaseworkDesks desks) => Act(id, null, http, desks, (desk, of) =>
        Task.FromResult(desk.Reopen(of) ? null : (IResult)Refusals.Conflict("The case is open.", ("field", "state"), ("state", of.State.ToString()))));

    private static Task<IResult> Act(Guid id, long? version, HttpContext http, CaseworkDesks desks, Func<CaseworkDesk, Case, Task<IResult?>> act) => Act(id, version, http, desks, act, card => card);

    /// <param name="act">Answers null when it is done, and has changed nothing when it refuses.</param>
    private static Task<IResult> Act<T>(Guid id, long? version, HttpContext http, CaseworkDesks desks, Func<CaseworkDesk, Case, Task<IResult?>> act, Func<CaseCard, T> answer) => desks.Open<IResult>(http, async desk =>
    {
        if (await desk.SeeCase(id) is not { } of) return Refusals.Unknown("case");
        if (!desk.MayChange(of)) return Caseworkers.OnlyReads();
        return await desk.Once(http.IdempotencyKey(), async () =>
        {
            if (version is { } seen && seen != of.Version)
                return Refusals.Conflict("The case was changed meanwhile.", ("field", "version"), ("state", of.State.ToString()), ("current", CaseCards.Of(of)));
            if (await act(desk, of) is { } refused) return refused;
            await desk.Save();
            return TypedResults.Ok(answer(CaseCards.Of(of)));
        }, () => TypedResults.Ok(answer(CaseCards.Of(of))));
    });

    private static IResult NotNow(Case of) => Refusals.Conflict("The case is closed: nothing of it is changed until it is reopened.", ("field", "state"), ("state", of.State.ToString()), ("current", CaseCards.Of(of)));

    // A share ends, and what is in a case stays with its owner.
    private static IResult NotHers() => Refusals.Forbidden("This is another counselor's contact; it was shared with you to read.");

    private static IResult NobodyOfThatName() => Refusals.Field("owner", "There is no counselor, social worker or supervisor of that name.");

    private static async Task<IResult?> WrongPeople(CaseworkDesk desk, Guid? person, Guid? household)
    {
        if (person is { } one && await desk.SeePerson(one) is null) return Refusals.Field("personId", "There is no such person.");
        return household is { } home && !await desk.Db.Persons.VisibleTo(desk.Db, desk.Who, desk.Now).AnyAsync(p => p.HouseholdId == home) ? Refusals.Field("householdId", "There is no such household.") : null;
    }

    /// <summary>Null leaves a field as it is.</summary>
    private static IResult? Wrong(string? title, string? risk, Catalogs catalogs) => (title, risk) switch
    {
        ({ } text, _) when string.IsNullOrWhiteSpace(text) => Refusals.Field("title", "A case has a few words to know it by."),
        ({ Length: > CaseCard.TitleLength }, _) => Refusals.Field("title", $"The title has {title.Length} characters; at most {CaseCard.TitleLength} fit."),
        (_, "") => Refusals.Field("risk", "A case has a level of risk."),
        _ => catalogs.Wrong("risk_levels", "risk", risk),
    };
}
