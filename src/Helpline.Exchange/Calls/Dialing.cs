namespace Helpline.Exchange;

/// <summary>The telephones and browsers that ring for one Dial, until the first of them picks up.</summary>
/// <param name="bridge">Where the two meet.</param>
#pragma warning disable CA1001 // A source without a timer holds nothing to dispose of.
internal sealed class Dialing(Conference bridge)
#pragma warning restore CA1001
{
    private readonly Lock gate = new();
    private readonly List<Leg> legs = [];
    private CancellationTokenSource change = new();
    private bool closed;

    public Conference Bridge => bridge;

    /// <summary>The first to pick up; null as long as nobody has.</summary>
    public Leg? Chosen { get; private set; }

    /// <summary>The chosen one is on the bridge, or was.</summary>
    public bool IsConnected { get; private set; }

    /// <summary>Nobody rings any more, and nobody is being asked.</summary>
    public bool IsOver
    {
        get
        {
            lock (gate) return legs.TrueForAll(l => l.IsOver);
        }
    }

    /// <summary>DialCallStatus.</summary>
    public string Result
    {
        get
        {
            if (IsConnected) return "completed";
            lock (gate)
                return legs.Select(l => l.Status).Distinct().ToList() is [var same] && same is "busy" or "failed" or "canceled" ? same : "no-answer";
        }
    }

    /// <summary>Canceled when somebody picked up, was connected or is gone. Take it before looking.</summary>
    public CancellationToken Changed => Volatile.Read(ref change).Token;

    public void Add(Leg leg)
    {
        lock (gate) legs.Add(leg);
    }

    /// <summary>This one has picked up; the others stop ringing. False for one who came second.</summary>
    public bool Chooses(Leg leg)
    {
        List<Leg> others;
        lock (gate)
        {
            if (closed || Chosen is not null) return false;
            Chosen = leg;
            others = legs.FindAll(l => l != leg);
        }
        others.ForEach(l => l.Ends("canceled", "another picked up"));
        return true;
    }

    /// <summary>The chosen one goes to the bridge. False when the other side is gone.</summary>
    public bool Connects()
    {
        lock (gate)
        {
            if (closed) return false;
            IsConnected = true;
        }
        Changes();
        return true;
    }

    /// <summary>Whoever dialed is gone, or the talk is over.</summary>
    public void Close()
    {
        List<Leg> all;
        lock (gate)
        {
            closed = true;
            all = [.. legs];
        }
        all.ForEach(l => l.Ends(l.AnsweredAt is null ? "canceled" : "completed", "the other side hung up"));
    }

    public void Changes() => Interlocked.Exchange(ref change, new CancellationTokenSource()).Cancel();
}
