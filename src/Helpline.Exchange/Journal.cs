namespace Helpline.Exchange;

public enum JournalKind
{
    /// <summary>A leg begins, is answered, moves or ends.</summary>
    Call,

    /// <summary>A webhook goes out.</summary>
    Request,

    /// <summary>A webhook's answer comes back.</summary>
    Answer,

    /// <summary>A leg begins a verb.</summary>
    Verb,

    /// <summary>A clip begins to play.</summary>
    Heard,

    /// <summary>A key was pressed.</summary>
    Digits,
    Queue,
    Conference,

    /// <summary>A text message is taken, sent on, or arrives.</summary>
    Text,

    /// <summary>A command came in by REST.</summary>
    Rest,

    /// <summary>A live leg had nothing to do while a document was fetched; <see cref="JournalEntry.Took"/> says how long.</summary>
    Gap,

    /// <summary>Something the provider would report as an error or a warning.</summary>
    Error,
}

/// <summary>One thing that happened.</summary>
/// <param name="Number">Counts up from 1.</param>
/// <param name="CallSid">The leg it happened to, if any.</param>
public sealed record JournalEntry(long Number, DateTimeOffset At, JournalKind Kind, string? CallSid, string Text)
{
    public Uri? Url { get; init; }

    /// <summary>The form of a webhook or a REST command, in the order sent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Form { get; init; } = [];

    /// <summary>The HTTP status of an answer.</summary>
    public int? Status { get; init; }

    public string? Body { get; init; }

    public TimeSpan? Took { get; init; }

    /// <summary>The provider's number of an error, for instance 11200.</summary>
    public int? Code { get; init; }

    /// <summary>A field of <see cref="Form"/>, or null.</summary>
    public string? this[string field] => Form.FirstOrDefault(p => p.Key == field).Value;
}

/// <summary>Everything that happened at the exchange, in order. Entries are only ever added.</summary>
public sealed class Journal
{
    private readonly Lock gate = new();
    private readonly List<JournalEntry> entries = [];
    private readonly Dictionary<string, TaskCompletionSource> ofCalls = [];
    private readonly TimeProvider clock;
    private readonly int length;
    private TaskCompletionSource change = Signal();
    private long last;

    internal Journal(TimeProvider clock, int length)
    {
        this.clock = clock;
        this.length = length;
    }

    /// <summary>What is kept so far.</summary>
    public IReadOnlyList<JournalEntry> Entries
    {
        get
        {
            lock (gate) return Newest(length);
        }
    }

    internal IReadOnlyList<JournalEntry> Last(int count)
    {
        lock (gate) return Newest(count);
    }

    /// <summary>What came after an entry, as far as it is kept.</summary>
    /// <param name="number">0 for all.</param>
    internal IReadOnlyList<JournalEntry> After(long number)
    {
        lock (gate) return Newest((int)Math.Min(last - number, length));
    }

    public IEnumerable<JournalEntry> Errors => Entries.Where(e => e.Kind == JournalKind.Error);

    /// <summary>Completes when the next entry is written. Take it before looking, or a change may be missed.</summary>
    public Task NextChange
    {
        get
        {
            lock (gate) return change.Task;
        }
    }

    /// <summary>Completes when the next entry about this leg is written.</summary>
    internal Task NextChangeOf(string callSid)
    {
        lock (gate)
        {
            if (!ofCalls.TryGetValue(callSid, out var next)) ofCalls[callSid] = next = Signal();
            return next.Task;
        }
    }

    /// <summary>The webhooks sent to addresses whose path ends like this.</summary>
    public IReadOnlyList<JournalEntry> Requests(string pathEnd) =>
        [.. Entries.Where(e => e.Kind == JournalKind.Request && e.Url!.AbsolutePath.EndsWith(pathEnd, StringComparison.Ordinal))];

    internal void Write(JournalKind kind, string? callSid, string text) =>
        Write(new JournalEntry(0, default, kind, callSid, text));

    internal void Error(string? callSid, int code, string text, Uri? url = null) =>
        Write(new JournalEntry(0, default, JournalKind.Error, callSid, text) { Code = code, Url = url });

    internal void Write(JournalEntry entry)
    {
        TaskCompletionSource before;
        TaskCompletionSource? ofCall = null;
        lock (gate)
        {
            entries.Add(entry with { Number = ++last, At = clock.GetUtcNow() });
            // Not one by one: each time what stays is moved to the front.
            if (entries.Count > length + length / 4) entries.RemoveRange(0, entries.Count - length);
            before = change;
            change = Signal();
            if (entry.CallSid is not null) ofCalls.Remove(entry.CallSid, out ofCall);
        }
        before.SetResult();
        ofCall?.SetResult();
    }

    private List<JournalEntry> Newest(int count) => entries.GetRange(entries.Count - Math.Min(count, entries.Count), Math.Min(count, entries.Count));

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
