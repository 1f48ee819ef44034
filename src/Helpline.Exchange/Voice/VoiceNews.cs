using System.Text.Json;

namespace Helpline.Exchange;

/// <summary>What a browser is told when it connects its voice.</summary>
internal sealed record VoiceHello(IEnumerable<IceServer> IceServers);

/// <summary>What a leg hears now: the clip its line plays, and the people it is with.</summary>
internal sealed record VoiceNews(ClipNews? Clip, IReadOnlyList<PeerNews> Peers);

internal sealed record ClipNews(string Address, DateTimeOffset Since, double Seconds);

/// <param name="Id">Names the other's browser while it is connected.</param>
/// <param name="Offers">Whether this side makes the offer; the other side answers.</param>
/// <param name="Hears">This leg hears the other one.</param>
/// <param name="Heard">The other one hears this leg.</param>
internal sealed record PeerNews(string Id, bool Offers, bool Hears, bool Heard);

/// <summary>The news with the exchange's time, by which a clip is joined in the middle.</summary>
internal sealed record TimedNews(DateTimeOffset Now, VoiceNews News);

/// <summary>An offer, an answer or an ICE candidate on its way; the exchange does not look inside.</summary>
internal sealed record Signal(string To, JsonElement Body);

internal sealed record RelayedSignal(string From, JsonElement Signal);
