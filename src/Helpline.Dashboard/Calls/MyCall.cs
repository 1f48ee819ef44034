using System.Net;
using Helpline.Contracts.Board;
using Helpline.Contracts.Calls;
using Helpline.Dashboard.Api;
using Helpline.Dashboard.Board;
using Helpline.Dashboard.Layout;
using Helpline.Dashboard.Phone;

namespace Helpline.Dashboard.Calls;

internal enum Trouble { None, Taken, Over, NotThere, Engaged, Away, Unreachable, Refused }

/// <summary>What the counselor does with the call that is offered to her or hers: the verbs behind the buttons.</summary>
internal sealed partial class MyCall : IDisposable
{
    private const string TabKey = "helpline.call";

    private readonly HelplineApi api;
    private readonly BoardPicture picture;
    private readonly BoardConnection board;
    private readonly BrowserPhone phone;
    private readonly PageScript page;
    private readonly ThisTab tab;
    private readonly TimeProvider clock;

    public MyCall(HelplineApi api, BoardPicture picture, BoardConnection board, BrowserPhone phone, PageScript page, ThisTab tab, TimeProvider clock)
    {
        (this.api, this.picture, this.board, this.phone, this.page, this.tab, this.clock) = (api, picture, board, phone, page, tab, clock);
        picture.Changed += Follow;
        tab.Took += TakeOver;
    }

    public event Action? Changed;

    public CallCard? Card => picture.MyCall;

    public NoteDraft? Note { get; private set; }

    /// <summary>A command is on its way: buttons wait.</summary>
    public bool Busy { get; private set; }

    public Trouble Trouble { get; private set; }

    /// <summary>Who was faster, when <see cref="Trouble"/> is Taken and the server knows.</summary>
    public string? TakenBy { get; private set; }

    public Task Accept(OfferCard offer) => Once(async () =>
    {
        var answer = await api.Accept(offer.Id);
        Tell(answer);
        if (answer.Value is { } accepted)
            await DialIn(accepted);
        await board.Refresh();
    });

    public Task Decline(OfferCard offer) => Once(async () =>
    {
        Tell(await api.Decline(offer.Id));
        await board.Refresh();
    });

    /// <summary>A new ticket for the same call, after a reload or a lost line.</summary>
    public Task Rejoin() => Once(async () =>
    {
        if (Card is not { } card)
            return;
        var answer = await api.Rejoin(card.Id);
        Tell(answer);
        if (answer.Value is { } accepted)
            await DialIn(accepted);
    });

    /// <summary>Ends the talk; the note stays open.</summary>
    public Task HangUp() => Once(async () =>
    {
        if (Card is not { } card)
            return;
        Tell(await api.HangUp(card.Id));
        await phone.HangUp();
        await board.Refresh();
    });

    /// <summary>Stores the note, then ends the call and frees the counselor. False when the note could not be stored, or lacks something.</summary>
    /// <param name="kind">Sets the kind of call in the same step; null leaves it.</param>
    /// <param name="asDraft">The call ends though the note lacks something; it waits as a draft.</param>
    public async Task<bool> Finish(string? kind, bool asDraft = false)
    {
        var done = false;
        await Once(async () =>
        {
            if (Card is not { } card || Note is { } note && (!await note.Save() || note.Missing.Count > 0 && !asDraft))
                return;
            var answer = await api.Finish(card.Id, kind);
            Tell(answer);
            done = answer.Ok;
            if (done)
                await phone.Drop();
            await board.Refresh();
        });
        return done;
    }

    public void Dispose()
    {
        picture.Changed -= Follow;
        tab.Took -= TakeOver;
        Note?.Dispose();
        kept.ForEach(note => note.Draft.Dispose());
        self?.Dispose();
    }

    private async Task DialIn(AcceptedOffer accepted)
    {
        // Whoever dials from a window that only shows wants her calls there.
        if (tab.IsMirror)
            await tab.TakeCalls();
        await page.Remember(TabKey, accepted.CallId.ToString());
        await phone.Connect(accepted.Ticket);
    }

    private async Task Once(Func<Task> command)
    {
        if (Busy)
            return;
        (Busy, Trouble, TakenBy) = (true, Trouble.None, null);
        Changed?.Invoke();
        try
        {
            await command();
        }
        finally
        {
            Busy = false;
            Changed?.Invoke();
        }
    }

    private void Tell<T>(Answer<T> answer)
    {
        Trouble = answer switch
        {
            { Ok: true } => Trouble.None,
            { Unreachable: true } => Trouble.Unreachable,
            { Status: HttpStatusCode.Conflict, Problem.TakenBy: not null } => Trouble.Taken,
            { Problem.Colleague: { } why } when Enum.TryParse<Trouble>(why, out var trouble) => trouble,
            { Status: HttpStatusCode.Conflict or HttpStatusCode.Gone or HttpStatusCode.NotFound } => Trouble.Over,
            _ => Trouble.Refused,
        };
        TakenBy = answer.Problem?.TakenBy;
    }
}
