using Helpline.Dashboard.Board;
using Microsoft.AspNetCore.Components;

namespace Helpline.Dashboard.Live;

/// <summary>A page of the live board. However many changes come, it is drawn at most four times a second.</summary>
public abstract class LiveView : ComponentBase, IDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(250);
    private bool waits;

    [Inject] internal BoardPicture Picture { get; set; } = null!;

    [Inject] internal LivePicture Live { get; set; } = null!;

    [Inject] internal TimeProvider Clock { get; set; } = null!;

    public void Dispose()
    {
        Picture.Changed -= Redraw;
        Live.Changed -= Redraw;
        Live.Leave();
        GC.SuppressFinalize(this);
    }

    protected override async Task OnInitializedAsync()
    {
        Picture.Changed += Redraw;
        Live.Changed += Redraw;
        await Live.Watch();
    }

    private void Redraw() => _ = InvokeAsync(async () =>
    {
        if (waits) return;
        waits = true;
        await Task.Delay(Between, Clock);
        waits = false;
        StateHasChanged();
    });
}
