using Helpline.Exchange;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpline.Tests.Hosting;

/// <summary>
/// An exchange in this process and the server in another, which takes it for Twilio; in real time. As a line in production
/// should, it has a static fallback elsewhere: a pause, and the way back.
/// </summary>
internal sealed class RealLine : IAsyncDisposable
{
    public const string Password = "correct horse battery";
    private readonly WebApplication app;
    private readonly TempFolder folder;

    private RealLine(WebApplication app, TempFolder folder, Uri server) => (this.app, this.folder, Address) = (app, folder, server);

    public Uri Address { get; }
    public string Folder => folder;
    public Switchboard Exchange => app.Services.GetRequiredService<Switchboard>();
    public ServerProcess Server { get; private set; } = null!;

    public static async Task<RealLine> Start(TempFolder folder)
    {
        var server = new Uri($"http://127.0.0.1:{ServerProcess.FreePort()}");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddExchange(exchange => exchange.PointTo(server));
        var app = builder.Build();
        app.MapExchange();
        app.MapPost("/elsewhere", () => Results.Text(
            $"<Response><Pause length=\"1\"/><Redirect method=\"POST\">{new Uri(server, "voice/fallback")}</Redirect></Response>", "text/xml"));
        await app.StartAsync();
        var line = new RealLine(app, folder, server);
        line.Exchange.Options.FallbackUrl = new Uri(new Uri(app.Urls.Single()), "elsewhere");
        line.StartServer();
        return line;
    }

    /// <summary>On the same data, at the same address.</summary>
    public void StartServer()
    {
        var exchange = Exchange.Options;
        Server = ServerProcess.Start(
        [
            ("ASPNETCORE_ENVIRONMENT", "Development"), ("DataFolder", folder), ("Urls", Address.ToString()), ("PublicUrl", Address.ToString()), ("Demo:Password", Password),
            ("Telephony:Provider", "Twilio"), ("Twilio:ApiBaseUrl", $"{app.Urls.Single()}/exchange/rest"), ("Twilio:AccountSid", exchange.AccountSid), ("Twilio:AuthToken", exchange.AuthToken),
            ("Twilio:ApiKeySid", exchange.ApiKeySid), ("Twilio:ApiKeySecret", exchange.ApiKeySecret), ("Twilio:TwimlAppSid", exchange.TwimlAppSid), ("Twilio:CallerId", exchange.LineNumber),
        ]);
    }

    public async Task<RealBoard> SignIn(string userName)
    {
        var http = await Server.Serves(Address);
        (await ServerProcess.SignIn(http, userName, Password)).EnsureSuccessStatusCode();
        return new RealBoard(this, userName, http);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await app.DisposeAsync();
    }
}
