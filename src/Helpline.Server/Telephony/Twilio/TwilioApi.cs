using System.Net;
using System.Text.Json;
using Polly.Timeout;

namespace Helpline.Server.Telephony.Twilio;

/// <summary>The REST calls that move calls about. Only a cancelled <c>stop</c> throws; every other end is a <see cref="TwilioReply"/>.</summary>
internal sealed partial class TwilioApi(HttpClient http)
{
    private const int CallNotInProgress = 21220;

    /// <summary>Makes a call in progress fetch its next TwiML from <paramref name="url"/>.</summary>
    public Task<TwilioReply> Redirect(string callSid, Uri url, CancellationToken stop = default) =>
        Post($"Calls/{Id(callSid)}.json", new() { { "Url", url.AbsoluteUri }, { "Method", "POST" } }, stop);

    /// <summary>Hangs up, whether it still rings or talks.</summary>
    public Task<TwilioReply> End(string callSid, CancellationToken stop = default) =>
        Post($"Calls/{Id(callSid)}.json", new() { { "Status", "completed" } }, stop);

    /// <returns>Ok with a <see cref="TwilioCall"/>, which may lag a few seconds behind.</returns>
    public Task<TwilioReply> Find(string callSid, CancellationToken stop = default) =>
        Send(HttpMethod.Get, $"Calls/{Id(callSid)}.json", null, stop);

    /// <returns>Ok with the new <see cref="TwilioCall"/>.</returns>
    public Task<TwilioReply> Call(NewCall call, CancellationToken stop = default) => Post("Calls.json", call.ToForm(), stop);

    /// <returns>Ok as soon as Twilio has taken the message; whether it arrives is told to the status callback.</returns>
    public Task<TwilioReply> SendMessage(NewMessage message, CancellationToken stop = default) =>
        Post("Messages.json", message.ToForm(), stop);

    private Task<TwilioReply> Post(string path, TwilioForm form, CancellationToken stop) => Send(HttpMethod.Post, path, form, stop);

    private async Task<TwilioReply> Send(
        HttpMethod method, string path, TwilioForm? form, CancellationToken stop, Func<HttpResponseMessage, Task<TwilioReply>>? read = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = form?.ToContent() };
        try
        {
            using var response = await http.SendAsync(request, stop);
            return await (read?.Invoke(response) ?? Read(response, stop));
        }
        catch (Exception fault) when (TwilioResilience.NeverSent(fault))
        {
            return new TwilioReply.NotTaken(null);
        }
        catch (Exception fault) when (fault is TimeoutRejectedException or HttpRequestException)
        {
            return new TwilioReply.Unknown();
        }
    }

    private static async Task<TwilioReply> Read(HttpResponseMessage response, CancellationToken stop)
    {
        var json = Parse(await response.Content.ReadAsByteArrayAsync(stop));
        var code = json?.Int("code") ?? (int)response.StatusCode;
        return response.StatusCode switch
        {
            < HttpStatusCode.Ambiguous => json is { } resource ? new TwilioReply.Ok(resource) : new TwilioReply.Unknown(),
            HttpStatusCode.NotFound => new TwilioReply.Gone(),
            _ when code == CallNotInProgress => new TwilioReply.Gone(),
            HttpStatusCode.TooManyRequests => new TwilioReply.NotTaken(TwilioResilience.RetryAfter(response)),
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => new TwilioReply.Unknown(),
            _ => new TwilioReply.Refused(code, json?.Text("message") ?? ""),
        };
    }

    /// <returns>Undefined for an empty body, null for one that is no JSON.</returns>
    private static JsonElement? Parse(byte[] body)
    {
        if (body.Length == 0) return default(JsonElement);
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Id(string part) => Uri.EscapeDataString(part);
}
