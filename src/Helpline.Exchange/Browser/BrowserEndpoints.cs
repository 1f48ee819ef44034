using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpline.Exchange;

/// <summary>What a browser says to connect: its token and the parameters for the TwiML app.</summary>
internal sealed record ConnectRequest(string Token, Dictionary<string, string>? Params);

/// <param name="Key">Names the leg in the browser's further requests; nobody else knows it.</param>
internal sealed record ConnectAnswer(string CallSid, string Key);

internal sealed record MuteRequest(bool Muted);

/// <param name="State">connecting, connected or disconnected.</param>
internal sealed record LegNews(string State, bool Muted, string? Clip, string Status);

/// <summary>The browser phone's side of the exchange: connect, mute, hang up, and news of the leg as they come.</summary>
internal static class BrowserEndpoints
{
    /// <summary>How long a leg outlives its browser: long enough for a lost connection, short enough for a closed page.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private const string Disconnected = "disconnected";

    public static void MapBrowserLegs(this IEndpointRouteBuilder app)
    {
        app.MapGet("phone.js", () => Resource.Script("Browser.phone.js"));
        var client = app.MapGroup("client");
        client.MapPost("connect", Connect);
        Registrations.Map(client);
        client.MapPost("{key}/hang-up", HangUp);
        client.MapPost("{key}/mute", Mute);
        client.MapGet("{key}/events", Events);
    }

    private static IResult Connect(ConnectRequest request, Switchboard exchange)
    {
        var (leg, code, why) = exchange.Connect(request.Token, null, request.Params ?? []);
        return leg is null
            ? Results.Json(RestShapes.Of(new RestException(code, why, 401)), statusCode: StatusCodes.Status401Unauthorized)
            : Results.Ok(new ConnectAnswer(leg.Sid, leg.Key));
    }

    private static IResult HangUp(string key, Switchboard exchange)
    {
        if (exchange.Legs.ByKey(key) is not { } leg) return Results.NotFound();
        Switchboard.HangUp(leg);
        return Results.NoContent();
    }

    private static IResult Mute(string key, MuteRequest request, Switchboard exchange)
    {
        if (exchange.Legs.ByKey(key) is not { } leg) return Results.NotFound();
        leg.Mutes(request.Muted);
        return Results.NoContent();
    }

    private static IResult Events(string key, Switchboard exchange, CancellationToken gone) =>
        exchange.Legs.ByKey(key) is { } leg ? TypedResults.ServerSentEvents(News(exchange, leg, gone)) : Results.NotFound();

    internal static async IAsyncEnumerable<LegNews> News(Switchboard exchange, Leg leg, [EnumeratorCancellation] CancellationToken gone)
    {
        LegNews? last = null;
        var mine = leg.Listener = new object();
        try
        {
            while (true)
            {
                var change = exchange.Journal.NextChangeOf(leg.Sid);
                var now = Of(leg);
                if (now != last) yield return last = now;
                // By what was told, not by the leg: it may have ended while the news before was on its way.
                if (now.State == Disconnected) yield break;
                await change.WaitAsync(gone);
            }
        }
        finally
        {
            if (!leg.IsOver) exchange.After(Grace, () => HangUpIfAlone(leg, mine));
        }
    }

    private static void HangUpIfAlone(Leg leg, object listener)
    {
        if (leg.Listener == listener) Switchboard.HangUp(leg);
    }

    private static LegNews Of(Leg leg) => new(
        leg.IsOver ? Disconnected : leg.AnsweredAt is null ? "connecting" : "connected",
        leg.Muted, leg.Hearing is { } hearing ? $"clips/{hearing.Clip.Id}" : null, leg.Status);
}
