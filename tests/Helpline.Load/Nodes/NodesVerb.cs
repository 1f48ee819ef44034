using System.Diagnostics;
using System.Globalization;
using Helpline.Domain.Offers;
using Helpline.Load.Servers;
using Helpline.Load.Witness;
using Helpline.Server.Calls;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Load.Nodes;

/// <summary>
/// Two servers in processes of their own on one database file, one of them killed with -9 in the middle and started again, while
/// callers ring, counselors lose their tabs, and Redis carries the pushes; in real time.
/// </summary>
internal sealed class NodesVerb : Verb
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    /// <summary>The wrap-up, and the minutes of silence after which the provider is asked.</summary>
    private static readonly TimeSpan LongestEnd = TimeSpan.FromMinutes(5);

    /// <summary>The offer's 20 s, and 5 more.</summary>
    private const double Bar = 25;

    public override string Name => "nodes";
    public override string Measures => "two servers on one database, one killed with -9 in the middle: lost, double, without instructions, stuck, notes lost, rung again";
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
        var (crowd, watch) = (new Crowd(evidence, callers, new Random(seed)), new Watch(evidence));
        using var over = new CancellationTokenSource();
        List<Volunteer> volunteers = [.. (await Staff.Hire(nodes.Living, counselors)).Select((name, i) => new Volunteer(name, nodes, evidence, new Random(seed + i)))];
        var works = Task.WhenAll(volunteers.Select(v => v.Works(over.Token)));

        await Live(crowd, watch, time / 2);
        var killed = await Reoffers.At(evidence);
        await nodes.Kill(1);
        await Live(crowd, watch, time / 4);
        await nodes.Start(1);
        await Live(crowd, watch, time / 8);
        redis.Kill();
        var without = evidence.Now.UtcDateTime;
        await Live(crowd, watch, time / 8);
        var answered = await evidence.Reads(db => db.Offers.CountAsync(o => o.MadeAt > without && o.State == OfferState.Accepted));
        report.Must(answered > 0, $"boards ring while Redis is away: {answered} offers accepted in {time.TotalSeconds / 8:F0} s");
        await redis.Start();
        await End(evidence, crowd, watch);
        await over.CancelAsync();
        await works;

        Report.Say($"{volunteers.Sum(v => v.Killed)} tabs killed, {volunteers.Sum(v => v.Pushed)} offers pushed, {killed.Ringing.Count} calls rang when the node was killed");
        await report.Judge(Name, evidence, watch, crowd.Legs);
        TellReoffers(report, await killed.Settled(evidence));
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

    private static async Task Live(Crowd crowd, Watch watch, TimeSpan time)
    {
        for (var (clock, step) = (Stopwatch.StartNew(), 0); clock.Elapsed < time; step++) await Pass(crowd, watch, step, mayRing: true);
    }

    /// <summary>Nobody new comes, everybody hangs up in the end, and every deadline passes.</summary>
    private static async Task End(Evidence evidence, Crowd crowd, Watch watch)
    {
        for (var (clock, step) = (Stopwatch.StartNew(), 0); clock.Elapsed < LongestEnd && (!crowd.IsGone || step % 8 != 0 || await IsOpen(evidence)); step++)
            await Pass(crowd, watch, step, mayRing: false);
    }

    private static async Task Pass(Crowd crowd, Watch watch, int step, bool mayRing)
    {
        crowd.Lives(mayRing);
        watch.Looks(crowd.Legs);
        if (step % 20 == 0) await watch.LooksForStuck();
        await Task.Delay(Step);
    }

    private static Task<bool> IsOpen(Evidence evidence) =>
        evidence.Reads(async db => await db.Calls.Open().AnyAsync() || await db.LineCommands.AnyAsync(c => c.DoneAt == null));

    private void TellReoffers(Report report, IReadOnlyList<double> seconds)
    {
        if (seconds.Count == 0)
        {
            report.Must(false, "some call rang when the node was killed: none did");
            return;
        }
        report.Add(new Figure($"{Name}: taken, over or rung again after the kill, longest", seconds.Max(), null, null, "s", seconds.Count));
        report.Must(seconds.Max() <= Bar, string.Create(CultureInfo.InvariantCulture, $"a call that rang when the node was killed is taken, over or rings again within {Bar:F0} s: {seconds.Max():F1} s"));
    }
}
