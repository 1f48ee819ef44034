using Helpline.Dashboard.Api;
using Helpline.Dashboard.Layout;
using Microsoft.JSInterop;

namespace Helpline.Dashboard.Board;

/// <summary>This browser tab among those of one counselor: her calls ring in one of them, and the others only show.</summary>
internal sealed class ThisTab(HelplineApi api, BoardPicture picture, PageScript page, TimeProvider clock) : IDisposable
{
    /// <summary>A tab that is reloaded is closed for a moment and keeps its calls; who is seen comes before who is hidden.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan GraceWhileHidden = TimeSpan.FromSeconds(6);

    private DotNetObjectReference<ThisTab>? self;
    private bool hidden;
    private bool waiting;

    /// <summary>The calls ring here from now on.</summary>
    public event Action? Took;

    /// <summary>The page has slept and is awake again.</summary>
    public event Func<Task>? Resumed;

    /// <summary>What it calls itself; survives a reload. Null before <see cref="Open"/>.</summary>
    public string? Name { get; private set; }

    /// <summary>The calls ring in another tab of the same person.</summary>
    public bool IsMirror => Name is not null && picture is { TakesCalls: true, Me.Tab: { } other } && other != Name;

    public async Task Open()
    {
        if (self is null)
            Name = await page.OpenTab(self = DotNetObjectReference.Create(this));
    }

    /// <summary>The person wants the calls here.</summary>
    public Task TakeCalls() => Sit(insists: true);

    /// <summary>Takes the calls when they ring nowhere, since the tab that had them was closed or sleeps.</summary>
    public async Task Follow()
    {
        if (waiting || !RingNowhere)
            return;
        waiting = true;
        // One that rings already cannot wait.
        if (picture.Offer is null)
            await Task.Delay(hidden ? GraceWhileHidden : Grace, clock);
        if (RingNowhere)
            await Sit(insists: false);
        waiting = false;
    }

    [JSInvokable]
    public async Task OnSeen(bool seen)
    {
        hidden = !seen;
        if (Name is not null && picture.Me?.Tab == Name)
            await Sit(insists: false);
    }

    [JSInvokable]
    public async Task OnResumed()
    {
        if (RingNowhere || picture.Me?.Tab == Name)
            await Sit(insists: false);
        await (Resumed?.Invoke() ?? Task.CompletedTask);
    }

    public void Dispose() => self?.Dispose();

    // Version 0: she has never said where she is, and calls ring nowhere.
    private bool RingNowhere => Name is not null && picture is { TakesCalls: true, Me: { Tab: null, Version: > 0 } };

    private async Task Sit(bool insists)
    {
        var had = picture.Me?.Tab == Name;
        if ((await api.Sit(Name!, hidden, insists)).Value is not { } me)
            return;
        picture.Take(me);
        if (!had && me.Tab == Name)
            Took?.Invoke();
    }
}
