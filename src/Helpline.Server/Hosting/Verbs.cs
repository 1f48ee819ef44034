using Helpline.Server.Accounts;
using Helpline.Server.Data;
using Helpline.Server.Privacy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Hosting;

/// <summary>What the server does on the command line besides running.</summary>
internal static class Verbs
{
    public static bool PrintsKeys(string[] args) => args.Contains("--create-keys");

    public static int PrintKeys()
    {
        var keys = PrivacySetup.NewKeys("k1");
        Console.WriteLine($"Privacy__Keys__{keys.ActiveKey}={keys.Keys[keys.ActiveKey]}");
        Console.WriteLine($"Privacy__ActiveKey={keys.ActiveKey}");
        Console.WriteLine($"Privacy__HashKey={keys.HashKey}");
        return 0;
    }

    /// <summary><c>--backup FILE</c> and <c>--restore FILE [--force]</c>.</summary>
    /// <returns>The exit code; null when neither was asked for.</returns>
    public static async Task<int?> CopiesDatabase(IServiceProvider services, string[] args)
    {
        var at = Array.FindIndex(args, a => a is "--backup" or "--restore");
        if (at < 0) return null;
        if (at + 1 >= args.Length || args[at + 1].StartsWith('-')) throw new SettingsException(args[at], "names no file", $"{args[at]} helpline-backup.db");
        await using var db = await services.GetRequiredService<IDbContextFactory<HelplineDb>>().CreateDbContextAsync();
        return args[at] == "--backup" ? await Backup.Make(db, args[at + 1]) : await Backup.Restore(db, args[at + 1], args.Contains("--force"));
    }

    /// <summary>The first account, or a new password for it; the password is printed once.</summary>
    public static async Task<int> CreateAdministrator(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var password = Passwords.Random();
        if (await accounts.FindByNameAsync("admin") is { } known)
        {
            known.Disabled = false;
            await Passwords.Set(accounts, known, password);
        }
        else
        {
            await accounts.CreateAsync(new Account { Id = Guid.CreateVersion7(), UserName = "admin", DisplayName = "Administrator", Roles = [Roles.Administrator] }, password);
        }
        Console.WriteLine($"User name: admin{Environment.NewLine}Password:  {password}");
        return 0;
    }
}
