using System.Net;
using Helpline.Contracts.Visits;
using Helpline.Dashboard.Api;
using Helpline.Dashboard.Calls;

namespace Helpline.Dashboard.Visits;

/// <summary>What the worker has typed of one visit, and how far it is stored. What was typed stays, whatever is refused.</summary>
internal sealed class VisitDraft(HelplineApi api, TimeProvider clock, Guid visit) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(3);
    private long version;
    private bool dirty;
    private ITimer? timer;
    private Task? saving;

    public event Action? Changed;

    public VisitFields Fields { get; private set; } = VisitFields.Empty;

    public SaveState State { get; private set; }

    /// <summary>UTC of the last change the server stored.</summary>
    public DateTime? SavedAt { get; private set; }

    /// <summary>Why the server did not take it; null when it did.</summary>
    public Problem? Problem { get; private set; }

    public async Task Load()
    {
        if ((await api.VisitForm(visit)).Value is { } card)
            (Fields, version, SavedAt, State, dirty, Problem) = (card.Form, card.Version, card.SavedAt, SaveState.Saved, false, null);
        else
            After(Retry, Load);
        Changed?.Invoke();
    }

    public void Type(VisitFields fields)
    {
        (Fields, dirty) = (fields, true);
        if (State is not (SaveState.Conflict or SaveState.Saving))
            State = SaveState.Typing;
        After(Pause, Save);
        Changed?.Invoke();
    }

    /// <summary>Stores what is typed, one request at a time, so versions stay in order.</summary>
    public async Task Save()
    {
        timer?.Dispose();
        while (saving is { IsCompleted: false })
            await saving;
        while (dirty && State is not (SaveState.Conflict or SaveState.Loading))
        {
            saving = SaveOnce();
            await saving;
            if (State is not SaveState.Saved)
                break;
        }
        Changed?.Invoke();
    }

    /// <summary>Another window changed the form: this one's text shall stand.</summary>
    public async Task KeepMine()
    {
        if ((await api.VisitForm(visit)).Value is not { } card)
            return;
        (version, dirty, State) = (card.Version, true, SaveState.Typing);
        await Save();
    }

    /// <summary>The visit is done, and this is its form.</summary>
    /// <returns>False when the form was refused; the draft says why.</returns>
    public async Task<bool> Finish()
    {
        await Save();
        if (State is not (SaveState.Saved or SaveState.Refused))
            return false;
        var answer = await api.FinishVisit(visit, new(Fields, version));
        Problem = answer.Ok ? null : answer.Problem;
        State = answer switch { { Ok: true } => SaveState.Saved, { Unreachable: true } => SaveState.Unreachable, _ => SaveState.Refused };
        Changed?.Invoke();
        return answer.Ok;
    }

    public void Dispose() => timer?.Dispose();

    private async Task SaveOnce()
    {
        (State, dirty) = (SaveState.Saving, false);
        Changed?.Invoke();
        var answer = await api.SaveVisit(visit, new(Fields, version));
        Problem = answer.Problem;
        switch (answer)
        {
            case { Ok: true, Value: { } card }: (version, SavedAt, State) = (card.Version, card.SavedAt, SaveState.Saved); return;
            case { Status: HttpStatusCode.Conflict }: State = SaveState.Conflict; break;
            case { Status: HttpStatusCode.Unauthorized }: State = SaveState.SignedOut; break;
            case { Status: >= HttpStatusCode.BadRequest and < HttpStatusCode.TooManyRequests }: State = SaveState.Refused; break;
            default: State = SaveState.Unreachable; After(Retry, Save); break;
        }
        dirty = true;
    }

    private void After(TimeSpan pause, Func<Task> then)
    {
        timer?.Dispose();
        timer = clock.CreateTimer(_ => _ = then(), null, pause, Timeout.InfiniteTimeSpan);
    }
}
