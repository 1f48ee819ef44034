using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Channels;

namespace Helpline.Exchange;

/// <summary>One browser that carries the voice of a leg: a WebSocket with an orderly way out.</summary>
internal sealed class Peer(Leg leg, WebSocket socket)
{
    /// <summary>The leg's voice is in another window now; come back only when asked to.</summary>
    public const WebSocketCloseStatus Elsewhere = (WebSocketCloseStatus)4000;

    private const int LongestSignal = 32 * 1024;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
    private readonly Channel<object> outbox = Channel.CreateBounded<object>(new BoundedChannelOptions(500) { SingleReader = true });
    private readonly Lock gate = new();
    private VoiceNews? last;
    private WebSocketCloseStatus farewell = WebSocketCloseStatus.NormalClosure;

    /// <summary>Of this connection and not of the leg: a page that is loaded anew is a new peer to the others.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");

    public Leg Leg => leg;

    /// <summary>Puts it in line to be sent. A browser that does not read is let go.</summary>
    public void Tell(object what)
    {
        if (!outbox.Writer.TryWrite(what)) Close(WebSocketCloseStatus.PolicyViolation);
    }

    /// <summary>Tells what is heard now, unless that was the last that was told.</summary>
    public void TellIfNew(Func<VoiceNews> look, TimeProvider clock)
    {
        lock (gate)
        {
            var now = look();
            if (last is not null && now.Clip == last.Clip && now.Peers.SequenceEqual(last.Peers)) return;
            Tell(new TimedNews(clock.GetUtcNow(), last = now));
        }
    }

    public void Close(WebSocketCloseStatus why)
    {
        if (outbox.Writer.TryComplete()) farewell = why;
    }

    /// <summary>Sends until it is closed, then says goodbye.</summary>
    public async Task Sends(CancellationToken gone)
    {
        await foreach (var what in outbox.Reader.ReadAllAsync(gone))
            await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(what, what.GetType(), Json).AsMemory(), WebSocketMessageType.Text, true, gone);
        await socket.CloseOutputAsync(farewell, null, gone);
    }

    /// <summary>The next signal; null when the browser is gone or does not keep to the form.</summary>
    public async Task<Signal?> Receives(CancellationToken gone)
    {
        var buffer = new byte[LongestSignal];
        var length = 0;
        while (length < buffer.Length)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), gone);
            if (part.MessageType != WebSocketMessageType.Text) return null;
            length += part.Count;
            if (part.EndOfMessage) return Read(buffer.AsSpan(0, length));
        }
        return null;
    }

    private static Signal? Read(ReadOnlySpan<byte> text)
    {
        try
        {
            return JsonSerializer.Deserialize<Signal>(text, Json) is { To: not null } signal ? signal : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
