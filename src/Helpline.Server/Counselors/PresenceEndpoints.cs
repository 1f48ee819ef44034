using Helpline.Contracts;
using Helpline.Contracts.Counselors;
using Helpline.Domain.Counselors;
using Helpline.Server.Board;
using Helpline.Server.Calls;
using Helpline.Server.Catalog;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Helpline.Server.Counselors;

internal static class PresenceEndpoints
{
    public static void MapPresence(this IEndpointRouteBuilder routes) =>
        routes.MapPut("/" + Routes.MyPresence, Change).WithTags("Counselors").RequireAuthorization();

    private static async Task<Results<Ok<PresenceCard>, ValidationProblem>> Change(
        PresenceChange change, HttpContext http, CallDesks desks, HelplineDb db, Catalogs catalogs, TimeProvider clock)
    {
        if (!Enum.TryParse<PresenceState>(change.State, ignoreCase: true, out var state) || !Enum.IsDefined(state))
            return Refusals.Field("state", $"'{change.State}' is no presence; it is one of {string.Join(", ", Enum.GetNames<PresenceState>())}.");
        var me = http.User.Identity!.Name!;
        if (state == PresenceState.Paused) return Refusals.Field("state", "Paused is said of a counselor, not by her; say Break.");
        if (catalogs.Wrong("break_reasons", "reason", change.Reason) is { } wrong) return wrong;
        await desks.Open(desk => desk.Say(me, state, state == PresenceState.Break && change.Reason is { Length: > 0 } reason ? reason : null));
        return TypedResults.Ok((await db.PresenceCards(clock.GetUtcNow().UtcDateTime, [me])).Single());
    }
}
