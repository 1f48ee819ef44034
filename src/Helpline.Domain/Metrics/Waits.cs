using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Helpline.Domain.Metrics;

/// <summary>
/// How many waited how many seconds, each wait rounded up to a whole one: who waited at most so many whole seconds is then
/// known exactly. Kept as counts, because percentiles of parts cannot be combined and counts can.
/// </summary>
public sealed class Waits
{
    private readonly Dictionary<int, int> counts = [];

    public int Count { get; private set; }

    /// <summary>Null when nobody waited.</summary>
    public int? Longest => Count == 0 ? null : counts.Keys.Max();

    public IEnumerable<KeyValuePair<int, int>> BySecond => counts.OrderBy(c => c.Key);

    public static Waits Of(IEnumerable<double> seconds)
    {
        var waits = new Waits();
        foreach (var wait in seconds) waits.Add((int)Math.Ceiling(wait));
        return waits;
    }

    public void Add(int seconds, int people = 1)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(counts, seconds, out _) += people;
        Count += people;
    }

    /// <summary>Adds what <see cref="ToString"/> wrote.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        foreach (var part in text.Split(' '))
        {
            var pair = text[part];
            if (pair.IndexOf(':') is var at and > 0)
                Add(int.Parse(pair[..at], NumberStyles.None, CultureInfo.InvariantCulture), int.Parse(pair[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture));
        }
    }

    /// <summary>How many waited more than <paramref name="above"/> and at most <paramref name="most"/> seconds.</summary>
    public int Between(int above, int most) => counts.Where(c => c.Key > above && c.Key <= most).Sum(c => c.Value);

    /// <summary>The wait that the share <paramref name="share"/> of them did not exceed, by nearest rank: the one at place ceil(share × count).</summary>
    /// <param name="share">Above 0, at most 1.</param>
    /// <returns>Null when nobody waited.</returns>
    public int? Percentile(double share)
    {
        if (Count == 0) return null;
        var (place, seen) = ((int)Math.Ceiling(Math.Round(share * Count, 9)), 0);
        return BySecond.First(c => (seen += c.Value) >= place).Key;
    }

    /// <summary>As <c>4:1 12:3</c>, seconds and people.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (seconds, people) in BySecond) text.Append(text.Length == 0 ? "" : " ").Append(CultureInfo.InvariantCulture, $"{seconds}:{people}");
        return text.ToString();
    }
}
