using Helpline.Dashboard.Calls;
using Microsoft.AspNetCore.Components;

namespace Helpline.Dashboard.Board;

/// <summary>A part of the page that shows the board or the own call, and is drawn anew when either changes.</summary>
public abstract class BoardView : ComponentBase, IDisposable
{
    [Inject] internal BoardPicture Picture { get; set; } = null!;

    [Inject] internal MyCall Mine { get; set; } = null!;

    public void Dispose()
    {
        Picture.Changed -= Redraw;
        Mine.Changed -= Redraw;
        GC.SuppressFinalize(this);
    }

    protected override void OnInitialized()
    {
        Picture.Changed += Redraw;
        Mine.Changed += Redraw;
    }

    private void Redraw() => _ = InvokeAsync(StateHasChanged);
}
