using System.Threading.Channels;

namespace Helpline.Server.Routing;

/// <summary>Wakes the loops of this node at once instead of at their next tick. A lost wake costs a tick, never a call.</summary>
internal sealed class Wakers
{
    public Waker Dispatcher { get; } = new();
    public Waker LineCrew { get; } = new();
}

/// <summary>However often it is set, the loop runs once more.</summary>
internal sealed class Waker
{
    private readonly Channel<bool> signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Set() => signal.Writer.TryWrite(true);

    /// <summary>Waits for a wake, or for <paramref name="atMost"/> by <paramref name="clock"/>.</summary>
    public async Task Wait(TimeSpan atMost, TimeProvider clock, CancellationToken stop)
    {
        using var tick = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(tick.Token, stop);
        try
        {
            await signal.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // The tick.
        }
    }
}
