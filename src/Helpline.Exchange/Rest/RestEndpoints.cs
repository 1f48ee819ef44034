using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpline.Exchange;

/// <summary>The REST side, with the provider's paths, shapes and errors.</summary>
internal static class RestEndpoints
{
    public static void MapRest(this IEndpointRouteBuilder app)
    {
        var account = app.MapGroup($"rest/{RestShapes.Version}/Accounts/{{account}}");
        account.AddEndpointFilter(Guard);
        account.MapPost("Calls.json", RestCalls.Create);
        account.MapGet("Calls/{sid}.json", RestCalls.Get);
        account.MapPost("Calls/{sid}.json", RestCalls.Update);
        account.MapGet("Conferences.json", RestConferences.List);
        account.MapGet("Conferences/{sid}.json", RestConferences.Get);
        account.MapPost("Conferences/{sid}.json", RestConferences.Update);
        account.MapGet("Conferences/{sid}/Participants.json", RestConferences.Participants);
        account.MapGet("Conferences/{sid}/Participants/{who}.json", RestConferences.Participant);
        account.MapPost("Conferences/{sid}/Participants/{who}.json", RestConferences.UpdateParticipant);
        account.MapDelete("Conferences/{sid}/Participants/{who}.json", RestConferences.RemoveParticipant);
        account.MapGet("Queues.json", RestQueues.List);
        account.MapPost("Queues.json", RestQueues.Create);
        account.MapGet("Queues/{sid}.json", RestQueues.Get);
        account.Map("{**path}", NotOffered);
    }

    private static IResult NotOffered(string path, Switchboard exchange) =>
        throw new RestException(20404, $"The exchange at {exchange.Options.LineNumber} does not offer {path} in this way", 404);

    /// <summary>Who asks, whether we are too busy, and what was asked, for the journal.</summary>
    private static async ValueTask<object?> Guard(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var exchange = context.Arguments.OfType<Switchboard>().Single();
        var account = exchange.Options.AccountSid;
        try
        {
            if (!IsAllowed(http.Request.Headers.Authorization.ToString(), exchange.Options))
                throw new RestException(20003, "Authenticate", 401);
            if ((string?)http.GetRouteValue("account") != account) throw RestException.NotFound(http.Request.Path);
            if (exchange.RefusesRest()) throw new RestException(20429, "Too Many Requests", 429);
            var answer = await next(context);
            await Write(exchange, http, (answer as IStatusCodeHttpResult)?.StatusCode ?? 200, null);
            return answer;
        }
        catch (RestException refused)
        {
            await Write(exchange, http, refused.Status, refused);
            return Results.Json(RestShapes.Of(refused), statusCode: refused.Status);
        }
    }

    private static async Task Write(Switchboard exchange, HttpContext http, int status, RestException? refused)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync() : FormCollection.Empty;
        var path = http.Request.Path.Value![(http.Request.Path.Value!.IndexOf("/Accounts/", StringComparison.Ordinal) + 10)..];
        exchange.Journal.Write(new JournalEntry(
            0, default, JournalKind.Rest, CallOf(http), $"{http.Request.Method} {path[(path.IndexOf('/') + 1)..]} → {status} {refused?.Message}".TrimEnd())
        {
            Status = status,
            Code = refused?.Code,
            Form = [.. form.SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v ?? "")))],
        });
    }

    private static string? CallOf(HttpContext http) =>
        http.Request.RouteValues.Values.OfType<string>().FirstOrDefault(v => v.StartsWith("CA", StringComparison.Ordinal));

    private static bool IsAllowed(string header, ExchangeOptions options) =>
        Same(header, options.ApiKeySid, options.ApiKeySecret) | Same(header, options.AccountSid, options.AuthToken);

    private static bool Same(string header, string user, string password) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(header), Encoding.UTF8.GetBytes("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))));
}
