using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpline.Exchange;

internal sealed record RingRequest(bool Withheld);

internal sealed record PressRequest(string Keys);

internal sealed record HangUpRequest;

internal sealed record AnswerRequest;

/// <summary>The page with the test phones at <c>/exchange</c>, and what it calls. Commands are JSON, which no foreign page can send.</summary>
internal static class PhoneEndpoints
{
    /// <summary>The page is told at most this often.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);

    public static void MapTestPhones(this IEndpointRouteBuilder exchange)
    {
        exchange.MapGet("", (HttpRequest request) => Resource.Page("Phones.page.html", $"{request.PathBase}/exchange/"));
        exchange.MapGet("page.css", () => Resource.Of("Phones.page.css", "text/css"));
        foreach (var script in new[] { "page.js", "card.js", "words.js" }) exchange.MapGet(script, () => Resource.Script($"Phones.{script}"));
        exchange.MapGet("faults", (Switchboard board) => board.Faults.Counts);
        var phones = exchange.MapGroup("phones");
        phones.MapGet("", PhoneViews.Of);
        phones.MapGet("events", (Switchboard board, CancellationToken gone) => TypedResults.ServerSentEvents(News(board, gone)));
        phones.MapPost("{number}/ring", Ring);
        phones.MapPost("{number}/answer", Answer);
        phones.MapPost("{number}/press", Press);
        phones.MapPost("{number}/hang-up", HangUp);
    }

    private static IResult Ring(string number, RingRequest request, Switchboard board)
    {
        if (!Address.IsNumber(number)) return Results.BadRequest();
        if (Live(board, number) is not null) return Results.Conflict();
        board.Ring(number, request.Withheld, speaks: true);
        return Results.NoContent();
    }

    private static IResult Answer(string number, AnswerRequest request, Switchboard board)
    {
        if (Live(board, number) is not { IsRung: true } leg) return Results.NotFound();
        Switchboard.PickUp(leg);
        return Results.NoContent();
    }

    private static IResult Press(string number, PressRequest request, Switchboard board)
    {
        if (Live(board, number) is not { } leg) return Results.NotFound();
        if (request.Keys.Any(k => !"0123456789*#".Contains(k))) return Results.BadRequest();
        foreach (var key in request.Keys) leg.Presses(key);
        return Results.NoContent();
    }

    private static IResult HangUp(string number, HangUpRequest request, Switchboard board)
    {
        if (Live(board, number) is not { } leg) return Results.NotFound();
        Switchboard.HangUp(leg);
        return Results.NoContent();
    }

    private static async IAsyncEnumerable<PhonesView> News(Switchboard board, [EnumeratorCancellation] CancellationToken gone)
    {
        while (true)
        {
            var change = board.Journal.NextChange;
            yield return PhoneViews.Of(board);
            await change.WaitAsync(gone);
            await Task.Delay(Breath, board.Clock, gone);
        }
    }

    private static Leg? Live(Switchboard board, string number) => board.Legs.Live.FirstOrDefault(l => l.Phone == number && l.Identity is null);
}
