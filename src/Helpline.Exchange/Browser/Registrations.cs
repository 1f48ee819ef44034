using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpline.Exchange;

/// <param name="Key">Opens the news of calls for this identity; nobody else knows it.</param>
internal sealed record Registered(string Key);

/// <summary>A call that rings for a browser.</summary>
/// <param name="Key">Names the leg when the browser answers or refuses it.</param>
internal sealed record RingingCall(string CallSid, string Key, string From, IReadOnlyDictionary<string, string> Params);

/// <summary>Browsers that want to be rung: a token opens a stream of the calls that ring for its identity.</summary>
internal sealed class Registrations
{
    private readonly ConcurrentDictionary<string, string> identities = new();

    public static void Map(IEndpointRouteBuilder client)
    {
        var browsers = new Registrations();
        client.MapPost("register", browsers.Register);
        client.MapGet("registered/{key}/calls", browsers.Calls);
        client.MapPost("{key}/answer", Answer);
    }

    private IResult Register(ConnectRequest request, Switchboard exchange)
    {
        var (identity, code, why) = AccessToken.Read(exchange.Options, request.Token, exchange.Clock.GetUtcNow());
        if (identity is null) return Results.Json(RestShapes.Of(new RestException(code, why, 401)), statusCode: StatusCodes.Status401Unauthorized);
        var key = RandomNumberGenerator.GetHexString(32, lowercase: true);
        identities[key] = identity;
        return Results.Ok(new Registered(key));
    }

    private IResult Calls(string key, Switchboard exchange, CancellationToken gone) => identities.TryGetValue(key, out var identity)
        ? TypedResults.ServerSentEvents(News(exchange, identity, gone))
        : Results.NotFound();

    private static IResult Answer(string key, HangUpRequest request, Switchboard exchange)
    {
        if (exchange.Legs.ByKey(key) is not { IsRung: true } leg) return Results.NotFound();
        Switchboard.PickUp(leg);
        return Results.NoContent();
    }

    private static async IAsyncEnumerable<IReadOnlyList<RingingCall>> News(
        Switchboard exchange, string identity, [EnumeratorCancellation] CancellationToken gone)
    {
        List<string>? last = null;
        while (true)
        {
            var change = exchange.Journal.NextChange;
            var now = exchange.Legs.Live.Where(l => l.IsRung && l.Identity == identity).ToList();
            var sids = now.ConvertAll(l => l.Sid);
            if (last is null || !sids.SequenceEqual(last))
                yield return [.. now.Select(l => new RingingCall(l.Sid, l.Key, l.From, l.Parameters.ToDictionary(p => p.Key, p => p.Value)))];
            last = sids;
            await change.WaitAsync(gone);
        }
    }
}
