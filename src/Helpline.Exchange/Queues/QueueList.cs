namespace Helpline.Exchange;

/// <summary>The account's queues by name; an Enqueue makes the one it needs.</summary>
internal sealed class QueueList(TimeProvider clock)
{
    public const int DefaultSize = 1000;
    public const int LargestSize = 5000;
    private readonly Lock gate = new();
    private readonly List<WaitingQueue> queues = [];

    public IReadOnlyList<WaitingQueue> All
    {
        get
        {
            lock (gate) return [.. queues];
        }
    }

    public WaitingQueue? BySid(string sid) => All.FirstOrDefault(q => q.Sid == sid);

    public WaitingQueue Named(string name)
    {
        lock (gate)
            return queues.Find(q => q.FriendlyName == name) ?? Add(name, DefaultSize);
    }

    /// <summary>A new queue; null when the name is taken.</summary>
    public WaitingQueue? Create(string name, int maxSize)
    {
        lock (gate)
            return queues.Exists(q => q.FriendlyName == name) ? null : Add(name, maxSize);
    }

    private WaitingQueue Add(string name, int maxSize)
    {
        var queue = new WaitingQueue(name, maxSize, clock);
        queues.Add(queue);
        return queue;
    }
}
