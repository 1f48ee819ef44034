using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Helpline.Tests.Exchange;

/// <summary>A browser that carries the voice of a leg, as far as the exchange sees it.</summary>
internal sealed class Ear : IDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly Queue<JsonNode> signals = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public JsonNode Hello { get; private set; } = null!;

    /// <summary>The news that came last.</summary>
    public JsonNode News { get; private set; } = null!;

    public WebSocketCloseStatus? Closed => socket.CloseStatus;

    public IEnumerable<JsonNode> Peers => News["peers"]!.AsArray().Select(p => p!);

    public static async Task<Ear> Of(ExchangeHost host, string key)
    {
        var ear = new Ear();
        await ear.socket.ConnectAsync(host.Voice(key), Stop);
        ear.Hello = (await ear.Next())!;
        await ear.Learns(() => ear.News is not null);
        return ear;
    }

    /// <summary>Reads on until it is so; fails after 5 seconds.</summary>
    public async Task Learns(Func<bool> isSo)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(TimeSpan.FromSeconds(5));
        while (!isSo())
        {
            if (await Next(limit.Token) is not { } message) Assert.Fail($"The line was closed; the last news were {News}");
            else if (message["news"] is { } news) News = news;
            else signals.Enqueue(message);
        }
    }

    public Task Says(object to, object signal) => Sends(JsonSerializer.Serialize(new { to, body = signal }));

    public Task Sends(string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, Stop);

    public async Task<JsonNode> Signal()
    {
        await Learns(() => signals.Count > 0);
        return signals.Dequeue();
    }

    public bool HasSignals => signals.Count > 0;

    /// <summary>Reads until the exchange hangs up.</summary>
    public async Task IsClosed()
    {
        while (await Next() is not null)
        {
        }
    }

    public void Dispose() => socket.Dispose();

    private Task<JsonNode?> Next() => Next(Stop);

    private async Task<JsonNode?> Next(CancellationToken stop)
    {
        var buffer = new byte[16 * 1024];
        var part = await socket.ReceiveAsync(buffer, stop);
        return part.MessageType == WebSocketMessageType.Close ? null : JsonNode.Parse(Encoding.UTF8.GetString(buffer, 0, part.Count));
    }
}
