using Helpline.Server.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Helpline.Load.Servers;

/// <summary>Counselors with accounts, each with two of the three languages.</summary>
internal static class Staff
{
    public const string Password = "correct horse battery";
    private static readonly string[][] Spoken = [["kk", "ru"], ["kk", "en"], ["ru", "en"]];

    // Written straight into the database with one hash for all: hashing is slow by design, and the sign-ins take long enough.
    /// <param name="supervisors">More accounts, who take no calls.</param>
    public static async Task<IReadOnlyList<string>> Hire(HelplineServer server, int count, params string[] supervisors)
    {
        var hasher = new PasswordHasher<Account>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));
        var hash = hasher.HashPassword(new Account { DisplayName = "" }, Password);
        List<Account> accounts =
        [
            .. Enumerable.Range(0, count).Select(i => Of($"counselor{i + 1:D4}", $"Counselor {i}", hash, Roles.Counselor, Spoken[i % Spoken.Length])),
            .. supervisors.Select(name => Of(name, "Supervisor", hash, Roles.Supervisor, ["kk", "ru", "en"])),
        ];
        await server.Use(db =>
        {
            db.Users.AddRange(accounts);
            return db.SaveChangesAsync();
        });
        return [.. accounts.Take(count).Select(a => a.UserName!)];
    }

    private static Account Of(string name, string displayName, string hash, string role, string[] languages) => new()
    {
        Id = Guid.CreateVersion7(),
        UserName = name,
        NormalizedUserName = name.ToUpperInvariant(),
        DisplayName = displayName,
        PasswordHash = hash,
        SecurityStamp = Guid.NewGuid().ToString("N"),
        Roles = [role],
        Languages = [.. languages],
    };
}
