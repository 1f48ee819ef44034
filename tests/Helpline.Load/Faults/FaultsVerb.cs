using Helpline.Load.Witness;

namespace Helpline.Load.Faults;

/// <summary>
/// Thousands of calls in made-up time while everything between the exchange and the server goes wrong, and then the books of
/// both held against each other.
/// </summary>
internal sealed class FaultsVerb : Verb
{
    public override string Name => "faults";
    public override string Measures => "calls in made-up time with all faults of the exchange on: lost, double, without instructions, stuck, notes lost";
    public override string Options => "--calls 10000 --counselors 40 --seed 1 --rate 20 (faults in a thousand occasions) --minutes 8 (of real time, to place the calls) --dedup on (off: it must fail) --folder DIR";

    public override async Task Run(Options options, Report report)
    {
        var (calls, counselors, seed) = (options.Number("--calls", 10_000), options.Number("--counselors", 40), options.Number("--seed", 1));
        var (rate, minutes) = (options.Number("--rate", 20) / 1000.0, TimeSpan.FromMinutes(options.Number("--minutes", 8)));
        var dedup = options.Text("--dedup") ?? "on";
        using var folder = new TemporaryFolder(options.Text("--folder"));
        options.Done();
        if (dedup is not ("on" or "off")) throw new OptionException($"--dedup is '{dedup}'; it should be on or off.");

        await using var product = new Product(folder.Path, seed, rate);
        if (dedup == "off") await product.ForgetKeys();
        var run = new Run(product, await product.SignIn(counselors, seed), seed, counselors / 16.0);
        await run.Ring(calls, minutes);
        report.Must(run.Rung == calls, $"{run.Rung} of {calls} calls placed within {minutes.TotalMinutes:F0} minutes");
        await run.End();
        Faults(product, run.Rung, report);
        await report.Judge(Name, product.Evidence, run.Watch, run.Callers);
        var reached = product.Evidence.Reached;
        report.Add(new Figure("faults: answered otherwise when asked twice", reached.Unlike, null, null, "questions", reached.Twice));
        report.Must(reached.Unlike == 0, $"0 answered otherwise when asked twice: {reached.Unlike} of {reached.Twice}");
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
