using System.Globalization;
using System.Net.Http.Json;
using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Exchange;
using Helpline.Load.Servers;
using Helpline.Load.Witness;
using Helpline.Server.Accounts;
using Helpline.Server.Data;
using Helpline.Server.Notes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace Helpline.Load.Faults;

/// <summary>The whole product in this process, on real sockets, with the exchange inside; its time stands still until it is moved.</summary>
internal sealed class Product : WebApplicationFactory<HelplineDb>
{
    public const string Password = "correct horse battery";
    private static readonly string[][] Spoken = [["kk", "ru"], ["kk", "en"], ["ru", "en"]];
    private readonly Reached reached = new();
    private readonly string folder;
    private readonly int seed;
    private readonly double rate;

    /// <param name="rate">The chance of each fault on each occasion.</param>
    public Product(string folder, int seed, double rate)
    {
        (this.folder, this.seed, this.rate) = (folder, seed, rate);
        UseKestrel(0);
        StartServer();
        var contexts = Services.GetRequiredService<IDbContextFactory<HelplineDb>>();
        Evidence = new(Clock, Exchange, reached, Services.GetRequiredService<NoteCards>(), contexts.CreateDbContext);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 2, 4, 0, 0, TimeSpan.Zero));

    public DateTimeOffset Now => Clock.GetUtcNow();

    public Evidence Evidence { get; }

    public Switchboard Exchange => Services.GetRequiredService<Switchboard>();

    /// <summary>Counselors with accounts of their own, signed in.</summary>
    public async Task<IReadOnlyList<Seat>> SignIn(int count, int from)
    {
        var seats = new List<Seat>();
        foreach (var (name, http) in await SignIn("volunteer", Roles.Counselor, count)) seats.Add(new(this, http, name, new Random(from + seats.Count)));
        seats.ForEach(s => s.Colleagues = seats);
        return seats;
    }

    /// <summary>Supervisors, who take no calls.</summary>
    public async Task<IReadOnlyList<Overseer>> SignInOverseers(int count, int from)
    {
        var overseers = new List<Overseer>();
        foreach (var (name, http) in await SignIn("overseer", Roles.Supervisor, count)) overseers.Add(new(this, http, name, new Random(from + overseers.Count)));
        return overseers;
    }

    /// <summary>The inbox forgets each key at once, so that everything that comes twice is carried out twice.</summary>
    public Task ForgetKeys() => Evidence.Reads(db => db.Database.ExecuteSqlRawAsync("CREATE TRIGGER Forgets AFTER INSERT ON Inbox BEGIN DELETE FROM Inbox; END"));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseContentRoot(AppContext.BaseDirectory);
        builder.UseSetting("ConfigFolder", HelplineServer.ConfigFolder());
        builder.UseSetting("DataFolder", folder);
        builder.UseSetting("Demo:Password", Password);
        // Thousands of things go wrong on purpose.
        builder.UseSetting("Serilog:MinimumLevel:Default", "Fatal");
        builder.UseSetting("Exchange:Faults:Seed", $"{seed}");
        builder.UseSetting("Exchange:Faults:ListLag", "00:00:05");
        builder.UseSetting("Exchange:Faults:OneCallASecond", "true");
        foreach (var fault in Enum.GetNames<Fault>())
            builder.UseSetting($"Exchange:Faults:Chances:{fault}", rate.ToString(CultureInfo.InvariantCulture));
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.PostConfigure<PasswordHasherOptions>(o => o.IterationCount = 1000);
            var exchange = services.Select(s => s.ImplementationInstance).OfType<ExchangeOptions>().Single();
            (exchange.Handler, exchange.JournalLength) = (reached, 50_000);
        });
    }

    private async Task<IReadOnlyList<(string Name, HttpClient Http)>> SignIn(string kind, string role, int count)
    {
        List<string> names = [.. Enumerable.Range(1, count).Select(i => $"{kind}{i:D3}")];
        await Create(names, role);
        var signedIn = new List<(string, HttpClient)>();
        foreach (var name in names)
        {
            var http = CreateDefaultClient(ClientOptions.BaseAddress, new CookieContainerHandler());
            (await http.PostAsJsonAsync(Routes.Session, new SignIn(name, Password))).EnsureSuccessStatusCode();
            signedIn.Add((name, http));
        }
        return signedIn;
    }

    private async Task Create(List<string> names, string role)
    {
        await using var scope = Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        foreach (var (name, i) in names.Select((name, i) => (name, i)))
        {
            var account = new Account { Id = Guid.CreateVersion7(), UserName = name, DisplayName = name, Roles = [role], Languages = [.. Spoken[i % Spoken.Length]] };
            var made = await accounts.CreateAsync(account, Password);
            if (!made.Succeeded) throw new InvalidOperationException(string.Join(' ', made.Errors.Select(e => e.Description)));
        }
    }
}
