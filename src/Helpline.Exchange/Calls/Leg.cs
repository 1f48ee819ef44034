namespace Helpline.Exchange;

using Form = List<KeyValuePair<string, string>>;

internal enum Wake
{
    TimeUp,
    Key,
}

/// <summary>One telephone line into the exchange: a caller's, a browser's, or one the exchange rang.</summary>
#pragma warning disable CA1001 // A source without a timer holds nothing to dispose of.
internal sealed partial class Leg(string from, string to, string direction, TimeProvider clock, Journal journal, Activity activity)
#pragma warning restore CA1001
{
    private static readonly string[] Places = ["City", "State", "Zip"];
    private readonly Lock gate = new();
    private CancellationTokenSource stop = new();
    private readonly TaskCompletionSource finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Instruction? ordered;

    public string Sid { get; } = Exchange.Sid.New("CA");

    public string From => from;

    public string To => to;

    public string Direction => direction;

    /// <summary>The telephone itself, also when it withholds its number.</summary>
    public string Phone { get; init; } = direction == "inbound" ? from : to;

    /// <summary>The identity of a browser leg, else null.</summary>
    public string? Identity { get; init; }

    public string? ApplicationSid { get; init; }

    /// <summary>The custom parameters of a browser leg.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; } = [];

    public Uri? StatusUrl { get; init; }

    public HttpMethod StatusMethod { get; init; } = HttpMethod.Post;

    public IReadOnlyList<string> StatusEvents { get; init; } = ["completed"];

    public int StatusSequence { get; set; }

    public Uri? FallbackUrl { get; init; }

    /// <summary>What the leg does once somebody picks up; null when it was not the exchange that rang.</summary>
    public Instruction? WhenAnswered { get; init; }

    public bool IsRungByUs => WhenAnswered is not null;

    public string Status { get; private set; } = direction == "inbound" ? "ringing" : "queued";

    public DateTimeOffset CreatedAt { get; } = clock.GetUtcNow();

    public DateTimeOffset? AnsweredAt
    {
        get
        {
            lock (gate) return field;
        }
        private set;
    }

    public DateTimeOffset? EndedAt
    {
        get
        {
            lock (gate) return field;
        }
        private set;
    }

    public bool IsOver => EndedAt is not null;

    /// <summary>Completes when the leg is over and every webhook about its end has been answered.</summary>
    public Task Finished => finished.Task;

    /// <summary>Names the leg in its browser's requests; unlike the Sid, no one else learns it.</summary>
    public string Key { get; } = System.Security.Cryptography.RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>The newest of the connections by which a browser follows its leg.</summary>
    public object? Listener { get; set; }

    public bool Muted { get; private set; }

    public QueuePlace? Queued { get; set; }

    public Participant? InRoom { get; set; }

    /// <summary>Whole seconds from answer to end, as billed.</summary>
    public int Seconds => AnsweredAt is { } answered ? (int)Math.Ceiling(((EndedAt ?? clock.GetUtcNow()) - answered).TotalSeconds) : 0;

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
            Status = status;
        }
        journal.Write(JournalKind.Call, Sid, $"{status}: {why}");
        return true;
    }

    /// <summary>Nothing of the leg runs any more, and its end has been told.</summary>
    public void IsFinished() => finished.TrySetResult();

    /// <summary>The parameters every request about this leg carries.</summary>
    public Form Fields(string account)
    {
        var form = new Form
        {
            new("CallSid", Sid), new("AccountSid", account), new("From", From), new("To", To), new("Caller", From), new("Called", To),
            new("CallStatus", Status), new("ApiVersion", "2010-04-01"), new("Direction", Direction),
        };
        if (ApplicationSid is not null) form.Add(new("ApplicationSid", ApplicationSid));
        if (Identity is null)
            foreach (var (side, number) in new[] { ("From", From), ("Caller", From), ("To", To), ("Called", To) })
            {
                form.AddRange(Places.Select(place => KeyValuePair.Create(side + place, "")));
                form.Add(new(side + "Country", number.StartsWith("+7", StringComparison.Ordinal) ? "KZ" : ""));
            }
        if (Direction == "inbound" && Identity is null)
            form.Add(new("CallToken", Uri.EscapeDataString($$"""{"parentCallInfoToken":"made.up.{{From}}"}""")));
        form.AddRange(Parameters);
        return form;
    }
}
