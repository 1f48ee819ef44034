using System.Collections.Concurrent;
using System.Diagnostics;

namespace Helpline.Load.Ring;

/// <summary>When callers entered the queue and when boards were offered their calls, by one clock.</summary>
internal sealed class Ringing
{
    private readonly ConcurrentDictionary<string, long> entered = new();
    private readonly ConcurrentDictionary<Guid, long> offered = new();
    private int again;

    /// <summary>Offers of a call that had been offered before: the first came to nothing.</summary>
    public int Again => again;

    public void Enters(string leg) => entered[leg] = Stopwatch.GetTimestamp();

    public void IsOffered(Guid call)
    {
        if (!offered.TryAdd(call, Stopwatch.GetTimestamp())) Interlocked.Increment(ref again);
    }

    /// <returns>Null when the call was never offered.</returns>
    public TimeSpan? Took(string leg, Guid call) => offered.TryGetValue(call, out var at) ? Stopwatch.GetElapsedTime(entered[leg], at) : null;

    /// <summary>Waits for so many calls to be offered, or for the end of patience.</summary>
    public async Task Until(Func<int, bool> enough, TimeSpan patience)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < patience && !enough(offered.Count);) await Task.Delay(100);
    }
}
