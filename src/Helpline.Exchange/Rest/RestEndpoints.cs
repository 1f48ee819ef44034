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
        account.MapPost("Calls/{sid}/Recordings.json", RestRecordings.Start);
        account.MapPost("Calls/{sid}/Recordings/{recording}.json", RestRecordings.Stop);
        account.MapGet("Conferences.json", RestConferences.List);
        account.MapGet("Conferences/{sid}.json", RestConferences.Get);
        account.MapPost("Conferences/{sid}.json", RestConferences.Update);
        account.MapGet("Conferences/{sid}/Participants.json", RestParticipants.List);
        account.MapPost("Conferences/{sid}/Participants.json", RestParticipants.Create);
        account.MapGet("Conferences/{sid}/Participants/{who}.json", RestParticipants.Get);
        account.MapPost("Conferences/{sid}/Participants/{who}.json", RestParticipants.Update);
        account.MapDelete("Conferences/{sid}/Participants/{who}.json", RestParticipants.Remove);
        account.MapPost("Messages.json", RestMessages.Create);
        account.MapGet("Messages/{sid}.json", RestMessages.Get);
        account.MapGet("Queues.json", RestQueues.List);
        account.MapPost("Queues.json", RestQueues.Create);
        account.MapGet("Queues/{sid}.json", RestQueues.Get);
        account.MapGet("Recordings.json", RestRecordings.List);
        account.MapGet("Recordings/{file}", RestRecordings.Get);
        account.MapDelete("Recordings/{file}", RestRecordings.Delete);
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
            if (exchange.Faults.Strike(Fault.RestTooMany)) throw new RestException(20429, "Too Many Requests", 429);
            var isCommand = !HttpMethods.IsGet(http.Request.Method);
            if (isCommand && Reached(exchange, http) is { } leg && exchange.Faults.Strike(Fault.RestCallGone)) Switchboard.HangUp(leg);
            var answer = await next(context);
            if (isCommand && exchange.Faults.Strike(Fault.RestTimeout)) await Hang(exchange, http);
            await Write(exchange, http, (answer as IStatusCodeHttpResult)?.StatusCode ?? 200, null);
            return answer;
        }
        catch (RestException refused)
        {
            await Write(exchange, http, refused.Status, refused);
            return Results.Json(RestShapes.Of(refused), statusCode: refused.Status);
        }
    }

    /// <summary>The live call that a command is for, if it names one.</summary>
    private static Leg? Reached(Switchboard exchange, HttpContext http) =>
        CallOf(http) is { } sid && exchange.Legs.Find(sid) is { IsOver: false } leg ? leg : null;

    /// <summary>Long enough for every client to give up.</summary>
    private static async Task Hang(Switchboard exchange, HttpContext http)
    {
        try
        {
            await Task.Delay(TimeSpan.FromMinutes(1), exchange.Clock, http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // It has.
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
