using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Contracts.Callers;
using Helpline.Domain.Callers;
using Helpline.Server.Accounts;
using Helpline.Server.Calls;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Callers;

/// <summary>Flags on callers: a counselor sets one for a day by ending a talk, a supervisor changes or lifts it.</summary>
internal static class CallerFlagEndpoints
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public static void MapCallerFlags(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/" + Routes.Calls + "/{id:guid}/end-abuse", End).WithTags("Callers").RequireAuthorization().Produces<EndedAbuse>().ProducesValidationProblem();
        var flags = routes.MapGroup("/" + Routes.Flags).WithTags("Callers").For(Section.Flags);
        flags.MapGet("/", List).Produces<List<CallerFlagCard>>();
        flags.MapPut("/{id:guid}", Change).Produces<CallerFlagCard>().ProducesValidationProblem();
        flags.MapDelete("/{id:guid}", Lift).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> End(Guid id, EndAbuse body, HttpContext http, CallDesks desks)
    {
        if (!Enum.TryParse<AbuseReason>(body.Reason, out var reason) || !Enum.IsDefined(reason))
            return Refusals.Field("reason", $"'{body.Reason}' is no reason; it is one of {string.Join(", ", Enum.GetNames<AbuseReason>())}.");
        var me = http.User.Identity!.Name!;
        return await desks.Open<IResult>(async desk =>
        {
            if (await desk.Find(id) is not { } call) return Refusals.Unknown("call");
            if (call.Counselor != me) return Refusals.Forbidden("This is another counselor's call.");
            var (ended, flag) = await desk.EndAbuse(call, reason, me);
            return ended ? TypedResults.Ok(new EndedAbuse(flag?.Level.ToString(), flag?.Until)) : Refusals.Conflict($"The call is {call.State}: there is no talk to end.", ("state", call.State.ToString()));
        });
    }

    private static async Task<IEnumerable<CallerFlagCard>> List(HelplineDb db, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return (await db.CallerFlags.AsNoTracking().Where(f => f.Until > now && f.LiftedAt == null).OrderByDescending(f => f.At).ToListAsync(stop)).Select(Of);
    }

    private static async Task<IResult> Change(Guid id, CallerFlagChange change, HttpContext http, CallDesks desks)
    {
        if (!Enum.TryParse<FlagLevel>(change.Level, out var level) || !Enum.IsDefined(level))
            return Refusals.Field("level", $"'{change.Level}' is no level; it is one of {string.Join(", ", Enum.GetNames<FlagLevel>())}.");
        return await desks.Open<IResult>(async desk =>
        {
            var until = change.Until.ToUniversalTime();
            if (until <= desk.Now || until > desk.Now + Longest) return Refusals.Field("until", "A flag ends later than now and within a year.");
            if (await desk.Db.CallerFlags.FindAsync(id) is not { LiftedAt: null } flag) return Refusals.Unknown("flag");
            desk.Change(flag, level, until, http.User.Identity!.Name!);
            return TypedResults.Ok(Of(flag));
        });
    }

    private static Task<IResult> Lift(Guid id, HttpContext http, CallDesks desks) => desks.Open<IResult>(async desk =>
    {
        if (await desk.Db.CallerFlags.FindAsync(id) is not { } flag) return Refusals.Unknown("flag");
        desk.Lift(flag, http.User.Identity!.Name!);
        return TypedResults.NoContent();
    });

    private static CallerFlagCard Of(CallerFlag f) => new(f.Id, f.CallId, f.Level.ToString(), f.Reason.ToString(), f.By, f.At, f.Until);
}
