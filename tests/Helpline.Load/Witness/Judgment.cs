using System.Globalization;

namespace Helpline.Load.Witness;

/// <summary>The zeros that every run must show.</summary>
internal static class Judgment
{
    private const int Shown = 10;

    /// <param name="verb">Names the figures.</param>
    /// <param name="callers">Legs of everybody who has rung.</param>
    public static async Task Judge(this Report report, string verb, Evidence evidence, Watch watch, IReadOnlySet<string> callers)
    {
        var books = await Books.Compare(evidence, callers);
        Report.Say($"calls by their end: {string.Join(", ", books.States.OrderBy(s => s.Key).Select(s => $"{s.Value} {s.Key}"))}; {books.NeverTold} of which the server never heard");
        report.None(verb, "lost", books.Lost, callers.Count);
        report.None(verb, "double", watch.Doubles, callers.Count);
        report.None(verb, "gaps", watch.Gaps, callers.Count);
        report.None(verb, "stuck", [.. watch.Stuck, .. books.Open], callers.Count);
        report.None(verb, "unbalanced", books.Unbalanced, callers.Count);
        report.None(verb, "notes lost", books.Notes, evidence.Notes.Count);
        var messages = await Messages.Compare(evidence);
        report.None(verb, "messages lost", messages.Lost, messages.Spoken);
    }

    public static void None(this Report report, string verb, string what, IReadOnlyList<string> found, int of)
    {
        foreach (var one in found.Take(Shown)) Report.Say($"  {what}: {one}");
        report.Add(new Figure($"{verb}: {what}", found.Count, null, null, what.EndsWith(" lost", StringComparison.Ordinal) ? what.Split(' ')[0] : "calls", of));
        report.Must(found.Count == 0, string.Create(CultureInfo.InvariantCulture, $"0 {what}: {found.Count} of {of}"));
    }
}
