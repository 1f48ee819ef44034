using Helpline.Server.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Load.Servers;

/// <summary>The product as it runs in production, in a process of its own, on a database file of its own.</summary>
internal sealed class HelplineServer : IAsyncDisposable
{
    private const string Assembly = "Helpline.Server.dll";
    private readonly ServerSettings settings;

    private HelplineServer(ServerProcess process, ServerSettings settings) => (Process, this.settings) = (process, settings);

    public ServerProcess Process { get; }

    /// <param name="folder">Where its data go.</param>
    /// <param name="account">Of the voice provider that signs for it.</param>
    /// <param name="provider">Where the provider takes REST calls.</param>
    public static Task<HelplineServer> Start(string folder, LineAccount account, Uri provider) =>
        Start(new ServerSettings(folder, account.Sid, account.Token, provider, new(LineAccount.PublicUrl)));

    public static Task<HelplineServer> Start(ServerSettings settings) => Start(settings, "");

    private static async Task<HelplineServer> Start(ServerSettings settings, string folder) =>
        new(await ServerProcess.Start(Path.Combine(folder, Assembly), [], settings.AsEnvironment(), "health/ready"), settings);

    /// <summary>With its pages, which only a published server has.</summary>
    public static async Task<HelplineServer> StartPublished(string folder, LineAccount account, Uri provider)
    {
        var published = Path.Combine(folder, "published");
        var source = Path.Combine(ConfigFolder(), "..", "src", "Helpline.Server");
        using var publish = System.Diagnostics.Process.Start("dotnet", ["publish", source, "-c", "Release", "--nologo", "-v", "quiet", "-tl:off", "-o", published]);
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0) throw new InvalidOperationException("The server could not be published; what is wrong stands above.");
        return await Start(new ServerSettings(folder, account.Sid, account.Token, provider, new(LineAccount.PublicUrl)), published);
    }

    /// <summary>Opens the server's database with the server's own context.</summary>
    public async Task<T> Use<T>(Func<HelplineDb, Task<T>> query)
    {
        await using var db = settings.Open();
        return await query(db);
    }

    /// <summary>The PRAGMAs that decide what a commit costs, read on a connection that the server's own code has opened.</summary>
    public Task<Durability> ReadDurability() => Use(async db =>
    {
        await db.Database.OpenConnectionAsync();
        return Durability.Of((SqliteConnection)db.Database.GetDbConnection());
    });

    public ValueTask DisposeAsync() => Process.DisposeAsync();

    public static string ConfigFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "config", "routing.json"))) return Path.Combine(folder.FullName, "config");
        throw new InvalidOperationException("The folder config/ is not above this program; run it from the source tree.");
    }
}
