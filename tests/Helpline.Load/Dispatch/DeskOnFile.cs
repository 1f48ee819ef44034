using Hangfire;
using Hangfire.InMemory;
using Helpline.Domain.FollowUps;
using Helpline.Domain.Line;
using Helpline.Domain.Routing;
using Helpline.Server.Board;
using Helpline.Server.Calls;
using Helpline.Server.Data;
using Helpline.Server.FollowUps;
using Helpline.Server.Hosting;
using Helpline.Server.Privacy;
using Helpline.Server.Routing;
using Helpline.Server.Telephony;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Load.Dispatch;

/// <summary>The server's own desk on a migrated SQLite file, with its one writer and its durable commits, and nobody else there.</summary>
internal sealed class DeskOnFile : IDbContextFactory<HelplineDb>, IAsyncDisposable
{
    public static readonly RoutingRules Rules = new();
    private static readonly LineRules Line = new(
        TimeZoneInfo.Utc, new([]), new HashSet<DateOnly>(), new([]), TimeSpan.FromMinutes(30), int.MaxValue, "112", null, "9", "KZ", RecordTalks: false);
    private readonly string connection;
    private readonly ServiceProvider services;

    private DeskOnFile(string file)
    {
        connection = $"Data Source={file}";
        var all = new ServiceCollection();
        all.AddLogging().AddSignalR();
        all.AddSingleton(TimeProvider.System).AddSingleton<IDbContextFactory<HelplineDb>>(this).AddSingleton(Rules).AddSingleton(Line);
        all.AddSingleton(new Vault(PrivacySetup.NewKeys("load"))).AddSingleton<BoardConnections>().AddSingleton<BoardPublisher>().AddSingleton<Wakers>().AddSingleton<CompiledQueries>().AddSingleton<CallDesks>();
        all.AddSingleton(FollowUps()).AddSingleton<FollowUpAlarms>().AddSingleton<IBackgroundJobClient>(new BackgroundJobClient(new InMemoryStorage()));
        all.AddSingleton<Transactions>(_ => new SqliteTransactions(this));
        services = all.BuildServiceProvider();
    }

    private static FollowUpRules FollowUps() => FollowUpsFile.Read(
        new ConfigFolder(Servers.HelplineServer.ConfigFolder()), new Languages([new("kk", "1"), new("ru", "2"), new("en", "3")], new("kk", "1")),
        ["none", "low", "medium", "high", "imminent"]);

    public CallDesks Desks => services.GetRequiredService<CallDesks>();

    public static async Task<DeskOnFile> Create(string file)
    {
        var made = new DeskOnFile(file);
        await made.Use(db => db.Database.MigrateAsync());
        return made;
    }

    public HelplineDb CreateDbContext()
    {
        var options = new DbContextOptionsBuilder<SqliteHelplineDb>();
        options.UseHelplineSqlite(connection, new());
        return new SqliteHelplineDb(options.Options);
    }

    /// <summary>Past the desk: what is made ready, and not measured.</summary>
    public async Task Use(Func<HelplineDb, Task> act)
    {
        await using var db = CreateDbContext();
        await act(db);
    }

    public async Task<T> Ask<T>(Func<HelplineDb, Task<T>> query)
    {
        await using var db = CreateDbContext();
        return await query(db);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
