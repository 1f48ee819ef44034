using System.Collections.Concurrent;

namespace Helpline.Load;

/// <summary>Answers that should not have been, counted by what was asked and answered.</summary>
internal sealed class Refusals
{
    private readonly ConcurrentDictionary<string, int> counts = new();

    public void Add(string what) => counts.AddOrUpdate(what, 1, (_, count) => count + 1);

    public int Count => counts.Values.Sum();

    public override string ToString() => Count == 0 ? "none" : string.Join(", ", counts.OrderByDescending(c => c.Value).Select(c => $"{c.Value} x {c.Key}"));
}
