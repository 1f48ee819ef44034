namespace Helpline.Dashboard.Layout;

/// <summary>One second hand for all running times on the page, so that they step together.</summary>
internal sealed class Seconds : IDisposable
{
    private readonly ITimer timer;

    public Seconds(TimeProvider clock) =>
        timer = clock.CreateTimer(_ => Ticked?.Invoke(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

    public event Action? Ticked;

    public void Dispose() => timer.Dispose();
}
