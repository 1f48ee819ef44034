using Helpline.Server.Hosting;
using Microsoft.AspNetCore.Identity;

namespace Helpline.Server.Accounts;

/// <summary>Accounts to try the board with. Development only; they share one password, kept in the data folder.</summary>
internal static class DemoAccounts
{
    private sealed record Demo(string UserName, string Name, string[] Roles, string[] Languages);

    private static readonly Demo[] All =
    [
        new("counselor1", "Айгүл Сапарова", [Accounts.Roles.Counselor], ["kk", "ru"]),
        new("counselor2", "Dana Akhmet", [Accounts.Roles.Counselor], ["kk", "en"]),
        new("counselor3", "Марина Ким", [Accounts.Roles.Counselor], ["ru", "en"]),
        new("supervisor1", "Ерлан Нұрланов", [Accounts.Roles.Supervisor], ["kk", "ru", "en"]),
        new("social1", "Гүлнар Омарова", [Accounts.Roles.SocialWorker], ["kk", "ru"]),
        new("auditor1", "Сергей Лим", [Accounts.Roles.Auditor], []),
        new("admin", "Администратор", [Accounts.Roles.Administrator], []),
    ];

    public static IEnumerable<string> UserNames => All.Select(d => d.UserName);

    public static bool Wanted(IConfiguration settings, IHostEnvironment environment) =>
        environment.IsDevelopment() && settings.GetValue("Demo:Seed", true);

    /// <returns>The password of all of them.</returns>
    public static async Task<string> Seed(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var password = await Password(scope.ServiceProvider);
        // Also when the accounts are there already, whose password is then set without asking.
        foreach (var rule in accounts.PasswordValidators) Check(await rule.ValidateAsync(accounts, new Account { DisplayName = "" }, password));
        foreach (var demo in All)
        {
            var account = await accounts.FindByNameAsync(demo.UserName);
            if (account is null)
            {
                account = new Account { Id = Guid.CreateVersion7(), UserName = demo.UserName, DisplayName = demo.Name, Roles = [.. demo.Roles], Languages = [.. demo.Languages] };
                Check(await accounts.CreateAsync(account, password));
            }
            else if (!await accounts.CheckPasswordAsync(account, password))
            {
                await Passwords.Set(accounts, account, password);
            }
        }
        return password;
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded) throw new SettingsException("Demo:Password", "is refused: " + string.Join(" ", result.Errors.Select(e => e.Description)).TrimEnd('.'), "at least 12 characters");
    }

    private static async Task<string> Password(IServiceProvider services)
    {
        var settings = services.GetRequiredService<IConfiguration>();
        if (settings["Demo:Password"] is { Length: > 0 } given) return given;
        var file = Path.Combine(DataFolder.Of(settings, services.GetRequiredService<IHostEnvironment>()), "demo-password.txt");
        if (!File.Exists(file)) await File.WriteAllTextAsync(file, Passwords.Random());
        return (await File.ReadAllTextAsync(file)).Trim();
    }
}
