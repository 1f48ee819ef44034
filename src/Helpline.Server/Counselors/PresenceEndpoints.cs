using Helpline.Contracts;
using Helpline.Contracts.Counselors;
using Helpline.Domain.Counselors;
using Helpline.Domain.Routing;
using Helpline.Server.Board;
using Helpline.Server.Calls;
using Helpline.Server.Catalog;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Helpline.Server.Counselors;

internal static class PresenceEndpoints
{
    public static void MapPresence(this IEndpointRouteBuilder routes)
    {
        var mine = routes.MapGroup("").WithTags("Counselors").RequireAuthorization();
        mine.MapPut("/" + Routes.MyPresence, Change);
        mine.MapPut("/" + Routes.MyTab("{tab:maxlength(64)}"), Sit);
        mine.MapDelete("/" + Routes.MyTab("{tab:maxlength(64)}"), async (string tab, HttpContext http, CallDesks desks) =>
        {
            await desks.Open(desk => desk.Rise(http.User.Identity!.Name!, tab));
            return TypedResults.NoContent();
        });
    }

    private static async Task<Ok<PresenceCard>> Sit(
        string tab, TabChange change, HttpContext http, CallDesks desks, HelplineDb db, RoutingRules rules, TimeProvider clock)
    {
        var me = http.User.Identity!.Name!;
        await desks.Open(desk => desk.Sit(me, tab, change.Insists, change.Hidden));
        return TypedResults.Ok((await db.PresenceCards(clock.GetUtcNow().UtcDateTime, rules.Lease, [me])).Single());
    }

    private static async Task<Results<Ok<PresenceCard>, ValidationProblem>> Change(
        PresenceChange change, HttpContext http, CallDesks desks, HelplineDb db, Catalogs catalogs, RoutingRules rules, TimeProvider clock)
    {
        if (!Enum.TryParse<PresenceState>(change.State, ignoreCase: true, out var state) || !Enum.IsDefined(state))
            return Refusals.Field("state", $"'{change.State}' is no presence; it is one of {string.Join(", ", Enum.GetNames<PresenceState>())}.");
        var me = http.User.Identity!.Name!;
        if (state == PresenceState.Paused) return Refusals.Field("state", "Paused is said of a counselor, not by her; say Break.");
        if (change.Tab?.Length > Presence.TabLength) return Refusals.Field("tab", $"The name of a tab has at most {Presence.TabLength} characters.");
        if (catalogs.Wrong("break_reasons", "reason", change.Reason) is { } wrong) return wrong;
        await desks.Open(desk => desk.Say(me, state, state == PresenceState.Break && change.Reason is { Length: > 0 } reason ? reason : null, change.Tab));
        return TypedResults.Ok((await db.PresenceCards(clock.GetUtcNow().UtcDateTime, rules.Lease, [me])).Single());
    }
}
