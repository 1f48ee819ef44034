using Helpline.Server.Accounts;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpline.Server.Hosting;

/// <summary>From a built app to a running one: the database first, then the doors. Nothing half-starts.</summary>
internal static class Startup
{
    /// <returns>The exit code: not 0 when something keeps the server from starting, which is then said in one message.</returns>
    public static async Task<int> Run(Func<WebApplication> build, string[] args)
    {
        try
        {
            if (Verbs.PrintsKeys(args)) return Verbs.PrintKeys();
            await using var app = build();
            await PrepareDatabase(app, mayMigrate: args.Contains("--migrate"));
            if (args.Contains("--migrate")) return 0;
            if (args.Contains("--create-admin")) return await Verbs.CreateAdministrator(app.Services);
            var password = DemoAccounts.Wanted(app.Configuration, app.Environment) ? await DemoAccounts.Seed(app.Services) : null;
            app.Lifetime.ApplicationStarted.Register(() => Console.Out.WriteLine(Banner.Of(app, password)));
            await app.RunAsync();
            return 0;
        }
        catch (Exception error) when (Reason(error) is { } reason)
        {
            await Console.Error.WriteLineAsync($"Helpline did not start. {reason}");
            return 1;
        }
    }

    /// <summary>SQLite is migrated at start. SQL Server is migrated by a reviewed script, or on demand, never by surprise.</summary>
    private static async Task PrepareDatabase(WebApplication app, bool mayMigrate)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<HelplineDb>>().CreateDbContextAsync();
        try
        {
            if (db is SqliteHelplineDb || mayMigrate)
            {
                await db.Database.MigrateAsync();
                return;
            }
            var pending = (await db.Database.GetPendingMigrationsAsync()).ToList();
            if (pending.Count > 0)
                throw new SettingsException("The database", $"lacks the migrations {string.Join(", ", pending)}", "apply the reviewed script (README, Production), or start once with --migrate");
        }
        catch (System.Data.Common.DbException error)
        {
            throw new SettingsException("ConnectionStrings:Helpline", $"leads to no database ({error.Message.ReplaceLineEndings(" ").TrimEnd('.')})", "a database that is up and lets this user in");
        }
    }

    private static string? Reason(Exception error) => error switch
    {
        SettingsException settings => settings.Message,
        OptionsValidationException options => string.Join(" ", options.Failures.Select(f => f.Split("with the error: ")[^1].Trim('\'', '.') + ".")),
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } => $"{error.Message} Stop the other program, or set --urls to another port.",
        { InnerException: { } inner } => Reason(inner),
        _ => null,
    };
}
