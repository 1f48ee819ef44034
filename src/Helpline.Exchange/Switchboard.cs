namespace Helpline.Exchange;

/// <summary>The exchange: connects legs, carries out their documents and keeps a journal of everything.</summary>
public sealed partial class Switchboard : IDisposable
{
    private readonly HttpClient http;
    private readonly Activity activity = new();

    public Switchboard(ExchangeOptions options, TimeProvider clock)
    {
        (Options, Clock) = (options, clock);
        Journal = new Journal(clock, options.JournalLength);
        http = new HttpClient(options.Handler ?? Sockets(), disposeHandler: options.Handler is null) { Timeout = Timeout.InfiniteTimeSpan };
        Faults = new Faults(options.Faults);
        Sender = new WebhookSender(options, http, Journal, activity, clock, Faults);
        Clips = new Clips(http, Journal, activity, clock);
        Queues = new QueueList(clock);
        Recordings = new RecordingList(options);
        Messages = new MessageList(options, Sender, Journal, activity, clock);
        Conferences = new ConferenceList(options, Sender, Journal, activity, clock, Faults);
    }

    public ExchangeOptions Options { get; }

    public Journal Journal { get; }

    /// <summary>What goes wrong, and how often it did.</summary>
    public Faults Faults { get; }

    /// <summary>Requests and steps under way. A test lets time pass only while it is 0.</summary>
    public int InFlight => activity.Count;

    /// <summary>Completes as soon as nothing is under way.</summary>
    public Task Quiet => activity.Quiet;

    /// <summary>When the next leg's wait ends by itself; null when every leg waits for somebody.</summary>
    public DateTimeOffset? NextDue => Legs.Live.SelectMany(l => new[] { l.Due, l.MustEnd }).Min();

    internal TimeProvider Clock { get; }

    internal WebhookSender Sender { get; }

    internal LegList Legs { get; } = new();

    internal Clips Clips { get; }

    internal QueueList Queues { get; }

    internal RecordingList Recordings { get; }

    internal MessageList Messages { get; }

    internal ConferenceList Conferences { get; }

    /// <summary>A person with a telephone who rings the line.</summary>
    public Caller Caller(string number) => new(this, number);

    /// <summary>A person whose telephone the server rings.</summary>
    public Phone Phone(string number) => new(this, number);

    /// <summary>A counselor's browser phone.</summary>
    /// <param name="token">An access token from the server under test; null for one of the exchange's own.</param>
    public BrowserPhone Browser(string identity, string? token = null) => new(this, identity, token ?? IssueToken(identity));

    /// <summary>An access token as the server under test would make it.</summary>
    public string IssueToken(string identity, TimeSpan? lifetime = null) =>
        AccessToken.Issue(Options, identity, Clock.GetUtcNow(), lifetime ?? TimeSpan.FromMinutes(10));

    /// <summary>Lets time pass in steps that each leg can follow: no further than the next wait's end, and only while all is quiet.</summary>
    public async Task Elapse(TimeSpan time, Func<TimeSpan, Task> advance)
    {
        var end = Clock.GetUtcNow() + time;
        while (true)
        {
            await Quiet;
            var left = end - Clock.GetUtcNow();
            if (left <= TimeSpan.Zero) return;
            var step = NextDue is { } due && due - Clock.GetUtcNow() < left ? due - Clock.GetUtcNow() : left;
            await advance(step > TimeSpan.Zero ? step : TimeSpan.FromTicks(1));
        }
    }

    public void Dispose()
    {
        foreach (var leg in Legs.Live) leg.RunsOut("failed", "the exchange closes");
        http.Dispose();
    }

    /// <summary>Does something later by the exchange's clock.</summary>
    internal void After(TimeSpan time, Action what)
    {
        ITimer? timer = null;
        timer = Clock.CreateTimer(_ =>
        {
            what();
            timer?.Dispose();
        }, null, time, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Does something on the side; it counts as under way.</summary>
    internal void Later(Func<Task> work) => activity.Run(work);

    /// <summary>What a list shows: not yet what is newer than the lag.</summary>
    internal IReadOnlyList<T> Listed<T>(IReadOnlyList<T> all, Func<T, DateTimeOffset> since)
    {
        var newest = Clock.GetUtcNow() - Options.Faults.ListLag;
        List<T> listed = [.. all.Where(one => since(one) <= newest)];
        if (listed.Count < all.Count) Faults.Struck(Fault.ListLag);
        return listed;
    }

    private static SocketsHttpHandler Sockets() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        AutomaticDecompression = System.Net.DecompressionMethods.GZip,
    };
}
