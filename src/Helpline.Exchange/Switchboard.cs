namespace Helpline.Exchange;

/// <summary>The exchange: connects legs, carries out their documents and keeps a journal of everything.</summary>
public sealed class Switchboard : IDisposable
{
    private readonly HttpClient http;
    private readonly WebhookSender sender;
    private readonly Activity activity = new();
    private int refusals;

    public Switchboard(ExchangeOptions options, TimeProvider clock)
    {
        (Options, Clock) = (options, clock);
        Journal = new Journal(clock, options.JournalLength);
        http = new HttpClient(options.Handler ?? Sockets(), disposeHandler: options.Handler is null) { Timeout = Timeout.InfiniteTimeSpan };
        sender = new WebhookSender(options, http, Journal, activity, clock);
        Clips = new Clips(http, Journal, activity, clock);
        Queues = new QueueList(clock);
        Conferences = new ConferenceList(options, sender, Journal, activity, clock);
    }

    public ExchangeOptions Options { get; }

    public Journal Journal { get; }

    /// <summary>Requests and steps under way. A test lets time pass only while it is 0.</summary>
    public int InFlight => activity.Count;

    /// <summary>Completes as soon as nothing is under way.</summary>
    public Task Quiet => activity.Quiet;

    /// <summary>When the next leg's wait ends by itself; null when every leg waits for somebody.</summary>
    public DateTimeOffset? NextDue => Legs.Live.Min(l => l.Due);

    internal TimeProvider Clock { get; }

    internal LegList Legs { get; } = new();

    internal Clips Clips { get; }

    internal QueueList Queues { get; }

    internal ConferenceList Conferences { get; }

    /// <summary>A person with a telephone.</summary>
    public Caller Caller(string number) => new(this, number);

    /// <summary>A counselor's browser phone.</summary>
    /// <param name="token">An access token from the server under test; null for one of the exchange's own.</param>
    public BrowserPhone Browser(string identity, string? token = null) => new(this, identity, token ?? IssueToken(identity));

    /// <summary>An access token as the server under test would make it.</summary>
    public string IssueToken(string identity, TimeSpan? lifetime = null) =>
        AccessToken.Issue(Options, identity, Clock.GetUtcNow(), lifetime ?? TimeSpan.FromMinutes(10));

    /// <summary>Answers the next REST commands with 429.</summary>
    public void RefuseRest(int count) => Interlocked.Add(ref refusals, count);

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

    internal bool RefusesRest()
    {
        if (Interlocked.Decrement(ref refusals) >= 0) return true;
        Interlocked.Increment(ref refusals);
        return false;
    }

    /// <summary>Somebody rings the line.</summary>
    internal Leg Ring(string number, bool withheld)
    {
        var leg = new Leg(withheld ? "anonymous" : number, Options.LineNumber, "inbound", Clock, Journal, activity)
        {
            Phone = number,
            StatusUrl = Options.StatusUrl,
            FallbackUrl = Options.FallbackUrl,
        };
        return Start(leg, Options.IncomingUrl, "incoming call");
    }

    /// <summary>A browser connects to the TwiML app.</summary>
    internal Leg Connect(string identity, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var leg = new Leg($"client:{identity}", "", "inbound", Clock, Journal, activity)
        {
            Identity = identity,
            ApplicationSid = Options.TwimlAppSid,
            Parameters = [.. parameters],
            StatusUrl = Options.AppStatusUrl,
            FallbackUrl = Options.AppFallbackUrl,
        };
        return Start(leg, Options.AppVoiceUrl, "browser connects");
    }

    /// <summary>Hangs up from the leg's own end.</summary>
    internal static bool HangUp(Leg leg) => leg.Ends(leg.AnsweredAt is null ? "no-answer" : "completed", "hung up");

    /// <summary>The exchange rings a number or <c>client:name</c> by order of the server.</summary>
    internal Leg RingOut(OutgoingCall call) => Start(
        new Leg(call.From, call.To, "outbound-api", Clock, Journal, activity)
        {
            WhenAnswered = call.First,
            StatusUrl = call.StatusCallback,
            StatusMethod = call.StatusMethod,
            StatusEvents = call.StatusEvents,
            FallbackUrl = call.FallbackUrl,
        },
        new Ringing(call.Timeout),
        "outgoing call");

    internal Leg? Ringing(string to) => Legs.Live.FirstOrDefault(l => l.To == to && l.Status == "ringing" && l.IsRungByUs);

    internal static void PickUp(Leg leg)
    {
        leg.Answers();
        leg.Redirects(leg.WhenAnswered!, "picked up");
    }

    private Leg Start(Leg leg, Uri? url, string what) => url is null
        ? throw new InvalidOperationException($"The exchange does not know whom to tell: {what}.")
        : Start(leg, new Fetch(url, HttpMethod.Post, [], what), what);

    private Leg Start(Leg leg, Instruction first, string what)
    {
        Legs.Add(leg);
        Journal.Write(JournalKind.Call, leg.Sid, what);
        activity.Run(async () =>
        {
            try
            {
                await new LegRunner(leg, Options, sender, Clips, Queues, Conferences, Journal, Clock).Run(first);
            }
            catch (Exception e)
            {
                // A fault of our own must be seen, and must not leave a call that never ends.
                Journal.Error(leg.Sid, 0, $"the exchange itself failed: {e}");
                leg.Ends("failed", "the exchange failed");
            }
            Legs.IsOver(leg);
            leg.IsFinished();
        });
        return leg;
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
