using System.Globalization;
using System.Text.Json;

namespace Helpline.Load;

/// <summary>What a run has found: its figures, and the bars it missed.</summary>
internal sealed class Report(string verb)
{
    private static readonly JsonSerializerOptions Layout = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private readonly List<Figure> figures = [];
    private readonly List<string> missed = [];

    public void Add(Figure figure) => figures.Add(figure);

    /// <summary>A bar: what must hold for the run to succeed.</summary>
    public void Must(bool holds, string bar)
    {
        Say($"{(holds ? "held" : "MISSED")}: {bar}");
        if (!holds) missed.Add(bar);
    }

    public static void Say(string line) => Console.WriteLine(line);

    /// <summary>Prints the figures and writes them to <paramref name="json"/>.</summary>
    /// <returns>The exit code: 1 when a bar was missed.</returns>
    public async Task<int> Finish(string? json)
    {
        Say("");
        Say($"{"figure",-46} {"value",10} {"floor",10} {"ratio",7}  unit (samples)");
        foreach (var f in figures) Say($"{f.Name,-46} {Text(f.Value),10} {Text(f.Floor),10} {Text(f.Ratio),7}  {f.Unit} ({f.Samples})");
        Say(missed.Count == 0 ? $"{verb}: every bar held" : $"{verb}: {missed.Count} bars missed");
        if (json is not null) await File.WriteAllTextAsync(json, JsonSerializer.Serialize(figures, Layout));
        return missed.Count == 0 ? 0 : 1;
    }

    private static string Text(double? number) => number switch
    {
        null => "",
        >= 100 => number.Value.ToString("F0", CultureInfo.InvariantCulture),
        _ => number.Value.ToString("F2", CultureInfo.InvariantCulture),
    };
}
