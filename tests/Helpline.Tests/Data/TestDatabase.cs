using Hangfire;
using Hangfire.InMemory;
using Helpline.Domain.Routing;
using Helpline.Server.Accounts;
using Helpline.Server.Board;
using Helpline.Server.Calls;
using Helpline.Server.Data;
using Helpline.Server.FollowUps;
using Helpline.Server.Privacy;
using Helpline.Server.Routing;
using Helpline.Tests.FollowUps;
using Helpline.Tests.Line;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Helpline.Tests.Data;

/// <summary>A real, migrated database of a test's own, with a desk on it, dropped at the end.</summary>
internal sealed class TestDatabase : IDbContextFactory<HelplineDb>, IAsyncDisposable
{
    private const string Setting = "HELPLINE_TEST_SQLSERVER";
    private static readonly Lazy<Task<string>> Template = new(MakeTemplate);
    private readonly DatabaseProvider provider;
    private readonly string connection;
    private readonly List<ServiceProvider> nodes = [];
    private RoutingRules rules = Made.Rules;

    private TestDatabase(DatabaseProvider provider, string connection) => (this.provider, this.connection) = (provider, connection);

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));
    public DateTime Now => Clock.GetUtcNow().UtcDateTime;
    public CallDesks Desks { get; private set; } = null!;
    public DbContextOptions<SqliteHelplineDb> SqliteOptions => Sqlite(connection);

    /// <param name="provider">Sqlite or SqlServer.</param>
    /// <param name="rules">Null for the shipped ones.</param>
    public static async Task<TestDatabase> Create(string provider, RoutingRules? rules = null)
    {
        var made = Enum.Parse<DatabaseProvider>(provider) == DatabaseProvider.Sqlite ? await OnSqlite() : await OnSqlServer();
        made.rules = rules ?? Made.Rules;
        made.Desks = made.Node();
        return made;
    }

    /// <summary>A context that nobody may ask anything: it knows its model and its migrations.</summary>
    public static HelplineDb OnNothing(DatabaseProvider provider) =>
        Open(provider, provider == DatabaseProvider.Sqlite ? "Data Source=nothing.db" : "Server=nothing");

    public HelplineDb CreateDbContext() => Open(provider, connection);

    /// <summary>The desk of another server on the same database.</summary>
    public CallDesks Node()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddSignalR();
        services.AddSingleton<TimeProvider>(Clock).AddSingleton<IDbContextFactory<HelplineDb>>(this).AddSingleton(rules).AddSingleton(TestLine.Shipped);
        services.AddSingleton(new Vault(PrivacySetup.NewKeys("test"))).AddSingleton<BoardConnections>().AddSingleton<BoardPublisher>().AddSingleton<Wakers>().AddSingleton<CompiledQueries>().AddSingleton<CallDesks>();
        services.AddSingleton(ShippedFollowUps.Rules).AddSingleton<FollowUpAlarms>().AddSingleton<IBackgroundJobClient>(new BackgroundJobClient(new InMemoryStorage()));
        if (provider == DatabaseProvider.Sqlite) services.AddSingleton<Transactions>(s => new SqliteTransactions(this));
        else services.AddSingleton<Transactions, SqlServerTransactions>();
        var node = services.BuildServiceProvider();
        nodes.Add(node);
        return node.GetRequiredService<CallDesks>();
    }

    /// <summary>A desk on a context whose writing is left to the test: two of them see what two servers do.</summary>
    public CallDesk Desk(HelplineDb db) => new(
        db, new CompiledQueries(), Now, rules, TestLine.Shipped, ShippedFollowUps.Rules, new Vault(PrivacySetup.NewKeys("test")), Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);

    public async Task<T> Reads<T>(Func<HelplineDb, Task<T>> query)
    {
        await using var db = CreateDbContext();
        return await query(db);
    }

    public async Task Holds(params object[] rows)
    {
        await using var db = CreateDbContext();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    public static Account Account(string userName, params string[] languages) => new()
    {
        Id = Guid.CreateVersion7(),
        UserName = userName,
        NormalizedUserName = userName.ToUpperInvariant(),
        DisplayName = userName,
        Roles = [Roles.Counselor],
        Languages = [.. languages],
    };

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes) await node.DisposeAsync();
        if (provider == DatabaseProvider.SqlServer)
        {
            await using var db = CreateDbContext();
            await db.Database.EnsureDeletedAsync();
            return;
        }
        SqliteConnection.ClearPool(new SqliteConnection(connection));
        foreach (var file in new[] { "", "-wal", "-shm" }) File.Delete(new SqliteConnectionStringBuilder(connection).DataSource + file);
    }

    private static async Task<TestDatabase> OnSqlite()
    {
        var file = Path.Combine(Path.GetTempPath(), $"helpline-{Guid.NewGuid():N}.db");
        File.Copy(await Template.Value, file);
        return new(DatabaseProvider.Sqlite, $"Data Source={file}");
    }

    private static async Task<TestDatabase> OnSqlServer()
    {
        var given = Environment.GetEnvironmentVariable(Setting);
        Assert.SkipWhen(string.IsNullOrEmpty(given), $"{Setting} holds no connection string, so there is no SQL Server to try this on.");
        var made = new TestDatabase(DatabaseProvider.SqlServer, new SqlConnectionStringBuilder(given) { InitialCatalog = $"Helpline_test_{Guid.NewGuid():N}" }.ConnectionString);
        await using var db = made.CreateDbContext();
        await db.Database.MigrateAsync();
        return made;
    }

    // Migrating costs more than copying, and every test starts from the same.
    private static async Task<string> MakeTemplate()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("helpline-template-").FullName, "template.db");
        await using var db = Open(DatabaseProvider.Sqlite, $"Data Source={file};Pooling=false");
        await db.Database.MigrateAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        return file;
    }

    private static HelplineDb Open(DatabaseProvider provider, string connection)
    {
        if (provider == DatabaseProvider.Sqlite) return new SqliteHelplineDb(Sqlite(connection));
        var server = new DbContextOptionsBuilder<SqlServerHelplineDb>();
        server.UseHelplineSqlServer(connection, new());
        return new SqlServerHelplineDb(server.Options);
    }

    private static DbContextOptions<SqliteHelplineDb> Sqlite(string connection)
    {
        var options = new DbContextOptionsBuilder<SqliteHelplineDb>();
        options.UseHelplineSqlite(connection, new());
        return options.Options;
    }
}
