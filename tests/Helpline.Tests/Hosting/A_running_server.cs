using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Helpline.Contracts.Accounts;
using Helpline.Tests.Support;

namespace Helpline.Tests.Hosting;

/// <summary>One host for all who only look at it.</summary>
public sealed class RunningServer : IDisposable
{
    internal HelplineHost Host { get; } = HelplineHost.Start(new() { ["PublicUrl"] = "https://helpline.example.org" });

    public void Dispose() => Host.Dispose();
}

public sealed class A_running_server(RunningServer running) : IClassFixture<RunningServer>
{
    private readonly HttpClient http = running.Host.Http();

    [Theory]
    [InlineData("_content/Radzen.Blazor/css/standard-base.css", "text/css")]
    [InlineData("_content/Radzen.Blazor/Radzen.Blazor.min.js", "text/javascript")]
    [InlineData("css/board.css", "text/css")]
    [InlineData("index.html", "text/html")]
    [InlineData("calls", "text/html")]
    [InlineData("calls/0198c1a2-0000-7000-8000-000000000000", "text/html")]
    [InlineData("prompts/kk/welcome.wav", "audio/wav")]
    public async Task Serves(string address, string type)
    {
        using var answer = await Get(address);
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Serves_every_script_and_style_that_its_page_names()
    {
        var page = await (await Get("")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var names = Regex.Matches(page, "(?:src|href)=\"([^\"#?:]+\\.(?:js|css|svg))\"").Select(m => m.Groups[1].Value).ToList();
        Assert.Contains(names, n => n.Contains("_framework/blazor.webassembly"));
        foreach (var name in names) Assert.Equal((name, HttpStatusCode.OK), (name, (await Get(name)).StatusCode));
    }

    [Fact]
    public async Task Lets_its_own_import_map_run_and_no_other_inline_script()
    {
        using var answer = await Get("");
        var page = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        var map = Regex.Match(page, "<script type=\"importmap\">(.*?)</script>", RegexOptions.Singleline).Groups[1].Value;
        Assert.Contains("_framework/", map);
        var policy = Header(answer, "Content-Security-Policy");
        var scripts = policy.Split("; ").Single(p => p.StartsWith("script-src ", StringComparison.Ordinal)).Split(' ');
        Assert.Equal(["script-src", "'self'", "'wasm-unsafe-eval'", $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(map)))}'"], scripts);
    }

    [Theory, InlineData("api/nope"), InlineData("voice/nope"), InlineData("hubs/nope"), InlineData("health/nope")]
    public async Task Knows_no_page_at(string address)
    {
        using var answer = await Get(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.NotEqual("text/html", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Tells_problems_as_problem_json()
    {
        using var unknown = await Get("api/nope");
        using var nobody = await Get("api/session");
        using var unreadable = await http.PostAsync("api/session", new StringContent("{", Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        foreach (var (answer, status) in new[] { (unknown, 404), (nobody, 401), (unreadable, 400) })
            Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Describes_its_API()
    {
        using var document = JsonDocument.Parse(await http.GetStringAsync("openapi/v1.json", TestContext.Current.CancellationToken));
        Assert.StartsWith("3.", document.RootElement.GetProperty("openapi").GetString());
        var paths = document.RootElement.GetProperty("paths").EnumerateObject().Select(p => p.Name.TrimEnd('/')).ToList();
        foreach (var path in new[] { "/api/session", "/api/board", "/api/me/presence", "/api/offers/{id}/accept", "/api/calls", "/api/calls/{id}/note", "/api/calls/{id}/finish", "/api/accounts" })
            Assert.Contains(path, paths);
        Assert.DoesNotContain(paths, p => p.StartsWith("/voice", StringComparison.Ordinal));
    }

    [Theory, InlineData("health/live"), InlineData("health/ready")]
    public async Task Is_well(string address) => Assert.Equal("Healthy", await http.GetStringAsync(address, TestContext.Current.CancellationToken));

    [Theory, InlineData(""), InlineData("api/session"), InlineData("api/nope"), InlineData("health/live")]
    public async Task Tells_browsers_to_be_careful(string address)
    {
        using var answer = await Get(address);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
        Assert.Contains("frame-ancestors 'none'", Header(answer, "Content-Security-Policy"));
        Assert.Contains("connect-src 'self'; media-src 'self';", Header(answer, "Content-Security-Policy"));
        Assert.Contains("microphone=(self), camera=()", Header(answer, "Permissions-Policy"));
        Assert.Contains("object-src 'none'", Header(answer, "Content-Security-Policy"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("own", true)]
    [InlineData("https://helpline.example.org", true)]
    [InlineData("https://helpline.example.org:444", false)]
    [InlineData("http://helpline.example.org", false)]
    [InlineData("https://helpline.example.org.evil.example", false)]
    [InlineData("https://evil.example", false)]
    [InlineData("null", false)]
    public async Task Takes_what_changes_something_and_the_hub_only_from_its_own_pages(string? origin, bool isTaken)
    {
        if (origin == "own") origin = running.Host.Address.GetLeftPart(UriPartial.Authority);
        foreach (var (method, address) in new[] { (HttpMethod.Post, "api/session"), (HttpMethod.Delete, "api/session"), (HttpMethod.Post, "hubs/board/negotiate"), (HttpMethod.Get, "hubs/board") })
        {
            using var request = new HttpRequestMessage(method, address) { Content = method == HttpMethod.Post ? JsonContent.Create(new SignIn("nobody", "nothing")) : null };
            if (origin is not null) request.Headers.Add("Origin", origin);
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.True((answer.StatusCode != HttpStatusCode.Forbidden) == isTaken, $"{method} {address} from {origin}: {(int)answer.StatusCode}");
        }
        using var reading = new HttpRequestMessage(HttpMethod.Get, "api/session");
        if (origin is not null) reading.Headers.Add("Origin", origin);
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.SendAsync(reading, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Lets_only_administrators_see_the_jobs_and_nobody_change_them()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await Get("hangfire")).StatusCode);
        await using var counselor = await running.Host.SignIn("counselor2");
        Assert.Equal(HttpStatusCode.Forbidden, (await counselor.Http.GetAsync("hangfire", TestContext.Current.CancellationToken)).StatusCode);
        await using var admin = await running.Host.SignIn("admin");
        var page = await admin.Http.GetStringAsync("hangfire/recurring", TestContext.Current.CancellationToken);
        Assert.Contains("close-lost-calls", page);
        Assert.DoesNotContain("recurring/trigger", page);
    }

    private Task<HttpResponseMessage> Get(string address) => http.GetAsync(address, TestContext.Current.CancellationToken);

    private static string Header(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));
}
