using System.Data.Common;
using Helpline.Server.Hosting;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Helpline.Server.Data;

/// <summary>Which database, and how its contexts and transactions are made.</summary>
internal static class Providers
{
    public static void AddData(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("Database").Get<DatabaseOptions>() ?? new();
        var connection = Connection(builder.Configuration, settings.Provider);
        builder.Services.AddOptions<DatabaseOptions>().BindConfiguration("Database").ValidateDataAnnotations().ValidateOnStart();
        if (settings.Provider == DatabaseProvider.SqlServer)
        {
            builder.Services.AddPooledDbContextFactory<SqlServerHelplineDb>(o => o.UseHelplineSqlServer(
                connection ?? throw new SettingsException("ConnectionStrings:Helpline", "is missing", "the SQL Server connection string"), settings));
            builder.Services.AddSingleton<IDbContextFactory<HelplineDb>>(s => new Factory<SqlServerHelplineDb>(s.GetRequiredService<IDbContextFactory<SqlServerHelplineDb>>()));
            builder.Services.AddSingleton<Transactions, SqlServerTransactions>();
            builder.Services.AddSingleton(new DatabaseClock(() => new SqlConnection(connection), TimeProvider.System));
            builder.Services.AddSingleton<TimeProvider>(s => s.GetRequiredService<DatabaseClock>()).AddHostedService<DatabaseClockKeeper>();
        }
        else
        {
            connection ??= $"Data Source={Path.Combine(DataFolder.Of(builder), "helpline.db")}";
            builder.Services.AddPooledDbContextFactory<SqliteHelplineDb>(o => o.UseHelplineSqlite(connection, settings));
            builder.Services.AddSingleton<IDbContextFactory<HelplineDb>>(s => new Factory<SqliteHelplineDb>(s.GetRequiredService<IDbContextFactory<SqliteHelplineDb>>()));
            builder.Services.AddSingleton<Transactions>(s => ActivatorUtilities.CreateInstance<SqliteTransactions>(s));
        }
        builder.Services.AddScoped(s => s.GetRequiredService<IDbContextFactory<HelplineDb>>().CreateDbContext());
    }

    /// <summary>As set, and readable; it is never repeated, since it may hold a password.</summary>
    private static string? Connection(IConfiguration settings, DatabaseProvider provider)
    {
        if (settings.GetConnectionString("Helpline") is not { Length: > 0 } given) return null;
        try
        {
            return provider == DatabaseProvider.SqlServer ? new SqlConnectionStringBuilder(given).ConnectionString : new SqliteConnectionStringBuilder(given).ConnectionString;
        }
        catch (ArgumentException)
        {
            throw new SettingsException("ConnectionStrings:Helpline", $"is no connection string of {provider}", provider == DatabaseProvider.SqlServer
                ? "Server=db.example.org;Database=Helpline;User Id=helpline;Password=…" : "Data Source=/var/lib/helpline/helpline.db");
        }
    }

    public static void UseHelplineSqlite(this DbContextOptionsBuilder options, string connection, DatabaseOptions settings) =>
        options.UseSqlite(connection, o => { if (settings.MaxBatchSize is { } size) o.MaxBatchSize(size); })
            .AddInterceptors(SqlitePragmas.Instance, PreparedStatements.Instance);

    public static void UseHelplineSqlServer(this DbContextOptionsBuilder options, string connection, DatabaseOptions settings) =>
        options.UseSqlServer(connection, o => { if (settings.MaxBatchSize is { } size) o.MaxBatchSize(size); });

    private sealed class Factory<T>(IDbContextFactory<T> made) : IDbContextFactory<HelplineDb> where T : HelplineDb
    {
        public HelplineDb CreateDbContext() => made.CreateDbContext();
    }

    /// <summary>Durable commits, and SQLite's own patient wait for another process instead of the driver's 150 ms naps.</summary>
    private sealed class SqlitePragmas : DbConnectionInterceptor
    {
        public static readonly SqlitePragmas Instance = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Apply(connection);
            return Task.CompletedTask;
        }

        private static void Apply(DbConnection connection)
        {
            if (connection is not SqliteConnection) return;
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 4000;";
            command.ExecuteNonQuery();
        }
    }
}

/// <summary>Lets the migration tools make a context without starting the host.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<SqliteHelplineDb>, IDesignTimeDbContextFactory<SqlServerHelplineDb>
{
    SqliteHelplineDb IDesignTimeDbContextFactory<SqliteHelplineDb>.CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteHelplineDb>();
        options.UseHelplineSqlite("Data Source=design.db", new());
        return new(options.Options);
    }

    SqlServerHelplineDb IDesignTimeDbContextFactory<SqlServerHelplineDb>.CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqlServerHelplineDb>();
        options.UseHelplineSqlServer("Server=design", new());
        return new(options.Options);
    }
}
