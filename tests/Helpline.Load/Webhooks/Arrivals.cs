using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Helpline.Load.Servers;

namespace Helpline.Load.Webhooks;

/// <summary>The provider's report of a new call, signed beforehand, so that a round measures no signing.</summary>
internal sealed record Arrival(byte[] Body, string Signature)
{
    public const string Target = "/voice/incoming";
    private static readonly MediaTypeHeaderValue Form = new("application/x-www-form-urlencoded", "utf-8");

    public HttpRequestMessage ToRequest()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Target) { Content = new ByteArrayContent(Body) };
        request.Content.Headers.ContentType = Form;
        request.Headers.Add(LineAccount.Header, Signature);
        return request;
    }
}

/// <summary>Makes calls that nobody has seen before: each with a name of its own from a number of its own.</summary>
internal sealed class Arrivals(LineAccount account)
{
    private int callers;

    public IReadOnlyList<Arrival> Next(int count) => [.. Enumerable.Range(0, count).Select(_ => One())];

    private Arrival One()
    {
        var number = "+7701" + (++callers).ToString("D7", CultureInfo.InvariantCulture);
        var form = NewCall(account, LineAccount.NewSid("CA"), number);
        var body = string.Join('&', form.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));
        return new(Encoding.ASCII.GetBytes(body), account.Sign(Arrival.Target, form));
    }

    /// <summary>The fields of the provider's first webhook of a call.</summary>
    public static List<KeyValuePair<string, string>> NewCall(LineAccount account, string sid, string number)
    {
        const string Line = "+77172000000";
        List<KeyValuePair<string, string>> form =
        [
            new("AccountSid", account.Sid), new("ApiVersion", "2010-04-01"), new("CallSid", sid), new("CallStatus", "ringing"),
            new("Direction", "inbound"), new("From", number), new("Caller", number), new("To", Line), new("Called", Line),
        ];
        foreach (var who in (string[])["From", "Caller", "To", "Called"])
            form.AddRange([new($"{who}City", ""), new($"{who}State", ""), new($"{who}Zip", ""), new($"{who}Country", "KZ")]);
        form.Add(new("CallToken", Uri.EscapeDataString($$"""{"parentCallInfoToken":"made.up.{{number}}"}""")));
        return form;
    }
}
