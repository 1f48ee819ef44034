using System.Globalization;
using Helpline.Load.Ring;
using Helpline.Load.Servers;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Load.Live;

/// <summary>
/// The live board in a real Chromium while every counselor talks and more callers wait than talk. Each call that ends makes
/// room for the next, so changes come as they do in a full room: offers, answers, goodbyes, new callers.
/// </summary>
internal sealed class LiveVerb : Verb
{
    private const double Cores = 1, LongestTask = 200, OldestFigures = 1000;
    private const string Supervisor = "supervisor";

    /// <summary>What one call writes into the ledger from its arrival to the end of its note; the figure asked for is measured, not this.</summary>
    private const double ChangesOfCall = 8;

    public override string Name => "live";
    public override string Measures => "cores of the server and the longest task and the age of the figures of the live board in Chromium while the room is full";
    public override string Options => "--counselors 200 --calls 500 --rate 50 (changes a second) --seconds 60 --warmup 60 (seconds) --folder DIR (for the database); HELPLINE_CHROMIUM";

    public override async Task Run(Options options, Report report)
    {
        var (counselors, calls, rate) = (options.Number("--counselors", 200), options.Number("--calls", 500), options.Number("--rate", 50));
        var (seconds, warmUp) = (options.Number("--seconds", 60), options.Number("--warmup", 60));
        using var folder = new TemporaryFolder(options.Text("--folder"));
        options.Done();

        var (account, ringing, refusals) = (LineAccount.New(), new Ringing(), new Refusals());
        await using var provider = await LineProvider.Start();
        await using var server = await HelplineServer.StartPublished(folder.Path, account, provider.Address);
        using var line = new Line(server.Process.Address, account, refusals);
        provider.Commanded = line.Obey;
        var perSecond = rate / ChangesOfCall;
        await using var boards = await Boards.Open(server, counselors, line, ringing, refusals, busyFor: TimeSpan.FromSeconds(counselors / perSecond), Supervisor);
        await using var tab = await LiveTab.Open(server.Process.Address, Supervisor);
        using var crowd = new Crowd(line, ringing);
        await crowd.Gather(calls + counselors / 10);
        await crowd.KeepsComing(perSecond, TimeSpan.FromSeconds(warmUp));

        await tab.Forget();
        var began = TimeProvider.System.GetUtcNow().UtcDateTime;
        var (used, said) = (server.Process.Used, await Said(server));
        await crowd.KeepsComing(perSecond, TimeSpan.FromSeconds(seconds));
        var (cores, changes) = ((server.Process.Used - used).TotalSeconds / seconds, (await Said(server) - said) / (double)seconds);
        var open = await server.Use(db => db.Calls.CountAsync(c => c.FinishedAt == null && c.EndedAt == null));
        var seen = await tab.Seen();
        Tell(report, cores, changes, open, seen, seconds);
        TellAges(report, [.. seen.Ages(await Queued(server), began, began.AddSeconds(seconds))]);
        report.Must(changes >= rate, string.Create(CultureInfo.InvariantCulture, $"{changes:F0} changes a second, at least {rate}"));
        report.Must(open >= calls * 0.9, $"{open} calls are under way, about {calls}");
        report.Must(refusals.Count == 0, $"no webhook and no command was refused: {refusals}");
    }

    private static void Tell(Report report, double cores, double changes, int open, SeenTab seen, int seconds)
    {
        report.Add(new("live: cores of the server", cores, Cores, cores / Cores, "cores", seconds));
        report.Add(new("live: changes a second", changes, null, null, "changes", seconds));
        report.Add(new("live: calls under way", open, null, null, "calls", 1));
        report.Add(new("live: calls shown", seen.Calls, null, null, "calls", 1));
        report.Add(new("live: tasks over 50 ms in the tab", seen.Tasks.Count, null, null, "tasks", seconds));
        report.Add(new("live: longest task in the tab", seen.Longest, LongestTask, seen.Longest / LongestTask, "ms", seen.Tasks.Count));
        Report.Say($"the longest tasks, and when: {string.Join(", ", seen.Tasks.OrderByDescending(t => t.Took).Take(12).Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Took:F0} ms at {t.At / 1000:F0} s")))}");
        report.Must(cores <= Cores, string.Create(CultureInfo.InvariantCulture, $"the server used {cores:F2} cores, at most {Cores}"));
        report.Must(seen.Longest <= LongestTask, string.Create(CultureInfo.InvariantCulture, $"the longest task took {seen.Longest:F0} ms, at most {LongestTask}"));
        report.Must(Math.Abs(seen.Calls - open) <= 20, $"the board counts {seen.Calls} calls, and {open} are under way");
    }

    private static void TellAges(Report report, List<double> ages)
    {
        report.Add(new("live: age of the figures in the tab, p50", ages.Percentile(0.5), null, null, "ms", ages.Count));
        report.Add(new("live: age of the figures in the tab, p95", ages.Percentile(0.95), OldestFigures, ages.Percentile(0.95) / OldestFigures, "ms", ages.Count));
        report.Add(new("live: age of the figures in the tab, at most", ages.Max(), null, null, "ms", ages.Count));
        report.Must(ages.Percentile(0.95) <= OldestFigures, string.Create(CultureInfo.InvariantCulture, $"the calls offered today were shown {ages.Percentile(0.95):F0} ms late, at most {OldestFigures}"));
    }

    /// <summary>When each call came to the queue; nobody rang before today.</summary>
    private static Task<List<DateTime>> Queued(HelplineServer server) =>
        server.Use(db => db.Calls.Where(c => c.QueuedAt != null).Select(c => c.QueuedAt!.Value).OrderBy(at => at).ToListAsync());

    private static Task<long> Said(HelplineServer server) => server.Use(db => db.Ledger.LongCountAsync());
}
