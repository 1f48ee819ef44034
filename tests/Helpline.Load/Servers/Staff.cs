using Helpline.Server.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Helpline.Load.Servers;

/// <summary>Counselors with accounts, each with two of the three languages.</summary>
internal static class Staff
{
    public const string Password = "correct horse battery";
    private static readonly string[][] Spoken = [["kk", "ru"], ["kk", "en"], ["ru", "en"]];

    // Written straight into the database with one hash for all: hashing is slow by design, and the sign-ins take long enough.
    public static async Task<IReadOnlyList<string>> Hire(HelplineServer server, int count)
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
