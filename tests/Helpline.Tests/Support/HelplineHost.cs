using System.Net.Http.Json;
using Helpline.Contracts.Accounts;
using Helpline.Domain.Calls;
using Helpline.Domain.Offers;
using Helpline.Exchange;
using Helpline.Server.Data;
using Helpline.Server.Telephony;
using Helpline.Server.Telephony.Twilio;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Helpline.Tests.Support;

/// <summary>
/// The whole product in this process, on real sockets, with the exchange inside and a database file of its own. Time stands
/// still until somebody waits for something, and then runs as fast as the work allows.
/// </summary>
internal sealed class HelplineHost : WebApplicationFactory<HelplineDb>
{
    public const string Password = "correct horse battery";

    // Nobody listens there.
    private const string Nowhere = "http://127.0.0.1:9";
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongStep = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Waking = TimeSpan.FromSeconds(1);

    /// <summary>Longer than a server takes to stop that waits for nothing, in real time.</summary>
    private static readonly TimeSpan Stopping = TimeSpan.FromSeconds(5);
    private readonly bool ownsFolder;
    private Action<IServiceCollection>? replace;
    private readonly Dictionary<string, string?> settings;
    private readonly System.Collections.Concurrent.ConcurrentQueue<Counselor> listening = [];
    private readonly System.Collections.Concurrent.ConcurrentDictionary<Guid, int> glances = [];

    private HelplineHost(string folder, bool ownsFolder, Dictionary<string, string?> settings)
    {
        (Folder, this.ownsFolder, this.settings) = (folder, ownsFolder, settings);
        UseKestrel(0);
    }

    public string Folder { get; }

