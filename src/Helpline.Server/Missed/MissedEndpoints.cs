using Helpline.Contracts;
using Helpline.Contracts.Missed;
using Helpline.Server.Accounts;
using Helpline.Server.Calls;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Missed;

/// <summary>The ledger of calls that no counselor spoke to.</summary>
internal static class MissedEndpoints
{
    private const int PageSize = 100;
    private static readonly string[] Acts = ["CalledBack", "NotReachable", "NothingToDo"];

    public static void MapMissed(this IEndpointRouteBuilder routes)
    {
        var missed = routes.MapGroup("/" + Routes.MissedCalls).WithTags("Missed").RequireAuthorization(p => p.RequireRole(Roles.Counselor, Roles.Supervisor));
        missed.MapGet("/", List);
        missed.MapPost("/{id:guid}/take", Take).Produces(StatusCodes.Status204NoContent);
        missed.MapPost("/{id:guid}/done", Done).Produces(StatusCodes.Status204NoContent);
    }

    /// <param name="all">Those on which somebody has acted too.</param>
    private static Task<List<MissedCallCard>> List(HelplineDb db, bool? all, CancellationToken stop) => db.MissedCalls.AsNoTracking()
        .Where(m => all == true || m.ActedAt == null).OrderByDescending(m => m.At).Take(PageSize)
        .Join(db.Calls, m => m.CallId, c => c.Id, (m, c) => new MissedCallCard(
            m.CallId, m.Cause.ToString(), m.At, m.WaitedSeconds, c.Language, c.RepeatCaller, m.Owner, m.ActedAt, m.Act))
        .ToListAsync(stop);

    private static Task<IResult> Take(Guid id, HttpContext http, CallDesks desks) => desks.Open<IResult>(async desk =>
        await desk.Db.MissedCalls.FindAsync(id) switch
        {
            null => Refusals.Unknown("missed call"),
            var missed when missed.Assign(http.User.Identity!.Name) => TypedResults.NoContent(),
            _ => Refusals.Conflict("Somebody has acted on it already."),
        });

    private static Task<IResult> Done(Guid id, MissedCallDone done, CallDesks desks)
    {
        if (!Acts.Contains(done.Act)) return Task.FromResult<IResult>(Refusals.Field("act", $"'{done.Act}' is none of {string.Join(", ", Acts)}."));
        return desks.Open<IResult>(async desk => await desk.Db.MissedCalls.FindAsync(id) switch
        {
            null => Refusals.Unknown("missed call"),
            var missed when missed.Close(done.Act, desk.Now) => TypedResults.NoContent(),
            _ => Refusals.Conflict("Somebody has acted on it already."),
        });
    }
}
