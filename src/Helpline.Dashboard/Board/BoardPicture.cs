using Helpline.Contracts.Board;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Counselors;
using Helpline.Contracts.Routing;

namespace Helpline.Dashboard.Board;

/// <summary>The board in memory. Snapshots and pushes come in any order; the highest version of each card stays.</summary>
internal sealed partial class BoardPicture(TimeProvider clock)
{
    private readonly Dictionary<Guid, Held<CallCard>> calls = [];
    private readonly Dictionary<string, Held<PresenceCard>> counselors = [];
    private TimeSpan ahead;
    private string? me;
    private long offerTouched;
    private long gapsTouched;

    public event Action? Changed;

    /// <summary>The line's switch or a detour may have changed: whoever shows them fetches them anew.</summary>
    public event Action? LineMoved;

    /// <summary>Counts pushes: a snapshot asked for earlier cannot take back what was pushed since.</summary>
    public long Pushes { get; private set; }

    /// <summary>UTC by the server's clock.</summary>
    public DateTime Now => clock.GetUtcNow().UtcDateTime + ahead;

    /// <summary>When something was last heard, by this machine's clock; null before the first snapshot.</summary>
    public DateTimeOffset? HeardAt { get; private set; }

    /// <summary>After so long a hold is forgotten.</summary>
    public TimeSpan HoldAlarm { get; private set; }

    public OfferCard? Offer { get; private set; }

    /// <summary>How the last offer ended, until the next one.</summary>
    public ClosedOffer? LastClosed { get; private set; }

    /// <summary>Why the last person whom the reader called was not reached, until the next call or offer.</summary>
    public string? LastUnreached { get; private set; }

    /// <summary>Calls that would ring for nobody, for those who can do something about it.</summary>
    public IReadOnlyList<CoverageGap> Gaps { get; private set; } = [];

    public PresenceCard? Me => me is { } name && counselors.TryGetValue(name, out var held) ? held.Card : null;

    /// <summary>The reader may take calls; an administrator need not.</summary>
    public bool TakesCalls { get; private set; }

    public CallCard? MyCall => calls.Values.Select(held => held.Card)
        .FirstOrDefault(call => me is not null && call.Counselor == me && CallStates.Occupies(call));

    /// <summary>In the order of the line.</summary>
    public IReadOnlyList<CallCard> Waiting => [.. Line.Select(place => place.Call).OfType<CallCard>()];

    /// <summary>With a person on the line, or being joined to one; the longest first.</summary>
    public IReadOnlyList<CallCard> Talks =>
        [.. calls.Values.Select(held => held.Card).Where(call => call.State is "Connecting" or "Talking").OrderBy(call => call.AnsweredAt ?? call.ArrivedAt)];

    /// <summary>Everybody who may take calls, the busy ones first.</summary>
    public IReadOnlyList<PresenceCard> Counselors =>
        [.. counselors.Values.Select(held => held.Card).Where(card => TakesCalls || card.UserName != me).OrderBy(Rank).ThenBy(card => card.DisplayName, StringComparer.CurrentCulture)];

    /// <summary>Who talks on this call; null when nobody does.</summary>
    public string? CounselorOf(Guid call) => calls.TryGetValue(call, out var held) && held.Card.State == "Talking" ? held.Card.Counselor : null;

    /// <summary>On which call she talks; null for none.</summary>
    public Guid? TalkOf(string counselor) => calls.Values.Select(held => held.Card).FirstOrDefault(call => call.Counselor == counselor && call.State == "Talking")?.Id;

    /// <summary>What colleagues call her; the user name when she is not on this board.</summary>
    public string NameOf(string? userName) =>
        userName is not null && counselors.TryGetValue(userName, out var held) ? held.Card.DisplayName : userName ?? "–";

