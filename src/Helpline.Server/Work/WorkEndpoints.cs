using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Contracts.Work;
using Helpline.Server.Accounts;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Helpline.Server.FollowUps;
using Helpline.Server.Hosting;
using Helpline.Server.Jobs;

namespace Helpline.Server.Work;

internal static class WorkEndpoints
{
    public static void MapWork(this IEndpointRouteBuilder routes)
    {
        var work = routes.MapGroup("/" + Routes.Work).WithTags("Work").For(Section.Work);
        work.MapGet("/", Mine).Produces<WorkCard>();
        work.MapGet("/counts", (HttpContext http, HelplineDb db, TimeProvider clock, CancellationToken stop) => db.WorkCounts(Reader.Of(http.User), clock.GetUtcNow().UtcDateTime, stop));
        work.MapPost("/escalations/{id:guid}/seen", SeeTo).Produces(StatusCodes.Status204NoContent);
        work.MapPost("/jobs/{kind}/{id:guid}/retry", TryAgain).Produces(StatusCodes.Status204NoContent).RequireAuthorization(p => p.RequireRole(Roles.Supervisor));
    }

    private static async Task<WorkCard> Mine(HttpContext http, HelplineDb db, FollowUpCards cards, TimeProvider clock, CancellationToken stop)
    {
        var (who, now) = (Reader.Of(http.User), clock.GetUtcNow().UtcDateTime);
        return new(await db.WorkCounts(who, now, stop), await db.WorkFollowUps(who, cards, now, stop), await db.WorkRows(who, now, stop));
    }

    private static Task<IResult> SeeTo(Guid id, HttpContext http, CaseworkDesks desks) => desks.Open<IResult>(http, async desk =>
    {
        if (await desk.Db.Escalations.FindAsync(id) is not { } escalation) return Refusals.Unknown("escalation");
        var isTheirs = escalation.To is null && desk.Who.Supervises(escalation.Team);
        if (escalation.To != desk.Who.UserName && !isTheirs) return Refusals.Unknown("escalation");
        await desk.SeeTo(escalation);
        return TypedResults.NoContent();
    });

    /// <summary>The sweep takes it up again within the minute; the form of an older visit is tried again within ten, or at the next start.</summary>
    private static async Task<IResult> TryAgain(JobKind kind, Guid id, JobGuard guard) =>
        await guard.Forget(kind, id) ? TypedResults.NoContent() : Refusals.Unknown("job");
}
