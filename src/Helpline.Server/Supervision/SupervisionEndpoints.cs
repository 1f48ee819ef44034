using Helpline.Contracts;
using Helpline.Contracts.Supervision;
using Helpline.Domain.Supervision;
using Helpline.Server.Accounts;
using Helpline.Server.Calls;
using Helpline.Server.Hosting;
using Helpline.Server.Telephony;

namespace Helpline.Server.Supervision;

internal static class SupervisionEndpoints
{
    public static void MapSupervision(this IEndpointRouteBuilder routes)
    {
        var supervision = routes.MapGroup("/").WithTags("Supervision").RequireAuthorization(p => p.RequireRole(Roles.Supervisor));
        supervision.MapPost("/" + Routes.Calls + "/{id:guid}/listen", Listen).Produces<ListenTicket>();
        supervision.MapPut("/" + Routes.Listeners + "/{id:guid}", Become).Produces(StatusCodes.Status204NoContent);
    }

    private static Task<IResult> Listen(Guid id, HttpContext http, CallDesks desks, Tickets tickets) => desks.Open<IResult>(async desk =>
    {
        if (await desk.Find(id) is not { } call) return Refusals.Unknown("call");
        return desk.Listen(call, http.User.Identity!.Name!) is { } listener
            ? TypedResults.Ok(new ListenTicket(listener.Id, tickets.Of(listener), id))
            : Refusals.Conflict("Nobody else talks on this call now.", ("state", call.State.ToString()));
    });

    private static async Task<IResult> Become(Guid id, ListenerChange change, HttpContext http, CallDesks desks)
    {
        if (!Enum.TryParse<ListenerMode>(change.Mode, out var mode) || !Enum.IsDefined(mode))
            return Refusals.Field("mode", $"'{change.Mode}' is none of {string.Join(", ", Enum.GetNames<ListenerMode>())}.");
        return await desks.Open<IResult>(async desk => await desk.Db.Listeners.FindAsync(id) switch
        {
            null => Refusals.Unknown("listener"),
            var listener when listener.UserName != http.User.Identity!.Name => Refusals.Forbidden("Another supervisor listens there."),
            var listener => await desk.Become(listener, mode) ? TypedResults.NoContent() : Refusals.Conflict("You are not in a talk now."),
        });
    }
}
