namespace Helpline.Exchange;

internal enum Wake
{
    TimeUp,
    Key,

    /// <summary>The person began to speak, or speaks longer.</summary>
    Voice,
}

/// <summary>One telephone line into the exchange: a caller's, a browser's, or one the exchange rang.</summary>
#pragma warning disable CA1001 // A source without a timer holds nothing to dispose of.
internal sealed partial class Leg(string from, string to, string direction, TimeProvider clock, Journal journal, Activity activity)
#pragma warning restore CA1001
{
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

    /// <summary>The leg whose Dial rings this one.</summary>
    public string? ParentSid { get; init; }

    /// <summary>The identity of a browser leg, else null.</summary>
    public string? Identity { get; init; }

    public string? ApplicationSid { get; init; }

    /// <summary>The custom parameters of a browser leg: what it brings when it connects, what it is told when it is rung.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; } = [];

    public Uri? StatusUrl { get; init; }

    public HttpMethod StatusMethod { get; init; } = HttpMethod.Post;

    public IReadOnlyList<string> StatusEvents { get; init; } = ["completed"];

    public int StatusSequence { get; set; }

    public Uri? FallbackUrl { get; init; }

    public HttpMethod FallbackMethod { get; init; } = HttpMethod.Post;

    /// <summary>How long the call may last once it is answered; null for as long as it likes.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>How long it waits for its turn before it rings.</summary>
    public TimeSpan QueueTime { get; set; }

    /// <summary>The place in a conference that the leg was rung for.</summary>
    public Participant? Seat { get; set; }

    /// <summary>What the leg does once somebody picks up; null when it was not the exchange that rang.</summary>
    public Instruction? WhenAnswered { get; init; }

    public bool IsRungByUs => WhenAnswered is not null;

    /// <summary>It rings, and somebody may pick up.</summary>
    public bool IsRung => IsRungByUs && Status == "ringing";

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

    /// <summary>Canceled before it rang: nobody is told.</summary>
    public bool EndedInQueue { get; private set; }

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
}
