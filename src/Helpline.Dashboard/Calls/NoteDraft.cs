using System.Net;
using Helpline.Contracts.Calls;
using Helpline.Dashboard.Api;

namespace Helpline.Dashboard.Calls;

public enum SaveState { Loading, Saved, Typing, Saving, Unreachable, SignedOut, Refused, NotYours, Conflict }

/// <summary>What the counselor has typed on one call, and how far it is stored. It outlives pages and a lost session.</summary>
public sealed partial class NoteDraft : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(600);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(3);

    private readonly HelplineApi api;
    private readonly TimeProvider clock;
    private readonly Guid call;
    private NoteFields stored = NoteFields.Empty;
    private long version;
    private ITimer? timer;
    private Task? saving;
    private NoteFields? sent;
    private bool dismissed;

    internal NoteDraft(HelplineApi api, TimeProvider clock, Guid call) => (this.api, this.clock, this.call) = (api, clock, call);

    public event Action? Changed;

    public Guid Call => call;

    public NoteFields Fields { get; private set; } = NoteFields.Empty;

    public SaveState State { get; private set; }

    /// <summary>UTC of the last change the server stored.</summary>
    public DateTime? SavedAt { get; private set; }

    /// <summary>The stored note, when somebody else changed the same field meanwhile.</summary>
    public NoteFields? Theirs { get; private set; }

    /// <summary>Fields whose value the server did not accept; what was typed stays.</summary>
    public IReadOnlyCollection<NoteField> Refused { get; private set; } = [];

    /// <summary>The level says that somebody is in danger.</summary>
    public bool InDanger => Fields.Risk is "high" or "imminent";

    public bool Dirty => Fields != stored;

    /// <summary>The level that the stored answers of the risk screen propose.</summary>
    public string? Proposed { get; private set; }

    /// <summary>Fields without which the note, as it is stored, cannot be finished.</summary>
    public IReadOnlyCollection<NoteField> Missing { get; private set; } = [];

    public async Task Load()
    {
        var answer = await api.Note(call);
        if (answer.Value is { } note)
        {
            Proposed = note.ProposedRisk;
            Store(note, mine: Fields.Over(NoteFields.Of(note), stored));
        }
        else if (answer.Status == HttpStatusCode.NotFound)
            State = SaveState.Saved; // Nothing was written yet: the first word begins it.
        else
            After(Retry, Load);
        Changed?.Invoke();
    }

    /// <summary>Typing is stored after a short pause, so that a word is not a request for each letter.</summary>
    public void Type(string summary) => Type(NoteField.Summary, summary);

    /// <inheritdoc cref="Type(string)"/>
    public void Type(NoteField field, string text)
    {
        Fields = Fields.With(field, text);
        if (State is not (SaveState.Conflict or SaveState.Saving))
            State = SaveState.Typing;
        After(Pause, Save);
        Changed?.Invoke();
    }

    /// <summary>A choice is stored at once.</summary>
    public Task Choose(NoteField field, string code)
    {
        Fields = Fields.With(field, code);
        return Save();
    }

    /// <summary>Stores what is typed; true when everything is stored. One request at a time, so versions stay in order.</summary>
    public async Task<bool> Save()
    {
        timer?.Dispose();
        while (saving is { IsCompleted: false })
            await saving;
        while (Dirty && State is not (SaveState.Conflict or SaveState.Loading))
        {
            saving = SaveOnce();
            await saving;
            if (State is not SaveState.Saved)
                break;
        }
        Changed?.Invoke();
        return !Dirty && Theirs is null;
    }

    /// <summary>Stores what is typed and makes the note part of the record; false when something is missing or not stored.</summary>
    public async Task<bool> Finish()
    {
        if (!await Save())
            return false;
        var answer = await api.FinishNote(call);
        if (answer.Value is { } note)
            Store(note, mine: Fields);
        else
            Refuse(answer.Problem);
        Changed?.Invoke();
        return answer.Ok;
    }

    /// <summary>Ends a conflict with the text that shall stand.</summary>
    public Task Settle(NoteFields chosen)
    {
        (Fields, Theirs, State) = (chosen, null, SaveState.Saved);
        return Save();
    }

    /// <summary>Nothing is stored from now on.</summary>
    public void Dispose()
    {
        dismissed = true;
        timer?.Dispose();
    }

    private async Task SaveOnce()
    {
        State = SaveState.Saving;
        Changed?.Invoke();
        sent = Fields;
        var answer = await api.Save(call, sent.ChangeOf(version, stored));
        sent = null;
        switch (answer)
        {
            case { Ok: true, Value: { } note }: Store(note, mine: Fields); break;
            case { Status: HttpStatusCode.Conflict, Problem.Current: { } theirs }: Meet(theirs); break;
            case { Status: HttpStatusCode.Unauthorized }: State = SaveState.SignedOut; break;
            case { Status: HttpStatusCode.Forbidden }: State = SaveState.NotYours; break;
            case { Status: >= HttpStatusCode.BadRequest and < HttpStatusCode.TooManyRequests }: Refuse(answer.Problem); break;
            default: (State, _) = (SaveState.Unreachable, After(Retry, Save)); break;
        }
        Changed?.Invoke();
    }

    private void Store(NoteCard note, NoteFields mine)
    {
        (stored, version, SavedAt) = (NoteFields.Of(note), note.Version, note.SavedAt);
        (Fields, Refused, State) = (Follow(note.ProposedRisk, mine), [], SaveState.Saved);
        Missing = [.. NoteFields.All.Where(field => (note.Missing ?? []).Contains(field.ToString(), StringComparer.OrdinalIgnoreCase))];
    }

    /// <summary>The level goes along with the screen until the counselor sets another.</summary>
    private NoteFields Follow(string? proposed, NoteFields mine)
    {
        var before = Proposed ?? "";
        Proposed = proposed;
        return proposed is not null && proposed != before && mine.Risk == before ? mine.With(NoteField.Risk, proposed) : mine;
    }

    /// <summary>Different fields come together by themselves; only the same field asks the counselor.</summary>
    private void Meet(NoteCard current)
    {
        var theirs = NoteFields.Of(current);
        var clash = Fields.ClashesWith(theirs, stored).Any();
        var merged = Fields.Over(theirs, stored);
        Store(current, mine: clash ? Fields : merged);
        if (clash)
            (Theirs, State) = (theirs, SaveState.Conflict);
    }

    private void Refuse(Problem? problem)
    {
        Refused = [.. NoteFields.All.Where(field => problem?.Names(field.ToString()) == true)];
        State = SaveState.Refused;
    }

    private bool After(TimeSpan pause, Func<Task> then)
    {
        timer?.Dispose();
        if (!dismissed)
            timer = clock.CreateTimer(_ => _ = then(), null, pause, Timeout.InfiniteTimeSpan);
        return true;
    }
}
