using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Contracts.Board;
using Helpline.Contracts.FollowUps;
using Helpline.Contracts.Work;
using Helpline.Domain.Audit;
using Helpline.Domain.Casework;
using Helpline.Domain.FollowUps;
using Helpline.Server.Accounts;
using Helpline.Server.Casework;
using Helpline.Server.Catalog;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.FollowUps;

internal static class FollowUpEndpoints
{
    private const int PageSize = 50;
    private const int LongestNote = 500;

    public static void MapFollowUps(this IEndpointRouteBuilder routes)
    {
        var followUps = routes.MapGroup("/" + Routes.FollowUps).WithTags("FollowUps").For(Section.People);
        followUps.MapGet("/", List).Produces<List<FollowUpCard>>().ProducesValidationProblem();
        followUps.MapPost("/", FollowUpPlanning.Plan).Produces<FollowUpCard>().ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict);
        followUps.MapGet("/{id:guid}", Details).Produces<FollowUpDetails>();
        followUps.MapPost("/{id:guid}/attempts", Attempt).Produces<FollowUpCard>().ProducesValidationProblem();
        followUps.MapPost("/{id:guid}/agree", Agree).Produces<FollowUpCard>().ProducesValidationProblem();
        followUps.MapPost("/{id:guid}/cancel", Cancel).Produces<FollowUpCard>().ProducesValidationProblem();
        followUps.MapPut("/{id:guid}/owner", Give).Produces<FollowUpCard>().ProducesValidationProblem();
        followUps.MapPost("/{id:guid}/call", FollowUpCalls.Place).Produces<AcceptedOffer>().RequireAuthorization(p => p.RequireRole(Roles.Counselor, Roles.Supervisor));
    }

    /// <param name="after">The due time of the last one of the page before, with its id.</param>
    private static async Task<IResult> List(
        HttpContext http, HelplineDb db, FollowUpCards cards, TimeProvider clock, CancellationToken stop, string of = "mine", FollowUpState? state = null,
        FollowUpKind? kind = null, DateTime? after = null, Guid? afterId = null)
    {
        if (of is not ("mine" or "team")) return Refusals.Field("of", "It is mine or team.");
        var (who, now) = (Reader.Of(http.User), clock.GetUtcNow().UtcDateTime);
        var rows = db.FollowUps.AsNoTracking();
        rows = of == "mine" ? rows.Where(f => f.Owner == who.UserName)
            : who.IsSupervisor ? rows.LedBy(who)
            : rows.Where(f => db.Grants.Held(who, Subject.FollowUp, now).Select(g => g.SubjectId).Contains(f.Id));
        rows = state is { } wanted ? rows.Where(f => f.State == wanted) : rows.Where(f => f.State == FollowUpState.Scheduled || f.State == FollowUpState.Due || f.State == FollowUpState.Attempted);
        if (kind is { } only) rows = rows.Where(f => f.Kind == only);
        if (after is { } last) rows = rows.Where(f => f.DueAt >= last && (f.DueAt > last || f.Id > afterId));
        var page = await rows.OrderBy(f => f.DueAt).ThenBy(f => f.Id).Take(PageSize).Rows(db).ToListAsync(stop);
        // A join keeps no order of its own.
        return TypedResults.Ok(page.OrderBy(r => r.FollowUp.DueAt).ThenBy(r => r.FollowUp.Id).Select(r => cards.Of(r, now)));
    }

    private static Task<IResult> Details(Guid id, HttpContext http, CaseworkDesks desks, FollowUpCards cards) => desks.Open<IResult>(http, async desk =>
    {
        if (await desk.Db.FollowUps.AsNoTracking().VisibleTo(desk.Db, desk.Who, desk.Now).Where(f => f.Id == id).Rows(desk.Db).SingleOrDefaultAsync() is not { } row)
            return Refusals.Unknown("follow-up");
        var attempts = await desk.Db.FollowUpAttempts.AsNoTracking().Where(a => a.FollowUpId == id).OrderBy(a => a.At).ToListAsync();
        var why = row.FollowUp.Owner == desk.Who.UserName || !desk.Who.IsSupervisor ? AccessReasons.FollowUp : AccessReasons.Supervision;
        desk.Audit(AuditAction.Read, Subject.FollowUp, id, "note", why);
        if (row.Person is { } person) desk.Audit(AuditAction.Read, Subject.Person, person.Id, "safe_contact", why);
        return TypedResults.Ok(new FollowUpDetails(cards.Of(row, desk.Now), [.. attempts.Select(cards.Of)], FollowUpCards.Of(row.FollowUp.Wishes(row.Person))));
    });

    private static async Task<IResult> Attempt(Guid id, NewAttempt attempt, HttpContext http, CaseworkDesks desks, FollowUpCards cards)
    {
        if (!Enum.TryParse<AttemptResult>(attempt.Result, out var result) || !Enum.IsDefined(result))
            return Refusals.Field("result", $"It is one of {string.Join(", ", Enum.GetNames<AttemptResult>())}.");
        if (attempt.Note?.Length > LongestNote) return Refusals.Field("note", $"The note has {attempt.Note.Length} characters; at most {LongestNote} fit.");
        return await Change(id, attempt.Version, http, desks, cards, (desk, followUp) => desk.Attempt(followUp, result, attempt.Note));
    }

    private static async Task<IResult> Agree(Guid id, AgreedTime time, HttpContext http, CaseworkDesks desks, FollowUpCards cards) =>
        await Change(id, time.Version, http, desks, cards, (desk, followUp) => desk.AgreeCallback(followUp, time.At.ToUniversalTime()), desk =>
            time.At.ToUniversalTime() <= desk.Now ? Refusals.Field("at", "The time is in the past.")
            : desk.Line.Quiet.Holds(desk.Line.Local(time.At.ToUniversalTime())) ? Refusals.Field("at", "Nobody is called in quiet hours.")
            : null);

    private static async Task<IResult> Cancel(Guid id, CancelFollowUp cancel, HttpContext http, CaseworkDesks desks, FollowUpCards cards, Catalogs catalogs) =>
        string.IsNullOrEmpty(cancel.Reason) ? Refusals.Field("reason", "A reason is needed.")
        : catalogs.Wrong("follow_up_ends", "reason", cancel.Reason) is { } wrong ? wrong
        : await Change(id, cancel.Version, http, desks, cards, (desk, followUp) => desk.Cancel(followUp, cancel.Reason));

    private static async Task<IResult> Give(Guid id, TaskOwnerChange change, HttpContext http, CaseworkDesks desks, FollowUpCards cards, HelplineDb db) =>
        await db.MayFollowUp(change.Owner)
            ? await Change(id, null, http, desks, cards, (desk, followUp) => desk.GiveFollowUpTo(followUp, change.Owner))
            : Refusals.Field("owner", "Nobody of that name can carry it out.");

    /// <summary>A change by its owner or a supervisor. Sent twice it is done once; made of an old card it changes nothing and shows what is.</summary>
    private static Task<IResult> Change(
        Guid id, long? version, HttpContext http, CaseworkDesks desks, FollowUpCards cards, Func<CaseworkDesk, FollowUp, Task<bool>> act,
        Func<CaseworkDesk, IResult?>? wrong = null) => desks.Open(http, async desk =>
    {
        var followUp = await desk.Db.FollowUps.VisibleTo(desk.Db, desk.Who, desk.Now).SingleOrDefaultAsync(f => f.Id == id);
        if (followUp is null) return Refusals.Unknown("follow-up");
        if (followUp.Owner != desk.Who.UserName && !desk.Who.Supervises(followUp.Team)) return Refusals.Forbidden("This is another's follow-up.");
        if (await desk.MadeBefore(http.IdempotencyKey()) is not null) return TypedResults.Ok(await desk.CardOf(followUp, cards));
        if (wrong?.Invoke(desk) is { } refused) return refused;
        if (version is { } seen && seen != followUp.Version)
            return Refusals.Conflict("The follow-up was changed meanwhile.", ("field", "version"), ("current", await desk.CardOf(followUp, cards)));
        if (!await act(desk, followUp)) return Refusals.Conflict($"The follow-up is {followUp.State}: this cannot be done now.", ("field", "state"), ("state", followUp.State.ToString()));
        desk.Remember(http.IdempotencyKey(), id);
        await desk.Save();
        return TypedResults.Ok(await desk.CardOf(followUp, cards));
    });

    public static async Task<FollowUpCard> CardOf(this CaseworkDesk desk, FollowUp followUp, FollowUpCards cards) =>
        cards.Of(await desk.Db.FollowUps.Where(f => f.Id == followUp.Id).Rows(desk.Db).SingleAsync(), desk.Now);

    /// <summary>Somebody who is not disabled and whose work follow-ups are.</summary>
    public static async Task<bool> MayFollowUp(this HelplineDb db, string? userName) =>
        await db.Caseworker(userName) is not null;
}