    /// <summary>Starts in the past, so that a certificate or cookie of today is still good; any moment would do.</summary>
    public FakeTimeProvider Clock { get; private init; } = new(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));

    public Switchboard Exchange => Services.GetRequiredService<Switchboard>();

    public Uri Address => ClientOptions.BaseAddress;

    public static HelplineHost Start(Dictionary<string, string?>? settings = null, Action<IServiceCollection>? replace = null)
    {
        var host = new HelplineHost(Directory.CreateTempSubdirectory("helpline-").FullName, ownsFolder: true, settings ?? []) { replace = replace };
        if (!host.settings.Keys.Any(IsOfTheFirstStart)) FirstStart.CopyTo(host.Folder);
        host.StartServer();
        return host;
    }

    /// <summary>A server whose provider takes no REST call: its webhooks are sent by hand, with <see cref="Provider"/>.</summary>
    public static HelplineHost StartWithProviderAway(params (string Key, string Value)[] more) => StartWithProviderAway(null, more);

    /// <param name="replace">Puts something else in a service's place.</param>
    public static HelplineHost StartWithProviderAway(Action<IServiceCollection>? replace, params (string Key, string Value)[] more)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Telephony:Provider"] = "Twilio",
            ["Twilio:AccountSid"] = "AC00000000000000000000000000000001",
            ["Twilio:AuthToken"] = "test-token",
            ["Twilio:ApiBaseUrl"] = Nowhere,
        };
        foreach (var (key, value) in more) settings[key] = value;
        return Start(settings, replace);
    }

    /// <summary>Another server on the same database and the same clock.</summary>
    public HelplineHost StartSecond(Dictionary<string, string?>? more = null, Action<IServiceCollection>? replace = null)
    {
        var second = new HelplineHost(Folder, ownsFolder: false, more ?? settings) { Clock = Clock, replace = replace };
        second.StartServer();
        return second;
    }

    public Caller Caller(string number = "+77010000001") => Exchange.Caller(number);

    /// <param name="hasPulse">False for a board that neither beats nor knows windows.</param>
    public async Task<Counselor> SignIn(string userName = "counselor1", string password = Password, bool hasPulse = true)
    {
        var http = Http();
        using var answer = await http.PostAsJsonAsync("api/session", new SignIn(userName, password));
        answer.EnsureSuccessStatusCode();
        var counselor = await Counselor.AtTheBoard(this, userName, http, hasPulse);
        listening.Enqueue(counselor);
        return counselor;
    }

    /// <summary>Signed in, connected and available.</summary>
    public async Task<Counselor> Available(string userName = "counselor1")
    {
        var counselor = await SignIn(userName);
        await counselor.Says("Available");
        return counselor;
    }

    /// <summary>The provider's webhooks, sent by hand.</summary>
    public Provider Provider()
    {
        var twilio = Services.GetRequiredService<IOptions<TwilioOptions>>().Value;
        return new Provider(Address, twilio.AccountSid, twilio.AuthToken);
    }

    /// <summary>A browser's HTTP: keeps cookies, nobody signed in yet.</summary>
    public HttpClient Http() => CreateDefaultClient(Address, new Microsoft.AspNetCore.Mvc.Testing.Handlers.CookieContainerHandler());

    /// <summary>Lets time pass, in steps that the work can follow.</summary>
    public async Task Passes(TimeSpan time)
    {
        var end = Clock.GetUtcNow() + time;
        while (end - Clock.GetUtcNow() is var left && left > TimeSpan.Zero) await Pass(left);
    }

    /// <summary>At once and past every timer, as for a server that slept meanwhile: days cost nothing, and nobody is rung in between.</summary>
    public void LeapsTo(DateTime moment)
    {
        var left = moment - Clock.GetUtcNow().UtcDateTime;
        if (left > Waking) Clock.AdjustTime(new(moment - Waking, TimeSpan.Zero));
        // Whoever looks every second wakes up now, and not a second later.
        if (left > TimeSpan.Zero) Clock.Advance(left < Waking ? left : Waking);
    }

    public void Leaps(TimeSpan time) => LeapsTo(Clock.GetUtcNow().UtcDateTime + time);

    /// <summary>Waits, while time passes, until something is so.</summary>
    public async Task Until(Func<Task<bool>> isSo, string what, TimeSpan? within = null)
    {
        var end = Clock.GetUtcNow() + (within ?? TimeSpan.FromSeconds(30));
        while (!await isSo())
        {
            if (Clock.GetUtcNow() > end) throw new TimeoutException($"Waited in vain for {what}.");
            await Pass(Step);
        }
    }

    internal async Task<T> Reads<T>(Func<HelplineDb, Task<T>> query)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<HelplineDb>>().CreateDbContextAsync();
        return await query(db);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("DataFolder", Folder);
        builder.UseSetting("Demo:Password", Password);
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.PostConfigure<Microsoft.AspNetCore.Identity.PasswordHasherOptions>(o => o.IterationCount = 1000);
            replace?.Invoke(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        // A request that is under way at the provider is waited for by this clock, and nobody else moves it any more.
        using (new Timer(_ => Clock.Advance(LongStep), null, Stopping, Step)) base.Dispose(disposing);
        if (!disposing || !ownsFolder || !Directory.Exists(Folder)) return;
        using (var pool = new SqliteConnection($"Data Source={Path.Combine(Folder, "helpline.db")}")) SqliteConnection.ClearPool(pool);
        Directory.Delete(Folder, recursive: true);
    }

    private new void StartServer()
    {
        base.StartServer();
        if (Services.GetService<ExchangeOptions>() is { } exchange) exchange.PassTime = Pass;
    }

    /// <summary>What a database is made with: such a host makes its own.</summary>
    private static bool IsOfTheFirstStart(string setting) => setting.StartsWith("Demo", StringComparison.Ordinal)
        || setting.StartsWith("Database", StringComparison.Ordinal) || setting.StartsWith("ConnectionStrings", StringComparison.Ordinal) || setting.StartsWith("DataFolder", StringComparison.Ordinal);

    /// <summary>A ringing card is acknowledged and a command carried out in real time: on a slow machine the story waits for them.</summary>
    private async Task WorkIsDone()
    {
        for (var glance = 0; glance < 500; glance++)
        {
            var (ears, now) = (listening.Where(c => c is { IsDeaf: false, IsConnected: true }).Select(c => c.UserName).ToList(), Clock.GetUtcNow().UtcDateTime);
            if (!await Reads(async db => await db.Offers.AnyAsync(o => o.State == OfferState.Made && ears.Contains(o.Counselor))
                || await db.LineCommands.Due(now).AnyAsync(c => c.Tries == 0) || IsAwaited(await db.LineCommands.Where(c => c.DoneAt == null && c.Tries > 0 && c.DueAt > now + LineCrew.Lease / 2).Select(c => c.Id).ToListAsync()))) return;
            await Task.Delay(10);
        }
    }

    /// <summary>One that a story lets hang is waited for once only, for two seconds; where nobody answers any command, none is.</summary>
    private bool IsAwaited(List<Guid> underWay)
    {
        if (settings.GetValueOrDefault("Twilio:ApiBaseUrl") == Nowhere) return false;
        foreach (var id in underWay) glances[id] = glances.GetValueOrDefault(id) + 1;
        return underWay.Exists(id => glances[id] < 200);
    }

    /// <summary>Nothing rings, connects or is under way: nobody could tell a long step from short ones.</summary>
    private Task<bool> IsCalm() => Reads(async db => !await db.Calls.AnyAsync(c => c.State == CallState.Offered || c.State == CallState.Connecting)
        && !await db.LineCommands.AnyAsync(c => c.DoneAt == null) && !await db.Transfers.AnyAsync(t => t.ClosedAt == null));

    /// <summary>A long step, but not past what is due at the exchange.</summary>
    private TimeSpan ToNext()
    {
        var next = Services.GetService<Switchboard>()?.NextDue - Clock.GetUtcNow() ?? LongStep;
        return next < Step ? Step : next < LongStep ? next : LongStep;
    }

    private async Task Pass(TimeSpan atMost)
    {
        if (Services.GetService<Switchboard>() is { } exchange) await exchange.Quiet;
        await WorkIsDone();
        await Task.Delay(5);
        var step = await IsCalm() ? ToNext() : Step;
        Clock.Advance(atMost < step ? atMost : step);
        await Task.Delay(15);
    }

    /// <summary>A data folder as the first start leaves it: hundreds of hosts need not migrate and seed the same database.</summary>
    private static class FirstStart
    {
        private static readonly Lazy<string> Folder = new(Make);

        public static void CopyTo(string folder)
        {
            foreach (var file in Directory.GetFiles(Folder.Value)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        private static string Make()
        {
            var folder = Directory.CreateTempSubdirectory("helpline-first-").FullName;
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
            using (var host = new HelplineHost(folder, ownsFolder: false, [])) host.StartServer();
            SqliteConnection.ClearAllPools();
            return folder;
        }
    }
}
