using Helpline.Server.Telephony.Twilio;

namespace Helpline.Tests.Support;

/// <summary>Sends signed webhooks by hand, in any order and as often as a test likes.</summary>
internal sealed class Provider(Uri server, string accountSid, string token)
{
    private static readonly HttpClient Http = new();

    /// <summary>The address in the signature: the public one, where it is not the server's own.</summary>
    public Uri? SignsFor { get; init; }

    public async Task<string> Posts(string target, params (string Name, string Value)[] fields)
    {
        using var answer = await Sends(target, fields);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }

    /// <param name="authToken">Signs with this instead of the account's own.</param>
    public Task<HttpResponseMessage> Sends(string target, (string Name, string Value)[] fields, string? authToken = null)
    {
        var form = fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).ToList();
        if (!form.Exists(f => f.Key == "AccountSid")) form.Add(new("AccountSid", accountSid));
        var url = new Uri(SignsFor ?? server, target).AbsoluteUri;
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, target)) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add(TwilioSignature.Header, TwilioSignature.Sign(authToken ?? token, url, form));
        return Http.SendAsync(request);
    }

    public static string NewSid(string kind = "CA") => kind + Guid.NewGuid().ToString("N");
}
