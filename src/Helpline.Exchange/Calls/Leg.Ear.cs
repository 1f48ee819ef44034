using System.Collections.Concurrent;

namespace Helpline.Exchange;

/// <summary>What the person on the leg hears, presses and waits for.</summary>
internal sealed partial class Leg
{
    private readonly ConcurrentQueue<char> keys = new();
    private readonly List<HeardClip> heard = [];
    private TaskCompletionSource<Wake>? parked;
    private bool parkedForKeys;
    private bool listening;
    private long? silentSince;

    /// <summary>The verb under way.</summary>
    public string Doing { get; private set; } = "";

    public HeardClip? Hearing { get; private set; }

    /// <summary>When the leg's present wait ends by itself.</summary>
    public DateTimeOffset? Due
    {
        get
        {
            lock (gate) return field;
        }
        private set;
    }

    /// <summary>The longest time without an instruction.</summary>
    public TimeSpan LongestGap { get; private set; }

    public bool IsListening
    {
        get
        {
            lock (gate) return listening || Star is not null;
        }
    }

    /// <summary>What the star key does while two are connected; null for nothing.</summary>
    public Action? Star
    {
        private get
        {
            lock (gate) return field;
        }
        set
        {
            lock (gate) field = value;
        }
    }

    /// <summary>The keys somebody listened to, in order.</summary>
    public string Pressed { get; private set; } = "";

    public IReadOnlyList<HeardClip> Heard
    {
        get
        {
            lock (gate) return [.. heard];
        }
    }

    public void Does(string verb)
    {
        Doing = verb;
        journal.Write(JournalKind.Verb, Sid, verb);
    }

    public void Hears(Clip clip)
    {
        lock (gate) heard.Add(Hearing = new HeardClip(clip, clock.GetUtcNow()));
        journal.Write(new JournalEntry(0, default, JournalKind.Heard, Sid, clip.Key) { Url = clip.Url });
    }

    public void HearsNothing() => Hearing = null;

    /// <summary>Whether a key is for anybody: only a Gather listens, and to the star alone a Dial that says so.</summary>
    public void Listens(bool on)
    {
        lock (gate)
        {
            listening = on;
            keys.Clear();
        }
    }

    public bool HasKeys => !keys.IsEmpty;

    public bool NextKey(out char key) => keys.TryDequeue(out key);

    public void Presses(char key)
    {
        Action? leaves;
        lock (gate)
        {
            leaves = key == '*' ? Star : null;
            if (listening)
            {
                keys.Enqueue(key);
                Pressed += key;
            }
            journal.Write(JournalKind.Digits, Sid, listening || leaves is not null ? $"{key}" : $"{key} (nobody asked)");
            if (listening) Wakes(Wake.Key);
        }
        // Outside the lock: whoever is woken may come straight back in.
        leaves?.Invoke();
    }

    /// <summary>The leg has nothing to do from now on, until its next wait.</summary>
    public void FallsSilent()
    {
        lock (gate) silentSince ??= clock.GetTimestamp();
    }

    private void EndsSilence()
    {
        TimeSpan gap;
        lock (gate)
        {
            if (silentSince is not { } since) return;
            silentSince = null;
            gap = clock.GetElapsedTime(since);
            if (gap > LongestGap) LongestGap = gap;
        }
        if (gap >= TimeSpan.FromMilliseconds(100))
            journal.Write(new JournalEntry(0, default, JournalKind.Gap, Sid, $"{gap.TotalSeconds:0.0} s without instruction") { Took = gap });
    }

    /// <summary>Waits for the time to pass, for a key, or for <paramref name="stopped"/>, which throws. Nothing is under way meanwhile.</summary>
    /// <param name="silent">The leg still has no instruction meanwhile.</param>
    public async Task<Wake> Waits(TimeSpan? time, bool forKeys, CancellationToken stopped, bool silent = false)
    {
        stopped.ThrowIfCancellationRequested();
        if (!silent) EndsSilence();
        var waiting = new TaskCompletionSource<Wake>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (forKeys && !keys.IsEmpty) return Wake.Key;
            (parked, parkedForKeys) = (waiting, forKeys);
            Due = clock.GetUtcNow() + time;
        }
        // The alarm is set before the exchange may look quiet: else whoever moves the clock moves it past an alarm not yet there.
        using var timer = time is { } due ? clock.CreateTimer(_ => Wakes(Wake.TimeUp, waiting), null, due, Timeout.InfiniteTimeSpan) : null;
        activity.End();
        using var end = stopped.Register(() => Wakes(null, waiting));
        return await waiting.Task;
    }

    private void Wakes(Wake? why, TaskCompletionSource<Wake>? only = null)
    {
        lock (gate)
        {
            if (parked is not { } waiting || (only is not null && only != waiting) || (why is Wake.Key or Wake.Voice && !parkedForKeys)) return;
            parked = null;
            Due = null;
            // Counted before the leg runs on, so that nobody sees a quiet exchange in between.
            activity.Begin();
            if (why is { } wake) waiting.SetResult(wake);
            else waiting.SetCanceled(CancellationToken.None);
        }
    }
}

/// <summary>A clip that was heard, and since when.</summary>
internal sealed record HeardClip(Clip Clip, DateTimeOffset Since);
