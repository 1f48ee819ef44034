using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Helpline.Load.Servers;

/// <summary>The REST side of the voice provider, as far as the server asks it: it takes commands about legs.</summary>
internal sealed class LineProvider : IAsyncDisposable
{
    private readonly WebApplication app;

    private LineProvider(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    /// <summary>Told of every command, by the leg's name: the address the leg is sent to, or null when it is ended.</summary>
    public Action<string, Uri?> Commanded { get; set; } = (_, _) => { };

    public static async Task<LineProvider> Start()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", $"http://127.0.0.1:{ServerProcess.FreePort()}"]);
        builder.Logging.ClearProviders();
        var provider = new LineProvider(builder.Build());
        provider.app.MapGet("/2010-04-01/Accounts/{account}/Calls/{leg}.json", (string leg) => Leg(leg, "in-progress"));
        provider.app.MapPost("/2010-04-01/Accounts/{account}/Calls/{leg}.json", provider.Take);
        await provider.app.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> Take(string leg, HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        Commanded(leg, form.TryGetValue("Url", out var url) ? new Uri(url.ToString()) : null);
        return Leg(leg, url.Count > 0 ? "in-progress" : "completed");
    }

    private static IResult Leg(string leg, string status) => Results.Json(new { sid = leg, status });
}
