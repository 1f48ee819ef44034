using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Helpline.Tests.Support;

namespace Helpline.Tests.Hosting;

/// <summary>Published once, and started from where it was published to, as in production.</summary>
public sealed class PublishedServer : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private ServerProcess? server;

    internal string Folder => Path.Combine(folder, "app");
    internal HttpClient Http { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        // Built apart, so that nothing changes under the tests that run meanwhile. Trimming, compressing and analyzing would cost
        // minutes and change none of what is asked here.
        using var publish = Process.Start(new ProcessStartInfo("dotnet",
        [
            "publish", Path.Combine(Repository.Root, "src", "Helpline.Server"), "-o", Folder, "--artifacts-path", Path.Combine(folder, "build"), "-c", "Debug",
            "-v", "q", "--nologo", "-nr:false", "-p:PublishTrimmed=false", "-p:CompressionEnabled=false", "-p:RunAnalyzers=false",
        ])
        { RedirectStandardOutput = true })!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, said);

        var address = new Uri($"http://127.0.0.1:{ServerProcess.FreePort()}");
        server = ServerProcess.StartPublished(Folder, [.. await A_server_in_production.Keys(), ("Urls", address.ToString())]);
        Http = await server.Serves(address);
    }

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        if (server is not null) await server.DisposeAsync();
        folder.Dispose();
    }
}

public sealed class A_published_server(PublishedServer published) : IClassFixture<PublishedServer>
{
    [Fact]
    public void Carries_what_the_organization_decides()
    {
        var there = Path.Combine(Repository.Root, "config");
        var files = Directory.EnumerateFiles(there, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(there, f)).Order().ToList();
        Assert.Equal(files, Directory.EnumerateFiles(Path.Combine(published.Folder, "config"), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Path.Combine(published.Folder, "config"), f)).Order());
    }

    [Fact]
    public void Keeps_its_data_beside_itself() => Assert.True(File.Exists(Path.Combine(published.Folder, "data", "helpline.db")));

    [Theory]
    [InlineData("_content/Radzen.Blazor/css/standard-base.css")]
    [InlineData("_content/Radzen.Blazor/Radzen.Blazor.min.js")]
    [InlineData("index.html")]
    [InlineData("calls")]
    [InlineData("prompts/ru/goodbye.wav")]
    [InlineData("health/ready")]
    [InlineData("openapi/v1.json")]
    public async Task Serves(string address)
    {
        using var answer = await published.Http.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Serves_every_script_and_style_that_its_page_names()
    {
        var page = await published.Http.GetStringAsync("", TestContext.Current.CancellationToken);
        var names = Regex.Matches(page, "(?:src|href)=\"([^\"#?:]+\\.(?:js|css|svg))\"").Select(m => m.Groups[1].Value)
            .Concat(Regex.Matches(page, "\"\\./(_framework/[^\"]+)\"").Select(m => m.Groups[1].Value)).Distinct().ToList();
        Assert.Contains(names, n => n.Contains("_framework/dotnet"));
        foreach (var name in names)
            Assert.Equal((name, HttpStatusCode.OK), (name, (await published.Http.GetAsync(name, TestContext.Current.CancellationToken)).StatusCode));
    }
}
