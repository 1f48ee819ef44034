using System.Diagnostics;
using Helpline.Load.Servers;
using Helpline.Server.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Load.Lists;

/// <summary>Fills a database with made-up years of work, for <see cref="ListsVerb"/> or to look at.</summary>
internal sealed class SeedVerb : Verb
{
    /// <summary>A supervisor who sees one team; the other sees all.</summary>
    public const string Leader = "leader";

    public override string Name => "seed";
    public override string Measures => "nothing: fills a database with made-up people, cases, referrals and visits";
    public override string Options => "--folder DIR (kept) --contacts 200000 --cases 50000 --referrals 50000 --visits 50000 --organizations 4000 --audit 100000";

    public override async Task Run(Options options, Report report)
    {
        var folder = options.Text("--folder") ?? throw new OptionException("--folder names the folder to fill.");
        var size = Size(options);
        options.Done();
        Directory.CreateDirectory(folder);
        var account = LineAccount.New();
        var settings = new ServerSettings(folder, account.Sid, account.Token, new Uri("http://127.0.0.1:9"), new(LineAccount.PublicUrl));
        var started = Stopwatch.GetTimestamp();
        var rows = await Fill(settings, size);
        report.Add(new("seed: rows written", rows, null, null, "rows", 1));
        report.Add(new("seed: time", Stopwatch.GetElapsedTime(started).TotalSeconds, null, null, "s", 1));
    }

    public static PopulationSize Size(Options options)
    {
        var (contacts, cases) = (options.Number("--contacts", 200_000), options.Number("--cases", 50_000));
        return new(contacts, cases, Math.Max(cases / 2, 1), options.Number("--referrals", 50_000), options.Number("--visits", 50_000), Math.Max(cases / 2, 1),
            options.Number("--organizations", 4_000), options.Number("--audit", 100_000));
    }

    /// <returns>How many rows.</returns>
    public static async Task<int> Fill(ServerSettings settings, PopulationSize size)
    {
        await using (var db = settings.Open())
        {
            await db.Database.MigrateAsync();
            db.Users.AddRange(Accounts());
            await db.SaveChangesAsync();
        }
        var count = 0;
        foreach (var chunk in new Population(settings.Vault, TimeProvider.System.GetUtcNow().UtcDateTime, size).Rows().Chunk(20_000))
        {
            await using var db = settings.Open();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            db.AddRange(chunk);
            count += await db.SaveChangesAsync();
        }
        return count;
    }

    private static IEnumerable<Account> Accounts()
    {
        var hasher = new PasswordHasher<Account>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));
        var hash = hasher.HashPassword(new Account { DisplayName = "" }, Staff.Password);
        var names = Enumerable.Range(0, Population.Counselors).Select(i => (Population.Counselor(i), Roles.Counselor))
            .Concat(Enumerable.Range(0, Population.SocialWorkers).Select(i => (Population.SocialWorker(i), Roles.SocialWorker)))
            .Concat([("supervisor", Roles.Supervisor), (Leader, Roles.Supervisor), ("admin", Roles.Administrator), ("auditor", Roles.Auditor)]);
        return names.Select(n => new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = n.Item1,
            NormalizedUserName = n.Item1.ToUpperInvariant(),
            DisplayName = n.Item1,
            PasswordHash = hash,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            Roles = [n.Item2],
            Team = n.Item1 == Leader ? Population.Team(0) : null,
            Languages = ["kk", "ru", "en"],
        });
    }
}
