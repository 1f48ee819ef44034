using System.Net;
using System.Text.RegularExpressions;

namespace Helpline.Tests.Referrals;

/// <summary>Somebody with a link and no account: a browser without script.</summary>
internal sealed partial class Partner : IDisposable
{
    private readonly CookieContainer cookies;
    private readonly HttpClient http;
    private readonly Uri link;

    public Partner(Uri link)
    {
        (this.link, cookies) = (link, new CookieContainer());
        http = new HttpClient(new HttpClientHandler { CookieContainer = cookies });
    }

    public string Token => link.Segments[^1];

    /// <summary>What she sees now.</summary>
    public string Page { get; private set; } = "";

    public HttpStatusCode Status { get; private set; }

    public HttpResponseMessage Last { get; private set; } = new();

    /// <summary>As a browser does that was closed in between, or after long enough.</summary>
    public void ForgetsCookies()
    {
        foreach (Cookie cookie in cookies.GetAllCookies()) cookie.Expired = true;
    }

    public Task Opens(string query = "") => Sees(http.GetAsync(new Uri(link + query)));

    /// <summary>Sends one form of the page that she sees, as a browser does when the page sends no referrer.</summary>
    public Task Answers(string move, params (string Name, string Value)[] fields)
    {
        var token = AntiforgeryField().Match(Page);
        var form = fields.Append(("move", move)).Append((token.Groups[1].Value, WebUtility.HtmlDecode(token.Groups[2].Value)));
        var request = new HttpRequestMessage(HttpMethod.Post, link) { Content = new FormUrlEncodedContent(form.Where(f => f.Item1.Length > 0).Select(f => KeyValuePair.Create(f.Item1, f.Item2))) };
        request.Headers.TryAddWithoutValidation("Origin", "null");
        return Sees(http.SendAsync(request));
    }

    public void Dispose()
    {
        http.Dispose();
        Last.Dispose();
    }

    private async Task Sees(Task<HttpResponseMessage> asked)
    {
        Last = await asked;
        (Status, Page) = (Last.StatusCode, await Last.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("name=\"(__RequestVerificationToken)\" value=\"([^\"]+)\"")]
    private static partial Regex AntiforgeryField();
}
