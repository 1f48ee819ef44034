using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Persons;
using Helpline.Contracts.Work;
using Helpline.Domain.Callbacks;
using Helpline.Server.Accounts;
using Helpline.Server.Calls;
using Helpline.Server.Catalog;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Callbacks;

internal static class CallbackEndpoints
{
    private const int Most = 200;

    public static void MapCallbacks(this IEndpointRouteBuilder routes)
    {
        var callbacks = routes.MapGroup("/" + Routes.Callbacks).WithTags("Callbacks").RequireAuthorization(p => p.RequireRole(Roles.Counselor, Roles.Supervisor));
        callbacks.MapGet("/", List).Produces<List<CallbackCard>>();
        callbacks.MapPost("/{id:guid}/take", Take).Produces<CallbackCard>();
        callbacks.MapPost("/{id:guid}/assign", Assign).Produces<CallbackCard>().RequireAuthorization(p => p.RequireRole(Roles.Supervisor));
        callbacks.MapPost("/{id:guid}/done", Done).Produces<CallbackCard>();
        callbacks.MapPost("/{id:guid}/call", Place).Produces<AcceptedOffer>();
        callbacks.MapPost("/{id:guid}/number", Number).Produces<CallbackNumber>().ProducesValidationProblem();
    }

    /// <summary>The open ones in the order of the queue, or with <paramref name="all"/> the newest of all.</summary>
    private static async Task<IEnumerable<CallbackCard>> List(HelplineDb db, CallbackCards cards, TimeProvider clock, CancellationToken stop, bool all = false)
    {
        var asked = db.Callbacks.AsNoTracking();
        var rows = await (all ? asked.Where(c => c.State != CallbackState.Draft).OrderByDescending(c => c.AskedAt) : asked.Owed().OrderBy(c => c.QueuedAt)).Take(Most).ToListAsync(stop);
        return rows.Select(c => cards.Of(c, clock.GetUtcNow().UtcDateTime));
    }

    private static Task<IResult> Take(Guid id, HttpContext http, CallDesks desks, CallbackCards cards) => Change(id, desks, cards, (desk, callback) =>
        callback.State == CallbackState.Assigned && callback.Owner == http.User.Identity!.Name || desk.Take(callback, http.User.Identity!.Name!));

    private static async Task<IResult> Assign(Guid id, TaskOwnerChange change, CallDesks desks, CallbackCards cards, HelplineDb db) =>
        await db.IsCounselor(change.Owner) ? await Change(id, desks, cards, (desk, callback) => desk.GiveTo(callback, change.Owner)) : Tasks.NobodyOfThatName();

    private static Task<IResult> Done(Guid id, HttpContext http, CallDesks desks, CallbackCards cards) => Change(id, desks, cards, http, (desk, callback) =>
        callback.State is CallbackState.Done or CallbackState.GivenUp || desk.LayAside(callback, http.User.Identity!.Name!));

    private static Task<IResult> Number(Guid id, Access access, HttpContext http, CallDesks desks, CallbackCards cards, Catalogs catalogs) => desks.Open<IResult>(async desk =>
    {
        if (string.IsNullOrEmpty(access.Reason)) return Refusals.Field("reason", "A number is shown for a reason.");
        if (catalogs.Wrong("access_reasons", "reason", access.Reason) is { } wrong) return wrong;
        if (await desk.Db.Callbacks.FindAsync(id) is not { SealedNumber: not null } callback) return Refusals.Unknown("callback");
        if (!Tasks.IsMine(http, callback.Owner)) return Refusals.Forbidden("This is another counselor's callback; take it first.");
        if (cards.Number(callback) is not { } number) return Refusals.Conflict("The number cannot be read: the key it was sealed with is not among Privacy:Keys.");
        desk.Look(callback, http.User.Identity!.Name!, access.Reason);
        return TypedResults.Ok(new CallbackNumber(number));
    });

    private static Task<IResult> Place(Guid id, CallReason? wish, HttpContext http, CallDesks desks, CallbackCards cards, CallsBack back) => desks.Open(async desk =>
        await desk.Db.Callbacks.FindAsync(id) is { SealedNumber: not null } callback
            ? await back.Place(desk, callback, cards.Number(callback), cards.MayCall(callback, desk.Now), http.User.Identity!.Name!, wish)
            : Refusals.Unknown("callback"));

    private static Task<IResult> Change(Guid id, CallDesks desks, CallbackCards cards, HttpContext http, Func<CallDesk, Callback, bool> act) => desks.Open<IResult>(async desk =>
        await desk.Db.Callbacks.FindAsync(id) is { } callback && !Tasks.IsMine(http, callback.Owner)
            ? Refusals.Forbidden("This is another counselor's callback; take it first.")
            : await Changed(desk, id, cards, act));

    private static Task<IResult> Change(Guid id, CallDesks desks, CallbackCards cards, Func<CallDesk, Callback, bool> act) => desks.Open<IResult>(desk => Changed(desk, id, cards, act));

    private static async Task<IResult> Changed(CallDesk desk, Guid id, CallbackCards cards, Func<CallDesk, Callback, bool> act)
    {
        if (await desk.Db.Callbacks.FindAsync(id) is not { } callback) return Refusals.Unknown("callback");
        if (!act(desk, callback)) return Refusals.Conflict($"The callback is {callback.State}: this cannot be done now.", ("state", callback.State.ToString()));
        await desk.Save();
        return TypedResults.Ok(cards.Of(callback, desk.Now));
    }
}
