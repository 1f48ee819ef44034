using System.Globalization;
using Helpline.Load.Servers;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Load.Ring;

/// <summary>
/// From queue entry to the offer on a board. The clock starts when the caller's choice of language is sent, which is earlier
/// than the server's own queue entry and so the stricter start, and stops when the message is in the board's hands.
/// </summary>
internal sealed class RingVerb : Verb
{
    private const double Bar = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public override string Name => "ring";
    public override string Measures => "time from queue entry to the offer on a connected board, beside one commit and one hub echo";
    public override string Options => "--boards 200 --rate 20 (calls a second) --seconds 30 --warmup 60 (seconds) --folder DIR (for the databases)";

    public override async Task Run(Options options, Report report)
    {
        var (count, rate) = (options.Number("--boards", 200), options.Number("--rate", 20));
        var (seconds, warmUp) = (options.Number("--seconds", 30), options.Number("--warmup", 60));
        using var folder = new TemporaryFolder(options.Text("--folder"));
        options.Done();

        var (account, ringing, refusals) = (LineAccount.New(), new Ringing(), new Refusals());
        await using var floor = await FloorServer.Start(folder.Path, account);
        await using var provider = await LineProvider.Start();
        await using var server = await HelplineServer.Start(folder.Path, account, provider.Address);
        using var line = new Line(server.Process.Address, account, refusals);
        provider.Commanded = line.Obey;
        // Each call keeps a board busy so long that half of the boards are free.
        await using var boards = await Boards.Open(server, count, line, ringing, refusals, busyFor: TimeSpan.FromSeconds(count / 2.0 / rate));
        await using var echo = await Echo.Connect(floor);
        await echo.Repeat(rate, TimeSpan.FromSeconds(3));
        var atRest = await echo.Repeat(rate, TimeSpan.FromSeconds(10));

        // For about a minute the runtime still compiles on the second core: a line is measured that has been open for longer.
        await Ring(line, ringing, rate, warmUp);
        var (used, during) = (server.Process.Used, echo.Repeat(rate, TimeSpan.FromSeconds(seconds)));
        var calls = await Ring(line, ringing, rate, seconds);
        Report.Say(string.Create(CultureInfo.InvariantCulture,
            $"{calls.Count} calls in {seconds} s, free boards {boards.Free} of {count}, server used {(server.Process.Used - used).TotalSeconds / seconds:F2} cores"));
        await ringing.Until(offers => offers >= rate * (warmUp + seconds), Patience);
        Tell(report, await Took(server, ringing, calls), ringing, calls.Count, atRest, await during);
        report.Must(refusals.Count == 0, $"no webhook and no command was refused: {refusals}");
        if (refusals.Count > 0) Report.Say($"The server said:{Environment.NewLine}{server.Process.Said}");
    }

    /// <summary>Callers come at an even pace, whatever becomes of those before.</summary>
    private static async Task<IReadOnlyCollection<string>> Ring(Line line, Ringing ringing, int rate, int seconds)
    {
        var callers = new List<Task<string>>();
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / rate));
        while (callers.Count < rate * seconds && await pace.WaitForNextTickAsync()) callers.Add(line.Ring(ringing));
        return await Task.WhenAll(callers);
    }

    /// <summary>How long each of these calls took to its first offer, in milliseconds; the server knows which call is whose.</summary>
    private static async Task<IReadOnlyList<double>> Took(HelplineServer server, Ringing ringing, IReadOnlyCollection<string> legs)
    {
        var ids = await server.Use(db => db.Calls.Select(c => new { c.Id, c.CallerLeg }).ToDictionaryAsync(c => c.CallerLeg, c => c.Id));
        return [.. legs.Select(leg => ids.TryGetValue(leg, out var id) ? ringing.Took(leg, id) : null).OfType<TimeSpan>().Select(t => t.TotalMilliseconds)];
    }

    private static void Tell(Report report, IReadOnlyList<double> took, Ringing ringing, int calls, IReadOnlyList<double> atRest, IReadOnlyList<double> during)
    {
        foreach (var (name, share) in (IEnumerable<(string, double)>)[("p50", 0.50), ("p99", 0.99)])
        {
            var figure = Figure.Beside($"ring: queue entry to offer, {name}", took.Percentile(share), during.Percentile(share), "ms", took.Count);
            report.Add(figure);
            report.Must(figure.Ratio <= Bar, string.Create(CultureInfo.InvariantCulture, $"the {name} is {figure.Ratio:F2} times the floor, at most {Bar}"));
            report.Add(Figure.Beside($"ring: the same beside the floor at rest, {name}", took.Percentile(share), atRest.Percentile(share), "ms", took.Count));
        }
        report.Add(new Figure("ring: calls offered more than once", ringing.Again, null, null, "offers", calls));
        report.Add(new Figure("ring: calls never offered", calls - took.Count, null, null, "calls", calls));
        report.Must(took.Count == calls, $"every call was offered: {took.Count} of {calls}");
    }
}
