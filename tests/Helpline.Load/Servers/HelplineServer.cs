using Helpline.Server.Data;
using Helpline.Server.Privacy;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Load.Servers;

/// <summary>The product as it runs in production, in a process of its own, on a database file of its own.</summary>
internal sealed class HelplineServer : IAsyncDisposable
{
    private const string Assembly = "Helpline.Server.dll";
    private readonly string connection;

    private HelplineServer(ServerProcess process, string connection) => (Process, this.connection) = (process, connection);

    public ServerProcess Process { get; }

    /// <param name="folder">Where its data go.</param>
    /// <param name="account">Of the voice provider that signs for it.</param>
    /// <param name="provider">Where the provider takes REST calls.</param>
    public static async Task<HelplineServer> Start(string folder, LineAccount account, Uri provider)
    {
        var settings = Settings(folder, account, provider);
        return new(await ServerProcess.Start(Assembly, [], settings, "health/ready"), settings["ConnectionStrings__Helpline"]);
    }

    /// <summary>Opens the server's database with the server's own context.</summary>
    public async Task<T> Use<T>(Func<HelplineDb, Task<T>> query)
    {
        var options = new DbContextOptionsBuilder<SqliteHelplineDb>();
        options.UseHelplineSqlite(connection, new());
        await using var db = new SqliteHelplineDb(options.Options);
        return await query(db);
    }

    /// <summary>The PRAGMAs that decide what a commit costs, read on a connection that the server's own code has opened.</summary>
    public Task<Durability> ReadDurability() => Use(async db =>
    {
        await db.Database.OpenConnectionAsync();
        return Durability.Of((SqliteConnection)db.Database.GetDbConnection());
    });

    public ValueTask DisposeAsync() => Process.DisposeAsync();

    private static Dictionary<string, string> Settings(string folder, LineAccount account, Uri provider)
    {
        var keys = PrivacySetup.NewKeys("load");
        return new()
        {
            ["DOTNET_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ConfigFolder"] = ConfigFolder(),
            ["DataFolder"] = folder,
            ["ConnectionStrings__Helpline"] = $"Data Source={Path.Combine(folder, "helpline.db")}",
            ["PublicUrl"] = LineAccount.PublicUrl,
            ["Telephony__Provider"] = "Twilio",
            ["Twilio__AccountSid"] = account.Sid,
            ["Twilio__AuthToken"] = account.Token,
            ["Twilio__ApiBaseUrl"] = provider.ToString(),
            [$"Privacy__Keys__{keys.ActiveKey}"] = keys.Keys[keys.ActiveKey],
            ["Privacy__ActiveKey"] = keys.ActiveKey,
            ["Privacy__HashKey"] = keys.HashKey,
        };
    }

    public static string ConfigFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "config", "routing.json"))) return Path.Combine(folder.FullName, "config");
        throw new InvalidOperationException("The folder config/ is not above this program; run it from the source tree.");
    }
}
