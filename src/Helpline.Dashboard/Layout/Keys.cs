using Microsoft.JSInterop;

namespace Helpline.Dashboard.Layout;

/// <summary>Keys pressed while nobody types in a field.</summary>
internal sealed class Keys(PageScript page) : IDisposable
{
    /// <summary>Ctrl+Enter, inside a field too.</summary>
    public const string Finish = "Finish";

    /// <summary>Alt+O, which opens the directory from inside a field too; outside of one O alone does.</summary>
    public const string Directory = "Directory";

    private DotNetObjectReference<Keys>? self;

    public event Func<string, Task>? Pressed;

    public async Task Listen()
    {
        if (self is null)
            await page.Listen(self = DotNetObjectReference.Create(this));
    }

    /// <param name="key">A to Z or 0 to 9 by the place on the keyboard, <see cref="Finish"/> or <see cref="Directory"/>.</param>
    [JSInvokable]
    public async Task OnKey(string key)
    {
        foreach (var listener in Pressed?.GetInvocationList() ?? [])
            await ((Func<string, Task>)listener)(key);
    }

    public void Dispose() => self?.Dispose();
}
