using Helpline.Contracts;
using Helpline.Contracts.Line;
using Helpline.Domain.Line;
using Helpline.Server.Accounts;
using Helpline.Server.Calls;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Line;

/// <summary>The supervisor's switch: open or close the line now, or let the hours decide.</summary>
internal static class LineEndpoints
{
    private const int LongestReason = 500;

    public static void MapLine(this IEndpointRouteBuilder routes)
    {
        var lines = routes.MapGroup("/" + Routes.Line).WithTags("Line").RequireAuthorization();
        lines.MapGet("/", Read).Produces<LineCard>();
        lines.MapPut("/", Change).Produces<LineCard>().ProducesValidationProblem().RequireAuthorization(p => p.RequireRole(Roles.Supervisor, Roles.Administrator));
    }

    private static async Task<LineCard> Read(HelplineDb db, LineRules line, TimeProvider clock, CancellationToken stop) =>
        Of(await db.LineSwitches.AsNoTracking().OrderByDescending(s => s.Id).FirstOrDefaultAsync(stop), line, clock.GetUtcNow().UtcDateTime);

    private static async Task<IResult> Change(LineChange change, HttpContext http, CallDesks desks, LineRules line)
    {
        if (!Enum.TryParse<LineOrder>(change.Order, out var order) || !Enum.IsDefined(order))
            return Refusals.Field("order", $"'{change.Order}' is no order; it is one of {string.Join(", ", Enum.GetNames<LineOrder>())}.");
        if (change.Reason?.Length > LongestReason) return Refusals.Field("reason", $"The reason has {change.Reason.Length} characters; at most {LongestReason} fit.");
        return await desks.Open<IResult>(async desk => TypedResults.Ok(Of(await desk.Turn(order, http.User.Identity!.Name!, change.Reason), line, desk.Now)));
    }

    private static LineCard Of(LineSwitch? turn, LineRules line, DateTime now)
    {
        var why = line.Closed(turn?.Order, now);
        return new(why is null, why?.ToString(), (turn?.Order ?? LineOrder.ByHours).ToString(), turn?.By, turn?.At, turn?.Reason);
    }
}
