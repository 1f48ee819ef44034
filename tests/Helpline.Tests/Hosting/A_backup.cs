using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Helpline.Tests.Hosting;

public sealed class A_backup : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    [Fact]
    public async Task Is_made_while_the_server_works_and_brings_a_note_back()
    {
        await using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        var call = (await aigul.Accepts(await aigul.IsOffered())).CallId;
        (await aigul.Puts(Routes.Note(call), new NoteChange(null, "counseling", null, null, "Before the backup", null))).EnsureSuccessStatusCode();
        var (file, broken) = (Path.Combine(folder, "helpline.bak"), Path.Combine(folder, "broken.bak"));

        Assert.Contains("keys", await Runs(0, host.Folder, "--backup", file));
        Assert.Contains("is there already", await Runs(1, host.Folder, "--backup", file));
        (await aigul.Puts(Routes.Note(call), new NoteChange(null, null, null, null, "After the backup", null))).EnsureSuccessStatusCode();
        Assert.Contains("in use", await Runs(1, host.Folder, "--restore", file, "--force"));

        var elsewhere = Directory.CreateDirectory(Path.Combine(folder, "elsewhere")).FullName;
        foreach (var kept in Directory.EnumerateFiles(host.Folder).Where(f => !Path.GetFileName(f).StartsWith("helpline.db", StringComparison.Ordinal)))
            File.Copy(kept, Path.Combine(elsewhere, Path.GetFileName(kept)));
        await File.WriteAllTextAsync(broken, "This is no database, however long one looks at it.", TestContext.Current.CancellationToken);
        Assert.Contains("no database of ours", await Runs(1, elsewhere, "--restore", broken));
        await Runs(0, elsewhere, "--restore", file);
        Assert.Contains("--force", await Runs(1, elsewhere, "--restore", file));
        await Runs(0, elsewhere, "--restore", file, "--force");

        await using var restored = HelplineHost.Start(new() { ["DataFolder"] = elsewhere });
        await using var again = await restored.SignIn();
        Assert.Equal("Before the backup", (await again.Gets<NoteCard>(Routes.Note(call))).Summary);
    }

    [Fact]
    public async Task Of_SQL_Server_is_told_as_a_line_without_a_password()
    {
        await using var server = ServerProcess.Start(
            [("ASPNETCORE_ENVIRONMENT", "Development"), ("DataFolder", folder), ("Database:Provider", "SqlServer"), ("Jobs:Storage", "Memory"),
                ("ConnectionStrings:Helpline", "Server=db.example.org;Database=Helpline;User Id=helpline;Password=secret-word")], "--backup", "/backups/helpline.bak");
        Assert.Equal(0, await server.Ends());
        Assert.Contains("sqlcmd -S db.example.org -d master -I -b -Q \"BACKUP DATABASE [Helpline] TO DISK = N'/backups/helpline.bak' WITH CHECKSUM, INIT\"", server.Output);
        Assert.DoesNotContain("secret-word", server.Output + server.Errors);
    }

    private static async Task<string> Runs(int code, string data, params string[] args)
    {
        await using var server = ServerProcess.Start([("ASPNETCORE_ENVIRONMENT", "Development"), ("DataFolder", data)], args);
        var ended = await server.Ends();
        Assert.True(ended == code, $"{string.Join(' ', args)} ended with {ended}.\n{server.Output}\n{server.Errors}");
        return server.Output + server.Errors;
    }
}
