namespace Helpline.Exchange;

/// <summary>From the first instruction to the end: a leg is answered once, ends once, and an order from outside goes first.</summary>
internal sealed partial class Leg
{
    private ITimer? limit;

    /// <summary>When the time limit is up.</summary>
    public DateTimeOffset? MustEnd { get; private set; }

    /// <summary>Begins the next stretch of the leg's life; an order given meanwhile goes first. False when the leg is over.</summary>
    public bool Begins(ref Instruction? next, out CancellationToken stopped)
    {
        lock (gate)
        {
            next = ordered ?? next;
            ordered = null;
            stopped = stop.Token;
            return !IsOver && next is not null;
        }
    }

    public void Rings()
    {
        lock (gate)
            if (Status == "queued") Status = "ringing";
        journal.Write(JournalKind.Call, Sid, $"rings {To}");
    }

    public void Answers()
    {
        lock (gate)
        {
            if (IsOver || AnsweredAt is not null) return;
            AnsweredAt = clock.GetUtcNow();
            Status = "in-progress";
        }
        journal.Write(JournalKind.Call, Sid, "answered");
    }

    /// <summary>From now on the time limit counts, if there is one.</summary>
    public void LastsAtMost()
    {
        lock (gate)
        {
            if (IsOver || TimeLimit is not { } time) return;
            MustEnd = clock.GetUtcNow() + time;
            limit = clock.CreateTimer(_ => Ends("completed", "the time limit is up"), null, time, Timeout.InfiniteTimeSpan);
        }
    }

    public void Mutes(bool on)
    {
        Muted = on;
        journal.Write(JournalKind.Call, Sid, on ? "muted" : "unmuted");
    }

    /// <summary>Drops what the leg is doing and does this instead. False when the leg is over.</summary>
    public bool Redirects(Instruction what, string why = "redirected")
    {
        CancellationTokenSource running;
        lock (gate)
        {
            if (IsOver) return false;
            ordered = what;
            // Replaced before it is canceled: the next stretch must never begin on the old one.
            (running, stop) = (stop, new CancellationTokenSource());
        }
        journal.Write(JournalKind.Call, Sid, why);
        running.Cancel();
        return true;
    }

    /// <summary>Ends the leg from outside, in whatever it is doing. False when it is over already.</summary>
    public bool Ends(string status, string why)
    {
        if (!Over(status, why, unlessOrdered: false)) return false;
        stop.Cancel();
        return true;
    }

    /// <summary>Ends the leg because it has nothing more to do. False when an order came in at the last moment.</summary>
    public bool RunsOut(string status, string why) => Over(status, why, unlessOrdered: true);

    private bool Over(string status, string why, bool unlessOrdered)
    {
        lock (gate)
        {
            if (IsOver || (unlessOrdered && ordered is not null)) return false;
            EndsSilence();
            EndedAt = clock.GetUtcNow();
            EndedInQueue = Status == "queued";
            limit?.Dispose();
            Status = status;
        }
        journal.Write(JournalKind.Call, Sid, $"{status}: {why}");
        return true;
    }

    /// <summary>Nothing of the leg runs any more, and its end has been told.</summary>
    public void IsFinished() => finished.TrySetResult();
}
