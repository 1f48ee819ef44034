using Helpline.Exchange;

namespace Helpline.Load.Faults;

/// <summary>Interpreters and other helpers whom counselors call into talks: they pick up or do not, and put the telephone down when it pleases them.</summary>
internal sealed class Guests(Product product, Random random)
{
    private const string Area = "+7717";
    private readonly Dictionary<string, (Leg Leg, DateTimeOffset LeavesAt)> known = [];

    /// <summary>A number of theirs: callers have others.</summary>
    public static string Number(Random random) => $"{Area}{random.Next(2_000_000, 3_000_000):D7}";

    public static bool Is(Leg leg) => leg.IsRungByUs && leg.To.StartsWith(Area, StringComparison.Ordinal);

    /// <summary>A quarter of a second.</summary>
    public void Live()
    {
        foreach (var leg in product.Exchange.Legs.Live.Where(l => l.IsRung && Is(l) && !known.ContainsKey(l.Sid)).ToList())
        {
            var isThere = random.NextDouble() < 0.75;
            known[leg.Sid] = (leg, product.Now.AddSeconds(isThere ? random.Next(5, 60) : random.Next(1, 10)));
            if (isThere) Switchboard.PickUp(leg);
        }
        foreach (var (leg, leavesAt) in known.Values.Where(g => g.Leg.IsOver || product.Now >= g.LeavesAt).ToList())
        {
            if (!leg.IsOver) Switchboard.HangUp(leg);
            known.Remove(leg.Sid);
        }
    }
}
