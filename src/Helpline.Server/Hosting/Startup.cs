using System.Data.Common;
using Helpline.Server.Accounts;
using Helpline.Server.Data;
using Helpline.Server.Organizations;
using Helpline.Server.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpline.Server.Hosting;

/// <summary>From a built app to a running one: the database first, then the doors. Nothing half-starts.</summary>
internal static class Startup
{
    /// <returns>The exit code: not 0 when something keeps the server from starting, which is then said in one message.</returns>
    /// <param name="open">Done when the database was found good: what asks it as soon as it is named.</param>
    public static async Task<int> Run(Func<WebApplication> build, Action<WebApplication> open, string[] args)
    {
        try
        {
            if (Verbs.PrintsKeys(args)) return Verbs.PrintKeys();
            await using var app = build();
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            if (await Verbs.CopiesDatabase(app.Services, args) is { } copied) return copied;
            await PrepareDatabase(app, mayMigrate: args.Contains("--migrate"));
            if (args.Contains("--migrate")) return 0;
            if (args.Contains("--create-admin")) return await Verbs.CreateAdministrator(app.Services);
            open(app);
            var password = DemoAccounts.Wanted(app.Configuration, app.Environment) ? await DemoAccounts.Seed(app.Services) : null;
            if (password is not null) await app.Services.SeedDirectory();
            await app.Services.GetRequiredService<Coverage>().Check();
            app.Lifetime.ApplicationStarted.Register(() => Console.Out.WriteLine(Banner.Of(app, password)));
            await Serve(app);
            return 0;
        }
        catch (Exception error) when (StartFailure.Reason(error) is { } reason)
        {
            await Console.Error.WriteLineAsync($"Helpline did not start. {reason}");
            return 1;
        }
    }

    private static async Task Serve(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch
        {
            // What had started by then is to hear that it is over, or it would report its end as a fault.
            app.Lifetime.StopApplication();
            throw;
        }
        await app.WaitForShutdownAsync();
    }

    /// <summary>SQLite is migrated at start. SQL Server is migrated by a reviewed script, or on demand, never by surprise.</summary>
    private static async Task PrepareDatabase(WebApplication app, bool mayMigrate)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<HelplineDb>>().CreateDbContextAsync();
        try
        {
            if (db is SqliteHelplineDb || mayMigrate)
            {
                if (db is SqliteHelplineDb) await MigrationLock.Clear(db, app.Lifetime.ApplicationStopping);
                await db.Database.MigrateAsync();
                await RefreshStatistics(app);
                return;
            }
            var pending = (await db.Database.GetPendingMigrationsAsync()).ToList();
            if (pending.Count > 0)
                throw new SettingsException("The database", $"lacks the migrations {string.Join(", ", pending)}", "apply the reviewed script (README, Production), or start once with --migrate");
        }
        catch (DbException error)
        {
            throw StartFailure.NoDatabase(error);
        }
    }
    /// <summary>Without it lists are slower until the next hour; that never keeps a line from opening.</summary>
    private static async Task RefreshStatistics(WebApplication app)
    {
        try
        {
            await ActivatorUtilities.CreateInstance<RefreshStatisticsJob>(app.Services).Run(app.Lifetime.ApplicationStopping);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            app.Logger.LogWarning(error, "SQLite could not be told how its tables have grown; the next hour tries again");
        }
    }
}
