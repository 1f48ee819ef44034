namespace Helpline.Exchange;

/// <summary>What the person on the leg says into a recording: no words, only how long.</summary>
internal sealed partial class Leg
{
    private DateTimeOffset? spokenUntil;
    private bool recording;

    /// <summary>The person never pauses: at a test phone nobody listens to the microphone.</summary>
    public bool SpeaksAlways { get; init; }

    public bool IsRecording
    {
        get
        {
            lock (gate) return recording;
        }
    }

    /// <summary>Until when the person speaks or has spoken since the recording began; null for not at all.</summary>
    public DateTimeOffset? SpokenUntil
    {
        get
        {
            lock (gate) return SpeaksAlways ? DateTimeOffset.MaxValue : spokenUntil;
        }
    }

    public void Records(bool on)
    {
        lock (gate) (recording, spokenUntil) = (on, on ? null : spokenUntil);
        Listens(on);
        if (on) journal.Write(JournalKind.Call, Sid, "is recorded");
    }

    /// <summary>Speaks from now on, or longer than before. False when nobody records it.</summary>
    public bool Speaks(TimeSpan time)
    {
        lock (gate)
        {
            if (!recording) return false;
            spokenUntil = (spokenUntil is { } until && until > clock.GetUtcNow() ? until : clock.GetUtcNow()) + time;
            Wakes(Wake.Voice);
        }
        journal.Write(JournalKind.Call, Sid, $"speaks for {time.TotalSeconds:0.#} s");
        return true;
    }
}
