using Helpline.Exchange;
using Helpline.Load.Servers;
using Helpline.Load.Witness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpline.Load.Nodes;

/// <summary>
/// The address that the provider knows: it hands each request to the next node that takes connections, as a load balancer does.
/// The exchange lives here too, and so does the static fallback that a line in production has elsewhere.
/// </summary>
internal sealed class FrontDoor : IAsyncDisposable
{
    // What the README tells to append to each address.
    private const string Incoming = "#ct=1500&rt=5000&rc=1&rp=ct,rt,5xx";
    private const string Status = "#ct=2000&rt=4000&rc=2&rp=ct,rt,5xx";
    private readonly WebApplication app;
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(1) });
    private int turn;

    private FrontDoor(WebApplication app) => this.app = app;

    /// <summary>The nodes, live or not.</summary>
    public IReadOnlyList<Uri> Nodes { get; set; } = [];

    public Reached Reached { get; private set; } = null!;
    public Switchboard Exchange => app.Services.GetRequiredService<Switchboard>();
    public Uri Address { get; } = new($"http://127.0.0.1:{ServerProcess.FreePort()}");

    public static async Task<FrontDoor> Open()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var reached = new Reached();
        builder.Services.AddExchange(o => (o.Handler, o.JournalLength) = (reached, 1_000_000));
        var door = new FrontDoor(builder.Build()) { Reached = reached };
        door.app.Urls.Add(door.Address.ToString());
        door.app.MapExchange();
        door.app.MapPost("/elsewhere", () => Results.Text(
            $"<Response><Pause length=\"1\"/><Redirect method=\"POST\">{new Uri(door.Address, "voice/fallback")}</Redirect></Response>", "text/xml"));
        door.app.MapFallback(door.Forward);
        var exchange = door.Exchange.Options;
        exchange.PointTo(door.Address);
        exchange.IncomingUrl = new Uri(door.Address, "voice/incoming" + Incoming);
        exchange.AppVoiceUrl = new Uri(door.Address, "voice/counselor" + Incoming);
        (exchange.StatusUrl, exchange.AppStatusUrl) = (new Uri(door.Address, "voice/status" + Status), new Uri(door.Address, "voice/status" + Status));
        exchange.FallbackUrl = new Uri(door.Address, "elsewhere");
        await door.app.StartAsync();
        return door;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }

    private async Task Forward(HttpContext asked)
    {
        var form = new MemoryStream();
        await asked.Request.Body.CopyToAsync(form, asked.RequestAborted);
        // A request that a node was killed in is not repeated here: whether it was carried out, only the provider's next question tells.
        foreach (var node in InTurn())
        {
            try
            {
                using var request = Copy(asked.Request, new Uri(node, asked.Request.GetEncodedPathAndQuery()), form.ToArray());
                using var answer = await http.SendAsync(request, asked.RequestAborted);
                var body = await answer.Content.ReadAsByteArrayAsync(asked.RequestAborted);
                (asked.Response.StatusCode, asked.Response.ContentType) = ((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString());
                await asked.Response.Body.WriteAsync(body, asked.RequestAborted);
                return;
            }
            catch (HttpRequestException error) when (error.HttpRequestError == HttpRequestError.ConnectionError)
            {
                // The next one.
            }
            catch (Exception error) when (error is HttpRequestException or IOException)
            {
                break;
            }
        }
        asked.Response.StatusCode = StatusCodes.Status502BadGateway;
    }

    private static HttpRequestMessage Copy(HttpRequest asked, Uri to, byte[] form)
    {
        var request = new HttpRequestMessage(new HttpMethod(asked.Method), to) { Content = new ByteArrayContent(form) };
        foreach (var (name, value) in asked.Headers)
            if (name is not ("Host" or "Content-Length") && !request.Headers.TryAddWithoutValidation(name, value.ToArray()))
                request.Content.Headers.TryAddWithoutValidation(name, value.ToArray());
        return request;
    }

    private IEnumerable<Uri> InTurn()
    {
        var first = Interlocked.Increment(ref turn);
        for (var i = 0; i < Nodes.Count; i++) yield return Nodes[(first + i) % Nodes.Count];
    }
}
