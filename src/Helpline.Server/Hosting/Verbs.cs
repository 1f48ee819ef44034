using Helpline.Server.Accounts;
using Helpline.Server.Privacy;
using Microsoft.AspNetCore.Identity;

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
