using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Helpline.Domain.Metrics;

/// <summary>
/// How many waited how many seconds, each wait rounded up to a whole one: who waited at most so many whole seconds is then
/// known exactly. Kept as counts, because percentiles of parts cannot be combined and counts can; and with them how long they waited together.
/// </summary>
public sealed class Waits
{
    private readonly Dictionary<int, (int People, long Ticks)> counts = [];

    public int Count { get; private set; }

    /// <summary>Null when nobody waited.</summary>
    public int? Longest => Count == 0 ? null : counts.Keys.Max();

    /// <summary>Seconds and people, the shortest first.</summary>
    public IEnumerable<KeyValuePair<int, int>> BySecond => counts.OrderBy(c => c.Key).Select(c => KeyValuePair.Create(c.Key, c.Value.People));

    public static Waits Of(IEnumerable<double> seconds)
    {
        var waits = new Waits();
        foreach (var wait in seconds) waits.Add((int)Math.Ceiling(wait), 1, (long)Math.Round(wait * TimeSpan.TicksPerSecond));
        return waits;
    }

    /// <param name="ticks">How long they waited together, to the tick.</param>
    private void Add(int seconds, int people, long ticks)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, seconds, out _);
        known = (known.People + people, known.Ticks + ticks);
        Count += people;
    }

    /// <summary>Adds what <see cref="ToString"/> wrote.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        foreach (var part in text.Split(' '))
        {
            var one = text[part];
            if (one.IndexOf(':') is var at and > 0 && one.LastIndexOf(':') is var last && last > at)
                Add(Number<int>(one[..at]), Number<int>(one[(at + 1)..last]), Number<long>(one[(last + 1)..]));
        }
    }

    /// <summary>How many waited more than <paramref name="above"/> and at most <paramref name="most"/> seconds.</summary>
    public int Between(int above, int most) => counts.Where(c => c.Key > above && c.Key <= most).Sum(c => c.Value.People);

    /// <summary>How long those waited together who waited more than <paramref name="above"/> seconds.</summary>
    public double SecondsAbove(int above) => (double)counts.Where(c => c.Key > above).Sum(c => c.Value.Ticks) / TimeSpan.TicksPerSecond;

    /// <summary>The wait that the share <paramref name="share"/> of them did not exceed, by nearest rank: the one at place ceil(share × count).</summary>
    /// <param name="share">Above 0, at most 1.</param>
    /// <returns>Null when nobody waited.</returns>
    public int? Percentile(double share)
    {
        if (Count == 0) return null;
        var (place, seen) = ((int)Math.Ceiling(Math.Round(share * Count, 9)), 0);
        return BySecond.First(c => (seen += c.Value) >= place).Key;
    }

    /// <summary>As <c>4:1:37500000 12:3:351234567</c>: seconds, people, and how long they waited together in ticks.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (seconds, (people, ticks)) in counts.OrderBy(c => c.Key)) text.Append(text.Length == 0 ? "" : " ").Append(CultureInfo.InvariantCulture, $"{seconds}:{people}:{ticks}");
        return text.ToString();
    }

    private static T Number<T>(ReadOnlySpan<char> text) where T : System.Numerics.INumber<T> => T.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
