using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Helpline.Load.Servers;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Load.Webhooks;

/// <summary>
/// Throughput and time of <c>/voice/incoming</c> with new calls, beside the floor: rounds of one and the other take turns, and
/// the medians of the rounds are compared.
/// </summary>
internal sealed class WebhooksVerb : Verb
{
    private const double Bar = 0.6;
    private const int Easy = 2000;

    public override string Name => "webhooks";
    public override string Measures => "webhooks a second with new calls, beside a bare endpoint with one insert";
    public override string Options => "--rounds 5 --seconds 8 (longest round) --requests 20000 (most in a round) --connections 32 --warmup 60 (seconds) --folder DIR (for the databases)";

    public override async Task Run(Options options, Report report)
    {
        var (rounds, connections) = (options.Number("--rounds", 5), options.Number("--connections", 32));
        var warmUp = TimeSpan.FromSeconds(options.Number("--warmup", 60));
        var (longest, requests) = (TimeSpan.FromSeconds(options.Number("--seconds", 8)), options.Number("--requests", 20_000));
        using var folder = new TemporaryFolder(options.Text("--folder"));
        options.Done();

        var account = LineAccount.New();
        await using var floor = await FloorServer.Start(folder.Path, account);
        await using var provider = await LineProvider.Start();
        await using var ours = await HelplineServer.Start(folder.Path, account, provider.Address);
        await SameDurability(floor, ours, report);

        var arrivals = new Arrivals(account);
        using var toFloor = new Knocker(floor, connections);
        using var toOurs = new Knocker(ours.Process, connections);
        await WarmUp(arrivals, toFloor, toOurs, warmUp);
        var (floors, own) = (new List<Round>(), new List<Round>());
        for (var i = 1; i <= rounds; i++)
        {
            floors.Add(await toFloor.Knock(arrivals.Next(requests), longest));
            own.Add(await toOurs.Knock(arrivals.Next(requests), longest));
            Report.Say($"round {i}   floor {floors[^1]}   ours {own[^1]}");
        }
        Compare(floors, own, report);
        await NothingLost(floor, ours, toFloor, toOurs, report);
    }

    /// <summary>A line that has been open for a while: until then the runtime compiles what is hot, beside the requests and on the same cores.</summary>
    private static async Task WarmUp(Arrivals arrivals, Knocker toFloor, Knocker toOurs, TimeSpan time)
    {
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < time;)
        {
            await toFloor.Knock(arrivals.Next(Easy), time);
            await toOurs.Knock(arrivals.Next(Easy), time);
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }

    private static async Task SameDurability(ServerProcess floor, HelplineServer ours, Report report)
    {
        using var http = new HttpClient { BaseAddress = floor.Address };
        var (one, other) = (await http.GetFromJsonAsync<Durability>("durability"), await ours.ReadDurability());
        report.Must(one == Durability.Full && other == Durability.Full, $"WAL and synchronous=FULL (2) on both sides: floor {one}, ours {other}");
    }

    private static void Compare(List<Round> floors, List<Round> own, Report report)
    {
        var (samples, rate) = (own.Sum(r => r.Milliseconds.Count), Median(own, r => r.PerSecond));
        var throughput = Figure.Beside("webhooks: new calls", rate, Median(floors, r => r.PerSecond), "requests/s", samples);
        report.Add(throughput);
        report.Add(Figure.Beside("webhooks: p50", Median(own, r => r.P50), Median(floors, r => r.P50), "ms", samples));
        report.Add(Figure.Beside("webhooks: p99", Median(own, r => r.P99), Median(floors, r => r.P99), "ms", samples));
        report.Must(throughput.Ratio >= Bar, string.Create(CultureInfo.InvariantCulture, $"throughput is {throughput.Ratio:F2} of the floor, at least {Bar}"));
    }

    /// <summary>What was answered is in the database.</summary>
    private static async Task NothingLost(ServerProcess floor, HelplineServer ours, Knocker toFloor, Knocker toOurs, Report report)
    {
        using var http = new HttpClient { BaseAddress = floor.Address };
        var (rows, calls) = (await http.GetFromJsonAsync<long>("count"), await ours.Use(db => db.Calls.LongCountAsync()));
        report.Must(toFloor.Refused + toOurs.Refused == 0, $"every answer is 200 with a document: floor lacks {toFloor.Refused}, ours {toOurs.Refused}");
        report.Must(rows == toFloor.Answered && calls == toOurs.Answered, $"every answered call is kept: floor {rows} of {toFloor.Answered}, ours {calls} of {toOurs.Answered}");
    }

    private static double Median(IEnumerable<Round> rounds, Func<Round, double> figure) => rounds.Select(figure).Median();
}
