using System.Collections.Concurrent;
using System.Globalization;

namespace Helpline.Exchange;

/// <summary>What a caller has left, from the beep to its end, or what was said in a call while the server had it recorded.</summary>
/// <param name="Length">Zero when nothing was said.</param>
internal sealed record Recording(string Sid, string CallSid, DateTimeOffset StartedAt, TimeSpan Length)
{
    /// <summary>What began it, as the provider words it.</summary>
    public string Source { get; init; } = "RecordVerb";

    /// <summary>Whom it holds.</summary>
    public string Track { get; init; } = "inbound";

    /// <summary>As the provider words it.</summary>
    public string Status => IsRunning ? "in-progress" : Length > TimeSpan.Zero ? "completed" : "absent";

    public bool IsRunning { get; init; }

    /// <summary>Whole seconds, as billed.</summary>
    public int Seconds => (int)Math.Ceiling(Length.TotalSeconds);

    /// <summary>A low tone as long as the person spoke: WAV, 8 kHz, 16 bits.</summary>
    public byte[] Sound => Wav.Tone(Length);

    /// <summary>What the server is told about it.</summary>
    /// <param name="address">Where it can be fetched.</param>
    public IEnumerable<KeyValuePair<string, string>> Fields(string account, string address, string status) =>
    [
        new("AccountSid", account), new("CallSid", CallSid), new("RecordingSid", Sid), new("RecordingUrl", address), new("RecordingStatus", status),
        new("RecordingDuration", Seconds.ToString(CultureInfo.InvariantCulture)), new("RecordingChannels", "1"),
        new("RecordingStartTime", Rfc2822.Of(StartedAt)), new("RecordingSource", Source), new("RecordingTrack", Track),
    ];
}

/// <summary>The account's recordings, until they are deleted.</summary>
internal sealed class RecordingList(ExchangeOptions options)
{
    private readonly ConcurrentDictionary<string, Recording> recordings = new();

    /// <summary>One is kept from now on.</summary>
    public event Action<Recording>? Kept;

    public IEnumerable<Recording> All => recordings.Values.OrderByDescending(r => r.StartedAt);

    public Recording? Find(string sid) => recordings.GetValueOrDefault(sid);

    public void Keep(Recording recording)
    {
        recordings[recording.Sid] = recording;
        Kept?.Invoke(recording);
    }

    public bool Delete(string sid) => recordings.TryRemove(sid, out _);

    /// <summary>Without an ending, as the provider writes it: what is fetched there is the sound.</summary>
    public string Address(Recording recording) =>
        $"{options.RestUrl?.AbsoluteUri.TrimEnd('/')}/{RestShapes.Version}/Accounts/{options.AccountSid}/Recordings/{recording.Sid}";
}
