using Microsoft.JSInterop;

namespace Helpline.Dashboard.Calls;

/// <summary>Keeping up with the call that the board says is mine, and with the page coming and going.</summary>
internal sealed partial class MyCall
{
    private DotNetObjectReference<MyCall>? self;
    private bool following;
    private bool behind;

    /// <summary>From now on a page that is left sends what is typed.</summary>
    public async Task Guard()
    {
        if (self is null)
            await page.SaveOnLeave(self = DotNetObjectReference.Create(this));
    }

    /// <summary>Keeps the note and the line beside the call that the board says is mine. A handler of the board's event: nobody awaits it.</summary>
    private async void Follow()
    {
        behind = true;
        if (following)
            return;
        following = true;
        try
        {
            while (behind)
            {
                behind = false;
                if (Card?.Id != Note?.Call)
                    await Open(Card?.Id);
                else if (Card?.State == "WrapUp" && phone.OnLine)
                    await phone.Drop();
            }
        }
        finally
        {
            // One failure must not leave the next call without its note.
            following = false;
        }
        Changed?.Invoke();
    }

    /// <summary>The calls ring in this tab now: a talk goes on here, with the note as it was stored meanwhile. A handler: nobody awaits it.</summary>
    private async void TakeOver()
    {
        // What was typed here and never arrived is not lost over it.
        if (Note is { } note)
            await (note.Dirty ? note.Save() : note.Load());
        if (!phone.OnLine && Card is { ByPhone: false, State: "Connecting" or "Talking" })
            await Rejoin();
    }

    private async Task Open(Guid? call)
    {
        var left = (Note, opened);
        (Note, opened) = (call is { } id ? TakeBack(id) ?? new(api, clock, id) : null, Card);
        if (left is ({ } note, var of))
            _ = Keep(note, of);
        Trouble = Trouble.None;
        if (Note is null)
        {
            await phone.Drop();
            await page.Remember(TabKey, null);
            return;
        }
        await (Note.Dirty ? Note.Save() : Note.Load());
        // Only the tab that took the call comes back by itself: a second window must not take the line away.
        if (!phone.OnLine && !Busy && Card is { ByPhone: false, State: "Connecting" or "Talking" } && await page.Recall(TabKey) == call.ToString())
            await Rejoin();
    }
}
