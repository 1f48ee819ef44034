using Microsoft.AspNetCore.Http;

namespace Helpline.Exchange;

/// <summary>Calls: ring one, move one, end one.</summary>
internal static class RestCalls
{
    private const int LongestTwiml = 4000;

    /// <summary>A number that nobody can call, as Twilio's own test credentials have it.</summary>
    private const string Nobody = "+15005550001";

    public static IResult Get(string account, string sid, Switchboard exchange) => Results.Json(RestShapes.Of(Find(exchange, sid), account));

    public static async Task<IResult> Update(string account, string sid, HttpRequest request, Switchboard exchange)
    {
        var leg = Find(exchange, sid);
        var form = await RestForm.Of(request);
        var (status, next) = (form.Text("Status"), First(form, "redirect by REST", []));
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
        // Nobody's machine answers here.
        var detected = form.OneOf("MachineDetection", "Enable", "DetectMessageEnd") is null
            ? [] : new KeyValuePair<string, string>[] { new("AnsweredBy", "human") };
        var first = First(form, "outgoing call answered", detected) ?? throw new RestException(21205, "Url parameter is required");
        var call = Call(form, exchange, first, leastTimeout: 1) with
        {
            FallbackUrl = form.Url("FallbackUrl"),
            FallbackMethod = form.Method("FallbackMethod", HttpMethod.Post),
        };
        form.Done();
        return Results.Json(RestShapes.Of(exchange.RingOut(call), account), statusCode: StatusCodes.Status201Created);
    }

    /// <summary>What every outgoing call says, whatever it is for.</summary>
    public static OutgoingCall Call(RestForm form, Switchboard exchange, Instruction first, int leastTimeout)
    {
        var from = form.Text("From") ?? throw new RestException(21213, "No 'From' number is specified");
        var to = form.Text("To") ?? throw new RestException(21201, "No 'To' number is specified");
        var reached = (to == Nobody ? null : Address.Of(to)) ?? throw new RestException(21211, "The 'To' number is not a valid phone number");
        var (token, limit) = (form.Text("CallToken"), form.Number("TimeLimit", 0, 1, 86_400));
        if (reached.Identity is null && token is null && from != exchange.Options.LineNumber)
            throw new RestException(21210, "The 'From' number is not a number of this account");
        form.Ignore("CallReason", "MachineDetectionTimeout", "MachineDetectionSpeechThreshold", "MachineDetectionSpeechEndThreshold", "MachineDetectionSilenceTimeout");
        return new OutgoingCall(
            form.Text("CallerId") ?? from, reached, first, TimeSpan.FromSeconds(form.Number("Timeout", 60, leastTimeout, 600)),
            limit == 0 ? null : TimeSpan.FromSeconds(limit), form.Callback("", ["completed"], "initiated", "ringing", "answered", "completed"));
    }

    private static Instruction? First(RestForm form, string what, KeyValuePair<string, string>[] extra)
    {
        var (url, method, twiml) = (form.Url("Url"), form.Method("Method", HttpMethod.Post), form.Text("Twiml"));
        if (url is not null) return new Fetch(url, method, extra, what);
        if (twiml is null) return null;
        return twiml.Length <= LongestTwiml ? new Inline(twiml) : throw new RestException(21255, "Twiml is too long");
    }

    private static Leg Find(Switchboard exchange, string sid) => exchange.Legs.Find(sid) ?? throw RestException.NotFound($"Calls/{sid}.json");
}
