using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Transfers;
using Helpline.Domain.Calls;
using Helpline.Domain.Transfers;
using Helpline.Server.Board;
using Helpline.Server.Calls;
using Helpline.Server.Catalog;
using Helpline.Server.Hosting;
using Helpline.Server.Telephony;

namespace Helpline.Server.Transfers;

internal static class TransferEndpoints
{
    public static void MapTransfers(this IEndpointRouteBuilder routes)
    {
        var calls = routes.MapGroup("/" + Routes.Calls + "/{id:guid}").WithTags("Transfers").RequireAuthorization();
        calls.MapPost("/transfers", Ask).Produces<TransferCard>().ProducesValidationProblem();
        calls.MapPost("/hand-on", HandOn).Produces(StatusCodes.Status204NoContent).ProducesValidationProblem();
        var transfers = routes.MapGroup("/" + Routes.Transfers + "/{id:guid}").WithTags("Transfers").RequireAuthorization();
        transfers.MapPost("/accept", Accept).Produces<AcceptedOffer>();
        transfers.MapPost("/decline", (Guid id, HttpContext http, CallDesks desks) => Tries(desks, id, http, t => t.To, (desk, t, call) => desk.GiveUp(t, call, TransferState.Refused)));
        transfers.MapPost("/cancel", (Guid id, HttpContext http, CallDesks desks) => Tries(desks, id, http, t => t.From, (desk, t, call) => desk.GiveUp(t, call, TransferState.Cancelled)));
        transfers.MapPost("/complete", (Guid id, HttpContext http, CallDesks desks) => Tries(desks, id, http, t => t.From, (desk, t, call) => desk.Complete(t, call)));
    }

    private static Task<IResult> Ask(Guid id, AskColleague ask, HttpContext http, CallDesks desks) => CallEndpoints.Mine(desks, id, http, desk => async call =>
    {
        if (await desk.OpenTransferOf(call) is { } open) return Refusals.Conflict($"{open.To} is asked already.", ("state", open.State.ToString()));
        if (await NotTo(desk, ask.To, http, mustBeFree: true) is { } why) return why;
        return await desk.Ask(call, ask.To) is { } transfer ? TypedResults.Ok(BoardCards.Of(transfer, call)) : CallEndpoints.NotNow(call);
    });

    private static Task<IResult> HandOn(Guid id, HandOnCall on, HttpContext http, CallDesks desks, Languages languages, Catalogs catalogs)
    {
        if (Wrong(on, languages, catalogs) is { } wrong) return Task.FromResult(wrong);
        return CallEndpoints.Mine(desks, id, http, desk => async call =>
        {
            if (on.To is not null && await NotTo(desk, on.To, http, mustBeFree: false) is { } why) return why;
            return await desk.HandOn(call, on.To, on.Language, on.Topic) ? TypedResults.NoContent() : CallEndpoints.NotNow(call);
        });
    }

    private static IResult? Wrong(HandOnCall on, Languages languages, Catalogs catalogs)
    {
        if (on is { To: null, Language: null, Topic: null }) return Refusals.Field("to", "Say for whom: a colleague, a language or a topic.");
        if (on.Language is not null && languages.All.All(l => l.Code != on.Language))
            return Refusals.Field("language", $"'{on.Language}' is no language of the line; those are {string.Join(", ", languages.All.Select(l => l.Code))}.");
        return on.Topic is "" ? Refusals.Field("topic", "The topic is empty.") : catalogs.Wrong("service_kinds", "topic", on.Topic);
    }

    private static async Task<IResult> Accept(Guid id, HttpContext http, CallDesks desks, Tickets tickets) => await Ours(desks, id, http, t => t.To, (desk, transfer, call) =>
        Task.FromResult<IResult>(desk.Accept(transfer, call) ? TypedResults.Ok(new AcceptedOffer(tickets.Of(transfer), call.Id)) : Over(transfer)));

    private static Task<IResult> Tries(
        CallDesks desks, Guid id, HttpContext http, Func<Transfer, string> whose, Func<CallDesk, Transfer, Call, Task<bool>> act) =>
        Ours(desks, id, http, whose, async (desk, transfer, call) => await act(desk, transfer, call) ? TypedResults.NoContent() : Over(transfer));

    private static Task<IResult> Ours(
        CallDesks desks, Guid id, HttpContext http, Func<Transfer, string> whose, Func<CallDesk, Transfer, Call, Task<IResult>> act) => desks.Open(async desk =>
        await desk.Db.Transfers.FindAsync(id) switch
        {
            null => Refusals.Unknown("transfer"),
            var transfer when whose(transfer) != http.User.Identity!.Name => Refusals.Forbidden($"This is for {whose(transfer)} to do."),
            var transfer => await act(desk, transfer, (await desk.Find(transfer.CallId))!),
        });

    private static async Task<IResult?> NotTo(CallDesk desk, string to, HttpContext http, bool mustBeFree) => await desk.Look(to, atBoard: mustBeFree) switch
    {
        _ when to == http.User.Identity!.Name => Refusals.Field("to", "The call is yours already."),
        Colleague.Unknown => Refusals.Field("to", $"'{to}' is nobody who takes calls."),
        Colleague.NotThere => Refusals.Conflict($"{to} is not at the board.", ("colleague", nameof(Colleague.NotThere))),
        Colleague.Engaged when mustBeFree => Refusals.Conflict($"{to} is busy with another call.", ("colleague", nameof(Colleague.Engaged))),
        Colleague.Away when mustBeFree => Refusals.Conflict($"{to} takes no calls now.", ("colleague", nameof(Colleague.Away))),
        _ => null,
    };

    private static IResult Over(Transfer transfer) => Refusals.Conflict($"The transfer is {transfer.State}: this cannot be done now.", ("state", transfer.State.ToString()));
}
