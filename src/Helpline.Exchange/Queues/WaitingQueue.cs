using System.Globalization;

namespace Helpline.Exchange;

/// <summary>Legs parked by Enqueue, first come first.</summary>
internal sealed class WaitingQueue(string name, int maxSize, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly List<QueuePlace> places = [];
    private TimeSpan waited;
    private int gone;

    public string Sid { get; } = Exchange.Sid.New("QU");

    public string FriendlyName => name;

    public int MaxSize => maxSize;

    public DateTimeOffset CreatedAt { get; } = clock.GetUtcNow();

    public int CurrentSize
    {
        get
        {
            lock (gate) return places.Count;
        }
    }

    /// <summary>Seconds, over those who have left and those still here.</summary>
    public int AverageWait
    {
        get
        {
            lock (gate)
            {
                var all = places.Aggregate(waited, (sum, place) => sum + place.Waited);
                return (gone + places.Count) is var count and > 0 ? (int)(all.TotalSeconds / count) : 0;
            }
        }
    }

    /// <summary>A place at the end, or null when the queue is full.</summary>
    public QueuePlace? Enter(int? limit)
    {
        lock (gate)
        {
            if (places.Count >= Math.Min(maxSize, limit ?? maxSize)) return null;
            var place = new QueuePlace(this, clock);
            places.Add(place);
            return place;
        }
    }

    public void Leave(QueuePlace place)
    {
        lock (gate)
        {
            if (!places.Remove(place)) return;
            waited += place.Waited;
            gone++;
        }
    }

    /// <summary>From 1; 0 for one who has left.</summary>
    public int PositionOf(QueuePlace place)
    {
        lock (gate) return places.IndexOf(place) + 1;
    }
}

/// <summary>One leg's place in a queue.</summary>
internal sealed class QueuePlace(WaitingQueue queue, TimeProvider clock)
{
    private readonly DateTimeOffset since = clock.GetUtcNow();

    public WaitingQueue Queue => queue;

    public int Position => queue.PositionOf(this);

    public TimeSpan Waited => clock.GetUtcNow() - since;

    public string Seconds => Text((int)Waited.TotalSeconds);

    /// <summary>What a wait document's request says beyond the call.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields() =>
    [
        new("QueueSid", queue.Sid), new("QueuePosition", Text(Position)), new("QueueTime", Seconds),
        new("AvgQueueTime", Text(queue.AverageWait)), new("CurrentQueueSize", Text(queue.CurrentSize)), new("MaxQueueSize", Text(queue.MaxSize)),
    ];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