    /// <param name="asked">The value of <see cref="Pushes"/> when the snapshot was asked for.</param>
    public void Take(BoardSnapshot snapshot, long asked)
    {
        ahead = snapshot.Now - clock.GetUtcNow().UtcDateTime;
        (me, HoldAlarm) = (snapshot.Me.UserName, TimeSpan.FromSeconds(snapshot.HoldAlarmSeconds));
        TakesCalls = snapshot.Counselors.Any(card => card.UserName == me);
        var everyCall = snapshot.MyCall is { } mine ? snapshot.Calls.Append(mine) : snapshot.Calls;
        Merge(calls, everyCall, call => call.Id, call => call.Version, asked);
        Merge(counselors, snapshot.Counselors.Append(snapshot.Me), card => card.UserName, card => card.Version, asked);
        if (offerTouched <= asked)
            Offer = snapshot.Offer;
        if (gapsTouched <= asked)
            Gaps = snapshot.Gaps ?? [];
        if (transferTouched <= asked)
            Transfer = snapshot.Transfer;
        if (thirdTouched <= asked)
            Third = snapshot.Third;
        TakeQueue(snapshot.Queue);
        Heard();
        // By the hours the line opens and closes without a push.
        LineMoved?.Invoke();
    }

    public void Take(CallCard call) => Take([call]);

    public void Take(IReadOnlyList<CallCard> changed)
    {
        foreach (var call in changed) Keep(call);
        Heard();
    }

    public void Take(PresenceCard card) => Take([card]);

    public void Take(IReadOnlyList<PresenceCard> moved)
    {
        foreach (var card in moved) Keep(card);
        Heard();
    }

    private void Keep(CallCard call)
    {
        Pushes++;
        Keep(calls, call.Id, call, held => held.Version);
        if (call.State == "Callback" || call.Outbound && call.State is "Connecting" or "Done") PlacesMoved?.Invoke();
        if (call.Counselor == me && (call.Unreached is not null || CallStates.Occupies(call))) LastUnreached = call.Unreached;
    }

    /// <summary>Something has changed that no card says.</summary>
    public void TakeLive()
    {
        Heard();
        LineMoved?.Invoke();
    }

    private void Keep(PresenceCard card)
    {
        Pushes++;
        var wasFree = IsFree(Me);
        Keep(counselors, card.UserName, card, held => held.Version);
        if (card.UserName == me && !wasFree && IsFree(card)) PlacesMoved?.Invoke();
    }

    public void Take(OfferCard offer)
    {
        (offerTouched, Offer, LastClosed, LastUnreached) = (++Pushes, offer, null, null);
        Heard();
    }

    public void Take(ClosedOffer closed)
    {
        offerTouched = ++Pushes;
        if (Offer is null || Offer.Id == closed.Id)
            (Offer, LastClosed) = (null, closed);
        Heard();
    }

    public void Take(IReadOnlyList<CoverageGap> gaps)
    {
        (gapsTouched, Gaps) = (++Pushes, gaps);
        Heard();
    }

    /// <summary>Somebody else sits down: nothing of the last one stays.</summary>
    public void Clear()
    {
        calls.Clear();
        counselors.Clear();
        TakeQueue(null);
        Gaps = [];
        (me, Offer, LastClosed, LastUnreached, HeardAt, Transfer, LastTransfer, Third) = (null, null, null, null, null, null, null, null);
        Changed?.Invoke();
    }

    private void Heard()
    {
        HeardAt = clock.GetUtcNow();
        Changed?.Invoke();
    }

    private void Merge<TKey, TCard>(
        Dictionary<TKey, Held<TCard>> cards, IEnumerable<TCard> fresh, Func<TCard, TKey> key, Func<TCard, long> version, long asked)
        where TKey : notnull
    {
        var named = new HashSet<TKey>();
        foreach (var card in fresh)
        {
            named.Add(key(card));
            Keep(cards, key(card), card, version);
        }
        foreach (var (gone, _) in cards.Where(pair => !named.Contains(pair.Key) && pair.Value.Touched <= asked).ToList())
            cards.Remove(gone);
    }

    private void Keep<TKey, TCard>(Dictionary<TKey, Held<TCard>> cards, TKey key, TCard card, Func<TCard, long> version)
        where TKey : notnull
    {
        if (!cards.TryGetValue(key, out var held) || version(card) >= version(held.Card))
            cards[key] = new(card, Pushes);
    }

    private static int Rank(PresenceCard card) => (card.Busy, card.State) switch
    {
        (not null, _) => 0,
        (_, "Available" or "LastCall") => 1,
        (_, "Offline") => 3,
        _ => 2,
    };

    private sealed record Held<TCard>(TCard Card, long Touched);
}
