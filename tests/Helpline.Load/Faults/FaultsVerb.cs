using Helpline.Load.Witness;

namespace Helpline.Load.Faults;

/// <summary>
/// Thousands of calls in made-up time while everything between the exchange and the server goes wrong, and then the books of
/// both held against each other; beside them, the random schedules of the model.
/// </summary>
internal sealed class FaultsVerb : Verb
{
    private const int Overseers = 3;

    public override string Name => "faults";
    public override string Measures => "calls in made-up time with all faults of the exchange on: lost, double, without instructions, stuck, notes and messages lost; 100 000 schedules of the model";
    public override string Options => "--calls 10000 --counselors 40 --seed 1 --rate 20 (faults in a thousand occasions) --minutes 8 (of real time, to place the calls) --dedup on (off: it must fail) --folder DIR";

    public override async Task Run(Options options, Report report)
    {
        var (calls, counselors, seed) = (options.Number("--calls", 10_000), options.Number("--counselors", 40), options.Number("--seed", 1));
        var (rate, minutes) = (options.Number("--rate", 20) / 1000.0, TimeSpan.FromMinutes(options.Number("--minutes", 8)));
        var dedup = options.Text("--dedup") ?? "on";
        using var folder = new TemporaryFolder(options.Text("--folder"));
        options.Done();
        if (dedup is not ("on" or "off")) throw new OptionException($"--dedup is '{dedup}'; it should be on or off.");

        var schedules = Task.Run(Schedules.Walk);
        await using var product = new Product(folder.Path, seed, rate);
        if (dedup == "off") await product.ForgetKeys();
        var run = new Run(product, await product.SignIn(counselors, seed), await product.SignInOverseers(Overseers, seed), seed, counselors / 16.0);
        await run.Ring(calls, minutes);
        report.Must(run.Rung == calls, $"{run.Rung} of {calls} calls placed within {minutes.TotalMinutes:F0} minutes");
        await run.End();
        Faults(product, run.Rung, report);
        await Acts.Tell(report, product.Evidence);
        await report.Judge(Name, product.Evidence, run.Watch, run.Callers);
        report.None(Name, "left on the line", run.LeftOnTheLine, run.Callers.Count);
        var reached = product.Evidence.Reached;
        report.Add(new Figure("faults: answered otherwise when asked twice", reached.Unlike, null, null, "questions", reached.Twice));
        report.Must(reached.Unlike == 0, $"0 answered otherwise when asked twice: {reached.Unlike} of {reached.Twice}");
        Tell(await schedules, report);
    }

    private static void Tell((long Walked, IReadOnlyList<string> Broken) schedules, Report report)
    {
        foreach (var promise in schedules.Broken) Report.Say($"  broken: {promise}");
        report.Add(new Figure("faults: promises broken by a schedule of the model", schedules.Broken.Count, null, null, "schedules", (int)schedules.Walked));
        report.Must(schedules is { Broken.Count: 0, Walked: >= 100_000 }, $"0 violations in 100000 random schedules of the model: {schedules.Broken.Count} in {schedules.Walked}");
    }

    private static void Faults(Product product, int calls, Report report)
    {
        var counts = product.Exchange.Faults.Counts;
        foreach (var (fault, count) in counts) Report.Say($"{fault,-20} {count,8}");
        var least = Math.Max(1, Math.Min(100, calls / 100));
        var few = counts.Where(c => c.Value < least).Select(c => c.Key).ToList();
        report.Must(few.Count == 0, $"each fault struck at least {least} times{(few.Count == 0 ? "" : ", but not " + string.Join(", ", few))}");
    }
}
