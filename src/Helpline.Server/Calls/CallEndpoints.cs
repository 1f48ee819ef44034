using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Calls;
using Helpline.Domain.Calls;
using Helpline.Domain.Line;
using Helpline.Domain.Metrics;
using Helpline.Server.Accounts;
using Helpline.Server.Board;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Helpline.Server.Notes;
using Helpline.Server.Privacy;
using Helpline.Server.Telephony;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Calls;

internal static class CallEndpoints
{
    private const int PageSize = 50;

    public static void MapCalls(this IEndpointRouteBuilder routes)
    {
        var calls = routes.MapGroup("/" + Routes.Calls).WithTags("Calls").For(Section.Calls);
        calls.MapGet("/", List).Produces<List<CallCard>>().ProducesValidationProblem();
        calls.MapGet("/{id:guid}", Details).Produces<CallDetails>();
        calls.MapPost("/{id:guid}/hang-up", HangUp).Produces(StatusCodes.Status204NoContent);
        calls.MapPost("/{id:guid}/help", (Guid id, HttpContext http, CallDesks desks) => Tries(desks, id, http, (desk, call) => desk.AskForHelp(call))).Produces(StatusCodes.Status204NoContent);
        calls.MapPost("/{id:guid}/hold", (Guid id, HttpContext http, CallDesks desks) => Tries(desks, id, http, (desk, call) => desk.Hold(call))).Produces(StatusCodes.Status204NoContent);
        calls.MapPost("/{id:guid}/resume", (Guid id, HttpContext http, CallDesks desks) => Tries(desks, id, http, (desk, call) => desk.TakeOffHold(call))).Produces(StatusCodes.Status204NoContent);
        calls.MapPost("/{id:guid}/stop-recording", (Guid id, HttpContext http, CallDesks desks) => Tries(desks, id, http, (desk, call) => desk.WithdrawConsent(call))).Produces(StatusCodes.Status204NoContent);
        calls.MapPost("/{id:guid}/rejoin", Rejoin).Produces<AcceptedOffer>();
        calls.MapPost("/{id:guid}/extend-wrap-up", (Guid id, HttpContext http, CallDesks desks) => Tries(desks, id, http, (desk, call) => desk.ExtendWrapUp(call))).Produces(StatusCodes.Status204NoContent);
        calls.MapPost("/{id:guid}/finish", Finish).Produces(StatusCodes.Status204NoContent);
    }

    /// <param name="before">Only calls that arrived before this moment (UTC): the last one of the page before.</param>
    /// <param name="from">With <paramref name="until"/>, which is exclusive: only calls that entered the queue in that time (UTC).</param>
    /// <param name="result">How the figures count them: offered for all, else of <see cref="CallResult"/> one or several, as answered,abandoned.</param>
    /// <param name="language">kk, ru or en; - for none chosen.</param>
    /// <param name="weekday">Local day of entering the queue, 1 for Monday to 7 for Sunday.</param>
    /// <param name="hour">Local hour of entering the queue.</param>
    /// <param name="above">Who waited longer for an answer, or until giving up; seconds.</param>
    /// <param name="most">Who waited at most so many seconds.</param>
    private static async Task<IResult> List(
        HelplineDb db, LineRules line, CancellationToken stop, DateTime? before = null, DateTime? from = null, DateTime? until = null, string? result = null,
        string? language = null, int? weekday = null, int? hour = null, double? above = null, double? most = null)
    {
        var (asked, field, why) = CountedCalls.Of(result, language, weekday, hour, above, most);
        if (asked is null) return Refusals.Field(field, why);
        var calls = db.Calls.AsNoTracking().Where(c => before == null || c.ArrivedAt < before);
        if (from is { } begin && until is { } end)
        {
            var found = await asked.Newest(calls.Queued(db, begin.ToUniversalTime(), end.ToUniversalTime()), db, line.Zone, PageSize, stop);
            calls = calls.Where(c => found.Contains(c.Id));
        }
        return TypedResults.Ok(await calls.OrderByDescending(c => c.ArrivedAt).Take(PageSize).Select(BoardCards.FromCall).ToListAsync(stop));
    }

    private static async Task<IResult> Details(Guid id, HttpContext http, HelplineDb db, Vault vault, TimeProvider clock, CancellationToken stop)
    {
        var card = await db.Calls.AsNoTracking().Where(c => c.Id == id).Select(BoardCards.FromCall).SingleOrDefaultAsync(stop);
        if (card is null) return Refusals.Unknown("call");
        var (who, now) = (Reader.Of(http.User), clock.GetUtcNow().UtcDateTime);
        var hasContact = await db.Contacts.VisibleTo(db, who, now).AnyAsync(c => c.Id == id, stop);
        if (!await db.Notes.ReadableBy(db, who, now).AnyAsync(n => n.CallId == id, stop)) return TypedResults.Ok(new CallDetails(card, HasContact: hasContact));
        var reason = await db.Calls.Where(c => c.Id == id).Select(c => c.SealedReason).SingleOrDefaultAsync(stop);
        return TypedResults.Ok(new CallDetails(card, reason is null ? null : vault.Open(reason, CallDesk.ReasonPlace(id)), await Recordings(id, db, stop), hasContact));
    }

    private static Task<List<RecordingCard>> Recordings(Guid call, HelplineDb db, CancellationToken stop) => db.TalkRecordings.AsNoTracking()
        .Where(r => r.CallId == call).OrderBy(r => r.StartedAt).Select(r => new RecordingCard(r.Id, r.State.ToString(), r.StartedAt, r.Seconds)).ToListAsync(stop);

    private static Task<IResult> Tries(CallDesks desks, Guid id, HttpContext http, Func<CallDesk, Call, bool> act) => Mine(desks, id, http, desk => call =>
        Task.FromResult<IResult>(act(desk, call) ? TypedResults.NoContent() : NotNow(call)));

    private static Task<IResult> HangUp(Guid id, HttpContext http, CallDesks desks) => Mine(desks, id, http, desk => async call =>
        await desk.GiveUp(call, Unreached.Canceled) || call.Unreached is not null || desk.HangUp(call) ? TypedResults.NoContent() : NotNow(call));

    private static Task<IResult> Rejoin(Guid id, HttpContext http, CallDesks desks, Tickets tickets) => Mine(desks, id, http, desk => async call =>
        await desk.Rejoin(call) ? TypedResults.Ok(new AcceptedOffer(tickets.Of(call), call.Id)) : NotNow(call));

    private static Task<IResult> Finish(Guid id, FinishCall? finish, HttpContext http, CallDesks desks, Catalog.Catalogs catalogs)
    {
        if (catalogs.Wrong("call_kinds", "kind", finish?.Kind) is { } wrong) return Task.FromResult<IResult>(wrong);
        return Mine(desks, id, http, desk => async call => await desk.Finish(call, finish?.Kind) ? TypedResults.NoContent() : NotNow(call));
    }

    /// <summary>A call is changed by the counselor whose call it is.</summary>
    public static Task<IResult> Mine(CallDesks desks, Guid id, HttpContext http, Func<CallDesk, Func<Call, Task<IResult>>> act) => desks.Open(async desk =>
        await desk.Find(id) switch
        {
            null => Refusals.Unknown("call"),
            var call when call.Counselor != http.User.Identity!.Name => Refusals.Forbidden("This is another counselor's call."),
            var call => await act(desk)(call),
        });

    public static IResult NotNow(Call call) => Refusals.Conflict($"The call is {call.State}: this cannot be done now.", ("state", call.State.ToString()));
}
