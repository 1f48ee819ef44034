using Helpline.Contracts.Transfers;

namespace Helpline.Dashboard.Board;

/// <summary>The transfer from the reader or to her.</summary>
internal sealed partial class BoardPicture
{
    private long transferTouched;

    /// <summary>The open one; null for none.</summary>
    public TransferCard? Transfer { get; private set; }

    /// <summary>How the last one ended, until the next one.</summary>
    public TransferCard? LastTransfer { get; private set; }

    public void Take(TransferCard card)
    {
        if (Transfer?.Id == card.Id && Transfer.Version > card.Version || LastTransfer?.Id == card.Id)
            return;
        transferTouched = ++Pushes;
        var isOpen = card.State is "Asked" or "Accepted" or "Consulting";
        Transfer = isOpen ? card : null;
        LastTransfer = isOpen ? null : card;
        Heard();
    }
}
