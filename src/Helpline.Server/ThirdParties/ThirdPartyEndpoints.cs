using Helpline.Contracts;
using Helpline.Contracts.ThirdParties;
using Helpline.Server.Board;
using Helpline.Server.Calls;
using Helpline.Server.Hosting;
using Helpline.Server.Telephony;
using Helpline.Server.Telephony.Twilio;
using Microsoft.Extensions.Options;

namespace Helpline.Server.ThirdParties;

/// <summary>A counselor calls somebody into her talk, and takes the line off again.</summary>
internal static class ThirdPartyEndpoints
{
    public static void MapThirdParties(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/" + Routes.Calls + "/{id:guid}/third-parties", Add).WithTags("Third parties").RequireAuthorization()
            .Produces<ThirdPartyCard>().ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict);
        routes.MapPost("/" + Routes.ThirdParties + "/{id:guid}/take-off", TakeOff).WithTags("Third parties").RequireAuthorization().Produces(StatusCodes.Status204NoContent);
    }

    private static Task<IResult> Add(Guid id, AddThirdParty add, HttpContext http, CallDesks desks, Partners partners, Numbers numbers, IOptions<TwilioOptions> twilio)
    {
        if ((string.IsNullOrEmpty(add.Partner) ? numbers.Callable(add.Number) : partners.NumberOf(add.Partner)) is not { } number)
            return Task.FromResult<IResult>(string.IsNullOrEmpty(add.Partner)
                ? Refusals.Field("number", "This is no number that can be called; write it as +7 701 123 45 67.")
                : Refusals.Field("partner", $"'{add.Partner}' is not in config/partners.json."));
        if (twilio.Value.CallerId is null) return Task.FromResult<IResult>(Refusals.Conflict("Nobody can be rung while the line has no number of its own: Twilio:CallerId is not set."));
        return CallEndpoints.Mine(desks, id, http, desk => async call =>
            await desk.Add(call, number, string.IsNullOrEmpty(add.Partner) ? null : add.Partner) is (var answer, var third) && third is not null
                ? TypedResults.Ok(BoardCards.Of(third))
                : Refusals.Conflict($"Nobody can be called into this talk now: {answer}.", ("admission", answer.ToString())));
    }

    private static Task<IResult> TakeOff(Guid id, HttpContext http, CallDesks desks) => desks.Open<IResult>(async desk =>
    {
        if (await desk.Db.ThirdParties.FindAsync(id) is not { } third || await desk.Find(third.CallId) is not { } call) return Refusals.Unknown("third party");
        if (call.Counselor != http.User.Identity!.Name) return Refusals.Forbidden("This is another counselor's call.");
        return desk.TakeOff(third, call) ? TypedResults.NoContent() : Refusals.Conflict($"The third party is {third.State}: this cannot be done now.", ("state", third.State.ToString()));
    });
}
