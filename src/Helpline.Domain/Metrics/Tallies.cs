using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Helpline.Domain.Metrics;

/// <summary>By what contacts are parted; each contact is counted once in each, but for each of its topics and target groups.</summary>
public enum Parting
{
    Channel,
    Language,

    /// <summary>The region without its districts.</summary>
    Region,

    /// <summary>Of the person in need, of the caller where nobody else was named.</summary>
    Age,

    /// <inheritdoc cref="Age"/>
    Sex,

    /// <summary>A contact of several counts for each.</summary>
    Topic,

    /// <inheritdoc cref="Topic"/>
    TargetGroup,
    Risk,
}

/// <summary>How many contacts had which code, for each <see cref="Parting"/>; an empty code is what nobody said. Additive.</summary>
public sealed class Tallies
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    public void Add(Parting by, string? code, int contacts = 1)
    {
        var key = $"{by}:{code}";
        counts[key] = counts.GetValueOrDefault(key) + contacts;
    }

    /// <summary>Adds what <see cref="ToString"/> wrote.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        var known = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var part in text.Split(' '))
        {
            var pair = text[part];
            if (pair.LastIndexOf('=') is not (var at and > 0)) continue;
            CollectionsMarshal.GetValueRefOrAddDefault(known, pair[..at], out _) += int.Parse(pair[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The codes of one parting, the most frequent first, what nobody said last.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> By(Parting by)
    {
        var start = $"{by}:";
        return [.. counts.Where(c => c.Key.StartsWith(start, StringComparison.Ordinal)).Select(c => KeyValuePair.Create(c.Key[start.Length..], c.Value))
            .OrderBy(c => c.Key.Length == 0).ThenByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)];
    }

    /// <summary>As <c>Age:=2 Age:adult=7</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (key, contacts) in counts.OrderBy(c => c.Key, StringComparer.Ordinal)) text.Append(text.Length == 0 ? "" : " ").Append(key).Append(CultureInfo.InvariantCulture, $"={contacts}");
        return text.ToString();
    }
}
