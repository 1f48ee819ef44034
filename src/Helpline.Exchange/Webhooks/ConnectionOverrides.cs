using System.Globalization;

namespace Helpline.Exchange;

/// <summary>How often and how long a webhook is tried. The address's fragment may say, for instance <c>#rt=3500&amp;rc=1&amp;rp=ct,5xx</c>.</summary>
internal sealed record ConnectionOverrides
{
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan Read { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>All tries together; 15 s is the hard limit.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromSeconds(15);

    public int Retries { get; init; } = 1;

    /// <summary>What is tried again: <c>ct</c>, <c>rt</c>, <c>4xx</c>, <c>5xx</c> or <c>all</c>.</summary>
    public IReadOnlyList<string> Policy { get; init; } = ["ct"];

    public bool Repeats(string failure) => Policy.Contains(failure) || Policy.Contains("all");

    public static ConnectionOverrides Of(Uri url)
    {
        var found = new ConnectionOverrides();
        foreach (var pair in url.Fragment.TrimStart('#').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = pair.Split('=', 2) is [var k, var v] ? (k, v) : (pair, "");
            found = key switch
            {
                "ct" => found with { Connect = Milliseconds(value, 10_000) },
                "rt" => found with { Read = Milliseconds(value, 15_000) },
                "tt" => found with { Total = Milliseconds(value, 15_000) },
                "rc" => found with { Retries = Math.Clamp(Number(value), 0, 5) },
                "rp" => found with { Policy = Uri.UnescapeDataString(value).Split(',') },
                _ => found,
            };
        }
        return found;
    }

    private static TimeSpan Milliseconds(string value, int most) => TimeSpan.FromMilliseconds(Math.Clamp(Number(value), 100, most));

    private static int Number(string value) => int.TryParse(value, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
