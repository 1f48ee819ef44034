using Helpline.Contracts.Transfers;

namespace Helpline.Dashboard.Calls;

/// <summary>Giving the call to somebody else, or taking it over.</summary>
internal sealed partial class MyCall
{
    /// <summary>The caller hears music, and a free colleague is asked.</summary>
    public Task Consult(string colleague) => Once(async () =>
    {
        if (Card is not { } card)
            return;
        Tell(await api.AskColleague(card.Id, colleague));
        await board.Refresh();
    });

    /// <summary>Stores the note, then gives the caller back to the queue.</summary>
    public Task HandOn(HandOnCall to) => Once(async () =>
    {
        if (Card is not { } card || Note is { } note && !await note.Save())
            return;
        Tell(await api.HandOn(card.Id, to));
        await board.Refresh();
    });

    /// <summary>Stores the note, then the call is the colleague's.</summary>
    public Task Complete(TransferCard transfer) => Once(async () =>
    {
        if (Note is { } note && !await note.Save())
            return;
        Tell(await api.CompleteTransfer(transfer.Id));
        await board.Refresh();
    });

    /// <summary>Back to the caller.</summary>
    public Task Cancel(TransferCard transfer) => Once(async () =>
    {
        Tell(await api.CancelTransfer(transfer.Id));
        await board.Refresh();
    });

    /// <summary>Into the room of the colleague who asks; again when the line did not come about.</summary>
    public Task Join(TransferCard transfer) => Once(async () =>
    {
        var answer = await api.AcceptTransfer(transfer.Id);
        Tell(answer);
        if (answer.Value is { } accepted)
            await DialIn(accepted);
        await board.Refresh();
    });

    /// <summary>Not to be taken over, or out of the room again.</summary>
    public Task Decline(TransferCard transfer) => Once(async () =>
    {
        Tell(await api.DeclineTransfer(transfer.Id));
        await phone.Drop();
        await board.Refresh();
    });
}
