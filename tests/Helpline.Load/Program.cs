using Helpline.Load;
using Helpline.Load.Dispatch;
using Helpline.Load.Exports;
using Helpline.Load.Faults;
using Helpline.Load.Lists;
using Helpline.Load.Live;
using Helpline.Load.Metrics;
using Helpline.Load.Nodes;
using Helpline.Load.Ring;
using Helpline.Load.Servers;
using Helpline.Load.Webhooks;

// One verb for each figure. A new figure is a new folder with a class for its verb, and a line here.
Verb[] verbs = [new WebhooksVerb(), new RingVerb(), new DispatchVerb(), new FaultsVerb(), new NodesVerb(), new SeedVerb(), new ListsVerb(), new MetricsVerb(), new ExportVerb(), new LiveVerb()];

if (args is [FloorServer.Verb, ..]) return await FloorServer.Run(args[1..]);
if (args is not [var name, .. var rest] || verbs.FirstOrDefault(v => v.Name == name) is not { } verb) return PrintVerbs();
try
{
    var options = new Options(rest);
    var report = new Report(verb.Name);
    Console.WriteLine(MachineLine.Read());
    await verb.Run(options, report);
    return await report.Finish(options.Json);
}
catch (OptionException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return PrintVerbs();
}

int PrintVerbs()
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/Helpline.Load -- VERB [--json FILE] [options]");
    foreach (var verb in verbs)
    {
        Console.Error.WriteLine($"  {verb.Name,-10}{verb.Measures}");
        Console.Error.WriteLine($"  {"",-10}options: {verb.Options}");
    }
    return 2;
}
