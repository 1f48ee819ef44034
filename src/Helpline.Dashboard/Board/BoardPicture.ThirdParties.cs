using Helpline.Contracts.ThirdParties;

namespace Helpline.Dashboard.Board;

/// <summary>Who was called into the reader's call.</summary>
internal sealed partial class BoardPicture
{
    private long thirdTouched;

    /// <summary>The last one; null for nobody.</summary>
    public ThirdPartyCard? Third { get; private set; }

    public void Take(ThirdPartyCard card)
    {
        if (Third is { } known && (known.Id == card.Id ? known.Version > card.Version : known.AskedAt > card.AskedAt))
            return;
        (thirdTouched, Third) = (++Pushes, card);
        Heard();
    }
}
