using Helpline.Exchange;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpline.Tests.Exchange;

/// <summary>A line's exchange behind real sockets.</summary>
internal sealed class ExchangeHost(WebApplication app, Line line) : IAsyncDisposable
{
    public static async Task<ExchangeHost> Start(Line line)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(line.Options).AddSingleton(line.Exchange).AddSingleton<VoiceSwitch>();
        var app = builder.Build();
        app.MapExchange();
        await app.StartAsync();
        return new ExchangeHost(app, line);
    }

    public HttpClient Client(string path = "") => new() { BaseAddress = new Uri($"{app.Urls.Single()}/exchange/{path}") };

    /// <summary>Where the voice of a leg connects.</summary>
    public Uri Voice(string key) => new($"{app.Urls.Single().Replace("http", "ws", StringComparison.Ordinal)}/exchange/voice/legs/{key}");

    public Task Stop() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        line.Dispose();
    }
}
