using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Contracts.Shifts;
using Helpline.Domain.Line;
using Helpline.Domain.Metrics;
using Helpline.Domain.Shifts;
using Helpline.Domain.Staffing;
using Helpline.Server.Accounts;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Helpline.Server.Shifts;

namespace Helpline.Server.Staffing;

/// <summary>How many counselors each hour of a week wants, and how many the rota has.</summary>
internal static class StaffingEndpoints
{
    public static void MapStaffing(this IEndpointRouteBuilder routes) => routes
        .MapGet("/" + Routes.Staffing, Read).WithTags("Staffing").For(Section.Staffing)
        .Produces<StaffingCard>().ProducesValidationProblem();

    /// <param name="volume">Percent of the forecast, 10 to 1000.</param>
    /// <param name="patience">Seconds, 0 to 7200; 0 when nobody gives up.</param>
    /// <param name="handle">Seconds, 10 to 14400.</param>
    private static async Task<IResult> Read(
        HelplineDb db, LineRules line, RotaRules rules, ServicePromise promise, TimeProvider clock, CancellationToken stop,
        DateOnly? from = null, double volume = 100, double? patience = null, double? handle = null)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (RotaEndpoints.WeekFrom(from, line, now) is not var (first, begin, end)) return Refusals.Field("from", "Too far from today.");
        if (volume is not (>= 10 and <= 1000)) return Refusals.Field("volume", "10 to 1000 percent.");
        if (patience is not (null or >= 0 and <= 7200)) return Refusals.Field("patience", "0 to 7200 seconds; 0 when nobody gives up.");
        if (handle is not (null or >= 10 and <= 14400)) return Refusals.Field("handle", "10 to 14400 seconds.");
        var (staffing, past) = (rules.Staffing, await db.PastCalls(line, rules.Staffing.Weeks, now, stop));
        var waits = patience ?? staffing.PatienceSeconds;
        var goal = new StaffingGoal(promise, waits == 0 ? null : waits, staffing.Shrinkage);
        var basis = new StaffingBasis(volume, handle ?? past.HandleSeconds ?? staffing.HandleSeconds, goal.PatienceSeconds, promise.WithinSeconds, promise.Goal, staffing.Shrinkage);
        var duties = await db.Duties(begin, end, stop);
        return TypedResults.Ok(new StaffingCard(first, line.Zone.Id, staffing.Weeks, past.From, past.Until, past.Count, past.HandleSeconds, basis, new HourNeeds(past, basis, goal, duties).Of(begin, end, line.Zone)));
    }
}
