using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Missed;
using Helpline.Contracts.Work;
using Helpline.Domain.Missed;
using Helpline.Server.Accounts;
using Helpline.Server.Callbacks;
using Helpline.Server.Calls;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Helpline.Server.Telephony;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Missed;

/// <summary>The ledger of calls that no counselor spoke to.</summary>
internal static class MissedEndpoints
{
    private const int PageSize = 100;
    private const int Most = 1000;
    private static readonly string[] Acts = ["CalledBack", "NotReachable", "NothingToDo"];

    public static void MapMissed(this IEndpointRouteBuilder routes)
    {
        var missed = routes.MapGroup("/" + Routes.MissedCalls).WithTags("Missed").RequireAuthorization(p => p.RequireRole(Roles.Counselor, Roles.Supervisor));
        missed.MapGet("/", List).Produces<List<MissedCallCard>>();
        missed.MapPost("/{id:guid}/take", Take).Produces(StatusCodes.Status204NoContent);
        missed.MapPost("/{id:guid}/call", Place).Produces<AcceptedOffer>();
        missed.MapPost("/{id:guid}/done", Done).Produces(StatusCodes.Status204NoContent);
    }

    /// <param name="all">Those on which somebody has acted too.</param>
    /// <param name="most">How many of them, the newest first.</param>
    private static async Task<IEnumerable<MissedCallCard>> List(HelplineDb db, MissedCards cards, TimeProvider clock, CancellationToken stop, bool all = false, int most = PageSize)
    {
        var rows = await db.MissedCalls.AsNoTracking().Where(m => all || m.ActedAt == null)
            .Join(db.Calls.AsNoTracking(), m => m.CallId, c => c.Id, (m, c) => new { Missed = m, Call = c })
            .OrderByDescending(r => r.Missed.At).ThenBy(r => r.Missed.CallId).Take(Math.Clamp(most, 1, Most)).ToListAsync(stop);
        return rows.Select(r => cards.Of(r.Missed, r.Call, clock.GetUtcNow().UtcDateTime));
    }

    private static Task<IResult> Take(Guid id, HttpContext http, CallDesks desks) =>
        Change(id, desks, (desk, missed) => desk.Take(missed, http.User.Identity!.Name!), "Somebody has acted on it already, or calls the person now.");

    private static Task<IResult> Place(Guid id, CallReason? wish, HttpContext http, CallDesks desks, MissedCards cards, CallbackCards numbers, CallsBack back, Languages languages) => desks.Open(async desk =>
        await desk.Db.MissedCalls.FindAsync(id) is { } missed && await desk.Find(id) is { } call
            ? await back.Place(desk, new MissedCaller(missed, call.Language ?? languages.Default.Code), numbers.Number(call), cards.MayCall(desk.Now), http.User.Identity!.Name!, wish)
            : Refusals.Unknown("missed call"));

    private static async Task<IResult> Done(Guid id, MissedCallDone done, HttpContext http, CallDesks desks) => Acts.Contains(done.Act)
        ? await Change(id, desks, (desk, missed) => desk.Settle(missed, done.Act, http.User.Identity!.Name!), "Somebody has acted on it already.")
        : Refusals.Field("act", $"'{done.Act}' is none of {string.Join(", ", Acts)}.");

    private static Task<IResult> Change(Guid id, CallDesks desks, Func<CallDesk, MissedCall, bool> act, string why) => desks.Open<IResult>(async desk =>
        await desk.Db.MissedCalls.FindAsync(id) switch
        {
            null => Refusals.Unknown("missed call"),
            var missed when act(desk, missed) => TypedResults.NoContent(),
            _ => Refusals.Conflict(why),
        });
}
