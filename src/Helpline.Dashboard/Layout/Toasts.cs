namespace Helpline.Dashboard.Layout;

/// <summary>Short confirmations that need no answer.</summary>
internal sealed class Toasts(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Shown = TimeSpan.FromSeconds(5);

    private ITimer? timer;

    public event Action? Changed;

    public string? Text { get; private set; }

    public void Say(string text)
    {
        timer?.Dispose();
        timer = clock.CreateTimer(_ => Show(null), null, Shown, Timeout.InfiniteTimeSpan);
        Show(text);
    }

    public void Dispose() => timer?.Dispose();

    private void Show(string? text)
    {
        Text = text;
        Changed?.Invoke();
    }
}
