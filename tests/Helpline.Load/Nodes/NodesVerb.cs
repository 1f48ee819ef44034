using System.Diagnostics;
using System.Globalization;
using Helpline.Load.Servers;
using Helpline.Load.Witness;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Load.Nodes;

/// <summary>
/// Two servers in processes of their own on one database file, each of them killed with -9 in turn and started again, while
/// callers ring, counselors lose their tabs, and Redis carries the pushes; in real time.
/// </summary>
internal sealed class NodesVerb : Verb
{
    /// <summary>The offer's 20 s, and 5 more.</summary>
    private const double Bar = 25;

    public override string Name => "nodes";
    public override string Measures => "two servers on one database, each killed with -9 in turn: lost, double, without instructions, stuck, notes and messages lost, served again";
    public override string Options => "--callers 50 --counselors 10 --seconds 180 --seed 1 --folder DIR";

    public override async Task Run(Options options, Report report)
    {
        var (callers, counselors) = (options.Number("--callers", 50), options.Number("--counselors", 10));
        var (time, seed) = (TimeSpan.FromSeconds(options.Number("--seconds", 180)), options.Number("--seed", 1));
        using var folder = new TemporaryFolder(options.Text("--folder"));
        options.Done();

        using var redis = new RedisServer();
        await redis.Start();
        await using var door = await FrontDoor.Open();
        var exchange = door.Exchange.Options;
        var settings = new ServerSettings(folder.Path, exchange.AccountSid, exchange.AuthToken, new Uri(door.Address, "exchange/rest"), door.Address, redis.Address);
        await using var nodes = new NodePair(settings);
        await nodes.Start(0);
        await StartBesideAStaleLock(nodes, settings, report);
        door.Nodes = nodes.Addresses;

        var evidence = new Evidence(TimeProvider.System, door.Exchange, door.Reached, settings.Cards, settings.Open);
        var crowd = new Crowd(evidence, callers, new Random(seed));
        using var over = new CancellationTokenSource();
        List<Volunteer> volunteers = [.. (await Staff.Hire(nodes.Living, counselors)).Select((name, i) => new Volunteer(name, nodes, evidence, new Random(seed + i)))];
        var works = Task.WhenAll(volunteers.Select(v => v.Works(over.Token)));

        var run = new NodesRun(nodes, evidence, crowd, volunteers);
        await run.Live(time / 8);
        await run.Without(1, time / 4);
        await run.Live(time / 8);
        await run.Without(0, time / 4);
        await run.Live(time / 8);
        redis.Kill();
        var answered = await run.Answers(time / 8);
        report.Must(answered > 0, $"boards ring while Redis is away: {answered} offers accepted in {time.TotalSeconds / 8:F0} s");
        await redis.Start();
        await run.End();
        await over.CancelAsync();
        await works;

        Report.Say($"{volunteers.Sum(v => v.Killed)} tabs killed, {volunteers.Sum(v => v.Pushed)} offers pushed");
        await report.Judge(Name, evidence, run.Watch, crowd.Legs);
        foreach (var (kind, seconds, mustBe) in await run.Reoffers.Settled()) Tell(report, kind, seconds, mustBe);
    }

    /// <summary>As a node leaves it that was killed while it migrated.</summary>
    private static async Task StartBesideAStaleLock(NodePair nodes, ServerSettings settings, Report report)
    {
        await using (var db = settings.Open())
            await db.Database.ExecuteSqlAsync($"INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, {"2026-01-01 00:00:00+00:00"})");
        var took = Stopwatch.StartNew();
        await nodes.Start(1);
        report.Must(took.Elapsed < TimeSpan.FromSeconds(60), string.Create(CultureInfo.InvariantCulture, $"a start clears a stale migration lock: it took {took.Elapsed.TotalSeconds:F1} s"));
    }

    /// <param name="kind">What was measured of the calls in the queue at the two kills.</param>
    /// <param name="mustBe">A run without any has measured nothing.</param>
    private void Tell(Report report, string kind, IReadOnlyList<double> seconds, bool mustBe)
    {
        var longest = seconds.DefaultIfEmpty().Max();
        report.Add(new Figure($"{Name}: {kind}, longest", longest, null, null, "s", seconds.Count));
        report.Must(longest <= Bar && (seconds.Count > 0 || !mustBe), string.Create(CultureInfo.InvariantCulture, $"{kind}: {seconds.Count} calls, the longest {longest:F1} s, at most {Bar:F0} s"));
    }
}
