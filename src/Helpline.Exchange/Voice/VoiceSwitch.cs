using System.Collections.Concurrent;
using System.Net.WebSockets;

namespace Helpline.Exchange;

/// <summary>
/// Tells each browser whom it hears and who hears it, as the conferences have it, and carries the signals by which two browsers link up.
/// The voices themselves never pass through here.
/// </summary>
internal sealed class VoiceSwitch(Switchboard exchange)
{
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<string, Peer> peers = new();

    /// <summary>Serves a browser until it or its leg is gone. The newest browser of a leg is the one that carries its voice.</summary>
    public async Task Serve(Leg leg, WebSocket socket, CancellationToken aborted)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        var me = new Peer(leg, socket);
        peers.AddOrUpdate(leg.Sid, me, (_, before) =>
        {
            before.Close(Peer.Elsewhere);
            return me;
        });
        me.Tell(new VoiceHello(exchange.Options.Voice.IceServers));
        exchange.Journal.Write(JournalKind.Call, leg.Sid, "voice connected");
        try
        {
            // Whichever ends first ends the others, but a goodbye is read before the line is cut.
            var (sends, relays) = (me.Sends(gone.Token), Relays(me, gone.Token));
            await await Task.WhenAny(sends, relays, Follows(me, gone.Token));
            if (sends.IsCompletedSuccessfully) await relays.WaitAsync(Goodbye, aborted);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or TimeoutException)
        {
            // A browser that is closed in mid-word is no error.
        }
        finally
        {
            await gone.CancelAsync();
            if (peers.TryRemove(new(leg.Sid, me))) exchange.Journal.Write(JournalKind.Call, leg.Sid, "voice gone");
        }
    }

    /// <summary>Everything that changes who hears what is in the journal, and is so before it is written there.</summary>
    private async Task Follows(Peer me, CancellationToken gone)
    {
        while (true)
        {
            var change = exchange.Journal.NextChange;
            Update(me);
            if (me.Leg.IsOver) me.Close(WebSocketCloseStatus.NormalClosure);
            await change.WaitAsync(gone);
        }
    }

    /// <summary>Signals reach only those whom the leg is with, and not before they know of it.</summary>
    private async Task Relays(Peer me, CancellationToken gone)
    {
        while (await me.Receives(gone) is { } signal)
        {
            if (Others(me).FirstOrDefault(o => o.Peer.Id == signal.To).Peer is not { } other) continue;
            Update(other);
            other.Tell(new RelayedSignal(me.Id, signal.Body));
        }
    }

    private void Update(Peer peer) => peer.TellIfNew(() => Of(peer), exchange.Clock);

    private VoiceNews Of(Peer me) => new(
        me.Leg is { IsOver: false, Hearing: { } heard } ? new ClipNews($"clips/{heard.Clip.Id}", heard.Since, heard.Clip.Length.TotalSeconds) : null,
        [.. Others(me).Select(o => new PeerNews(o.Peer.Id, string.CompareOrdinal(me.Id, o.Peer.Id) < 0, o.Me.Hears(o.Them), o.Them.Hears(o.Me)))]);

    private IEnumerable<(Participant Me, Participant Them, Peer Peer)> Others(Peer me) =>
        me.Leg.InRoom is { } here
            ? from other in here.Conference.Participants
              let peer = peers.GetValueOrDefault(other.Leg.Sid)
              where peer is not null && here.IsWith(other)
              select (here, other, peer)
            : [];
}
