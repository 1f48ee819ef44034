using Microsoft.JSInterop;

namespace Helpline.Dashboard.Board;

/// <summary>
/// Beats every 5 s from a worker: browsers slow the timers of a hidden page to one a minute, which would lose the
/// presence lease, but a frozen page freezes its workers too, and then the lease must be lost.
/// </summary>
internal sealed class Pulse(IJSRuntime script) : IAsyncDisposable
{
    private const int Step = 5;

    private DotNetObjectReference<Pulse>? self;
    private IJSObjectReference? module;
    private int seconds;

    /// <summary>Tells how many seconds the pulse has been beating.</summary>
    public event Func<int, Task>? Beat;

    public async Task Start()
    {
        if (self is not null)
            return;
        self = DotNetObjectReference.Create(this);
        module = await script.InvokeAsync<IJSObjectReference>("import", "./js/pulse.js");
        await module.InvokeVoidAsync("start", self, Step * 1000);
    }

    [JSInvokable]
    public Task OnBeat()
    {
        seconds += Step;
        return Beat?.Invoke(seconds) ?? Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        self?.Dispose();
        if (module is not null)
            await module.DisposeAsync();
    }
}
