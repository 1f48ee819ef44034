using System.Collections.Concurrent;

namespace Helpline.Exchange;

/// <summary>Every live leg, and the last of those that are over.</summary>
internal sealed class LegList
{
    private const int Kept = 5000;
    private readonly ConcurrentDictionary<string, Leg> legs = new();
    private readonly ConcurrentDictionary<string, Leg> live = new();
    private readonly ConcurrentQueue<Leg> over = new();

    public IEnumerable<Leg> Live => live.Values.Where(l => !l.IsOver);

    public IEnumerable<Leg> All => legs.Values;

    public Leg? Find(string sid) => legs.GetValueOrDefault(sid);

    public Leg? ByKey(string key) => legs.Values.FirstOrDefault(l => l.Key == key);

    public void Add(Leg leg) => legs[leg.Sid] = live[leg.Sid] = leg;

    public void IsOver(Leg leg)
    {
        live.TryRemove(leg.Sid, out _);
        over.Enqueue(leg);
        if (over.Count > Kept && over.TryDequeue(out var oldest)) legs.TryRemove(oldest.Sid, out _);
    }
}
