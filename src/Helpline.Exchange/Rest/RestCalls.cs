using Microsoft.AspNetCore.Http;

namespace Helpline.Exchange;

/// <summary>Calls: ring one, move one, end one.</summary>
internal static class RestCalls
{
    private const int LongestTwiml = 4000;

    public static IResult Get(string account, string sid, Switchboard exchange) => Results.Json(RestShapes.Of(Find(exchange, sid), account));

    public static async Task<IResult> Update(string account, string sid, HttpRequest request, Switchboard exchange)
    {
        var leg = Find(exchange, sid);
        var form = await RestForm.Of(request);
        var (status, next) = (form.Text("Status"), First(form));
        form.Done();
        if (status is not (null or "completed" or "canceled")) throw new RestException(21218, $"Invalid status {status}");
        if ((status is null) == (next is null)) throw new RestException(21218, "One of Url, Twiml and Status is needed");
        var done = status switch
        {
            null => leg.Redirects(next!),
            "canceled" => leg.AnsweredAt is null && leg.Ends("canceled", "canceled by REST"),
            _ => leg.Ends(leg.AnsweredAt is null && leg.IsRungByUs ? "canceled" : "completed", "ended by REST"),
        };
        return done
            ? Results.Json(RestShapes.Of(leg, account))
            : throw new RestException(21220, $"Call is not in-progress. Cannot {(status is null ? "redirect" : "end")}.");
    }

    public static async Task<IResult> Create(string account, HttpRequest request, Switchboard exchange)
    {
        var form = await RestForm.Of(request);
        var events = form.All("StatusCallbackEvent");
        var call = new OutgoingCall(
            form.Text("From") ?? throw new RestException(21213, "No 'From' number is specified"),
            form.Text("To") ?? throw new RestException(21201, "No 'To' number is specified"),
            First(form) ?? throw new RestException(21205, "Url parameter is required"),
            TimeSpan.FromSeconds(form.Number("Timeout", 60, 1, 600)),
            form.Url("FallbackUrl"),
            form.Url("StatusCallback"),
            form.Method("StatusCallbackMethod", HttpMethod.Post),
            events.Count > 0 ? events : ["completed"]);
        form.Done();
        return Results.Json(RestShapes.Of(exchange.RingOut(call), account), statusCode: StatusCodes.Status201Created);
    }

    private static Instruction? First(RestForm form)
    {
        var (url, method, twiml) = (form.Url("Url"), form.Method("Method", HttpMethod.Post), form.Text("Twiml"));
        if (url is not null) return new Fetch(url, method, [], "redirect by REST");
        if (twiml is null) return null;
        return twiml.Length <= LongestTwiml ? new Inline(twiml) : throw new RestException(21255, "Twiml is too long");
    }

    private static Leg Find(Switchboard exchange, string sid) => exchange.Legs.Find(sid) ?? throw RestException.NotFound($"Calls/{sid}.json");
}
