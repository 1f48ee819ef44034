using System.Globalization;

namespace Helpline.Load.Dispatch;

/// <summary>
/// One counselor becomes free: the time to decide whom she is offered and to commit the offer, in a full house beside a small
/// one. Offers of one and the other take turns, and the medians of the rounds are compared.
/// </summary>
internal sealed class DispatchVerb : Verb
{
    private const double Bar = 2;

    public override string Name => "dispatch";
    public override string Measures => "time of one decision and its offer with many waiting, beside the same with few";
    public override string Options => "--waiting 10000 --counselors 1000 --rounds 9 --offers 50 (in a round) --folder DIR (for the databases)";

    public override async Task Run(Options options, Report report)
    {
        var (waiting, counselors) = (options.Number("--waiting", 10_000), options.Number("--counselors", 1000));
        var (rounds, offers) = (options.Number("--rounds", 9), options.Number("--offers", 50));
        using var folder = new TemporaryFolder(options.Text("--folder"));
        options.Done();

        await using var few = await FullHouse.Fill(Path.Combine(folder.Path, "few.db"), waiting: 100, counselors: 10);
        await using var many = await FullHouse.Fill(Path.Combine(folder.Path, "many.db"), waiting, counselors);
        // The runtime finds and compiles what is hot.
        await Round(few, many, offers * 2);
        var (floors, own) = (new List<double>(), new List<double>());
        for (var i = 1; i <= rounds; i++)
        {
            var (floor, ours) = await Round(few, many, offers);
            floors.Add(floor);
            own.Add(ours);
            Report.Say(string.Create(CultureInfo.InvariantCulture, $"round {i}   few {floor:F2}   many {ours:F2} ms"));
        }
        var figure = Figure.Beside("dispatch: decide and offer, median", own.Median(), floors.Median(), "ms", rounds * offers);
        report.Add(figure);
        report.Must(figure.Ratio <= Bar, string.Create(CultureInfo.InvariantCulture,
            $"with {waiting} waiting and {counselors} counselors it takes {figure.Ratio:F2} times as long as with 100 and 10, at most {Bar}"));
    }

    /// <summary>Offers in turn, so that whatever else the machine does disturbs both alike.</summary>
    /// <returns>The medians in milliseconds.</returns>
    private static async Task<(double Few, double Many)> Round(FullHouse few, FullHouse many, int offers)
    {
        var (floors, own) = (new List<double>(offers), new List<double>(offers));
        for (var i = 0; i < offers; i++)
        {
            floors.Add(await few.Next());
            own.Add(await many.Next());
        }
        return (floors.Median(), own.Median());
    }
}
