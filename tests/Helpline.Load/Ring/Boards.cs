using Helpline.Load.Servers;
using Helpline.Server.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Helpline.Load.Ring;

/// <summary>Many counselors at their boards, each with an account of her own and two of the three languages.</summary>
internal sealed class Boards : IAsyncDisposable
{
    private const string Password = "correct horse battery";
    private static readonly string[][] Spoken = [["kk", "ru"], ["kk", "en"], ["ru", "en"]];
    private readonly List<Board> boards = [];

    public int Free => boards.Count(b => !b.IsBusy);

    /// <param name="busyFor">From an offer to the end of the note.</param>
    public static async Task<Boards> Open(HelplineServer server, int count, Line line, Ringing ringing, Refusals refusals, TimeSpan busyFor)
    {
        var all = new Boards();
        var userNames = await CreateAccounts(server, count);
        foreach (var some in userNames.Chunk(8))
            all.boards.AddRange(await Task.WhenAll(some.Select(name => Board.Open(server.Process.Address, name, Password, line, ringing, refusals, busyFor))));
        return all;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var board in boards) await board.DisposeAsync();
    }

    // Written straight into the database with one hash for all: hashing is slow by design, and the sign-ins take long enough.
    private static async Task<IReadOnlyList<string>> CreateAccounts(HelplineServer server, int count)
    {
        var hasher = new PasswordHasher<Account>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));
        var hash = hasher.HashPassword(new Account { DisplayName = "" }, Password);
        List<Account> accounts = [.. Enumerable.Range(1, count).Select(i => $"counselor{i:D4}").Select((name, i) => new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            DisplayName = $"Counselor {i}",
            PasswordHash = hash,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            Roles = [Roles.Counselor],
            Languages = [.. Spoken[i % Spoken.Length]],
        })];
        await server.Use(db =>
        {
            db.Users.AddRange(accounts);
            return db.SaveChangesAsync();
        });
        return [.. accounts.Select(a => a.UserName!)];
    }
}
