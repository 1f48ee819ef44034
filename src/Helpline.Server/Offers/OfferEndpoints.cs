using Helpline.Contracts.Board;
using Helpline.Domain.Calls;
using Helpline.Server.Calls;
using Helpline.Server.Hosting;
using Helpline.Server.Telephony;

namespace Helpline.Server.Offers;

internal static class OfferEndpoints
{
    public static void MapOffers(this IEndpointRouteBuilder routes)
    {
        var offers = routes.MapGroup("/api/offers/{id:guid}").WithTags("Offers").RequireAuthorization();
        offers.MapPost("/acknowledge", (Guid id, HttpContext http, CallDesks desks) => Answer(desks, desk => desk.Acknowledge(id, http.User.Identity!.Name!)));
        offers.MapPost("/decline", (Guid id, HttpContext http, CallDesks desks) => Answer(desks, desk => desk.Decline(id, http.User.Identity!.Name!)));
        offers.MapPost("/accept", Accept).Produces<AcceptedOffer>();
    }

    private static async Task<IResult> Answer(CallDesks desks, Func<CallDesk, Task<OfferAnswer>> answer) =>
        Refusal(await desks.Open(answer), null) ?? TypedResults.NoContent();

    private static async Task<IResult> Accept(Guid id, HttpContext http, CallDesks desks, Tickets tickets)
    {
        var (answer, call) = await desks.Open(desk => desk.Accept(id, http.User.Identity!.Name!));
        return Refusal(answer, call) ?? TypedResults.Ok(new AcceptedOffer(tickets.Of(call!), call!.Id));
    }

    private static IResult? Refusal(OfferAnswer answer, Call? call) => answer switch
    {
        OfferAnswer.Done => null,
        OfferAnswer.Unknown => Refusals.Unknown("offer"),
        OfferAnswer.NotYours when call?.Counselor is { } winner => Taken(winner),
        OfferAnswer.NotYours => Refusals.Forbidden("The call rings for another counselor."),
        OfferAnswer.Closed when call?.Counselor is { } winner => Taken(winner),
        OfferAnswer.Closed when call is not null && !CallFlow.IsLive(call.State) => Refusals.Conflict("The caller has left.", ("state", call.State.ToString())),
        OfferAnswer.Closed => Refusals.Conflict("The offer is over: the next counselor is asked."),
    };

    private static IResult Taken(string winner) =>
        Refusals.Conflict($"{winner} is already with the caller.", ("takenBy", winner));
}
