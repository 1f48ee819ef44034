using Helpline.Domain.Callbacks;
using Helpline.Domain.Calls;
using Helpline.Domain.Counselors;
using Helpline.Domain.Line;
using Helpline.Domain.Offers;
using Helpline.Domain.Routing;
using Helpline.Server.Accounts;
using Helpline.Server.Calls;
using Helpline.Server.Data;
using Helpline.Server.Shifts;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Routing;

/// <summary>What routing asks of the database.</summary>
internal static class RoutingQueries
{
    /// <summary>Stands among the languages for a detour, so that the usual line without any asks nothing more.</summary>
    private const string AnyDetour = "*";

    /// <summary>The same for a callback that may stand in the queue.</summary>
    private const string AnyCallback = "+";

    /// <summary>Callbacks that are looked at.</summary>
    private const int MostCallbacks = 200;

    public static IQueryable<Offer> Open(this IQueryable<Offer> offers) =>
        offers.Where(o => o.State == OfferState.Made || o.State == OfferState.Shown);

    public static IQueryable<Offer> Overdue(this IQueryable<Offer> offers, DateTime now) =>
        offers.Where(o => (o.State == OfferState.Made && (o.AcknowledgeBy <= now || o.ExpiresAt <= now)) || (o.State == OfferState.Shown && o.ExpiresAt <= now));

    public static IQueryable<Call> Overdue(this IQueryable<Call> calls, DateTime now) =>
        calls.Where(c => (c.State == CallState.Waiting || c.State == CallState.Connecting || c.State == CallState.Talking || c.State == CallState.WrapUp) && c.Deadline <= now);

    public static IQueryable<Presence> Unheard(this IQueryable<Presence> seats, DateTime now) =>
        seats.Where(p => p.State != PresenceState.Offline && p.LeaseUntil <= now && p.Phone != OwnPhone.On && p.CallId == null);

    /// <summary>Callers to whom nobody has come until the last step of the widening, and for whom the backup number was not rung yet.</summary>
    public static IQueryable<Call> ForBackup(this IQueryable<Call> calls, RoutingRules rules, LineRules line, DateTime now)
    {
        var queuedBefore = line.BackupNumber is null || rules.BackupAfter is not { } after ? DateTime.MinValue : now - after;
        return calls.Where(c => c.State == CallState.Waiting && c.QueuedAt <= queuedBefore && c.BackupRungAt == null && c.FirstAnsweredAt == null);
    }

    public static IQueryable<Call> InQueue(this IQueryable<Call> calls) =>
        calls.Where(c => c.State == CallState.Waiting).OrderByDescending(c => c.Priority).ThenBy(c => c.QueuedAt);

    /// <summary>Reads who is free and who waits, only as many as can meet, and lets <see cref="RoutingPolicy"/> decide.</summary>
    public static async Task<Dispatching> Decide(this HelplineDb db, CompiledQueries queries, RoutingRules rules, LineRules line, DateTime now)
    {
        var atOnce = rules.Steps.Max(s => s.AtOnce);
        // Whoever becomes free asks this, and mostly nobody waits: the crew is read only for somebody.
        var found = await LanguagesIn(db, CallState.Waiting);
        var asked = found.Where(l => l is not (AnyDetour or AnyCallback)).ToArray();
        if (asked.Length == 0 && !(atOnce > 1 && (await LanguagesIn(db, CallState.Offered)).Length > 0)) return new([], 0);
        var free = await FreeSeats(db, queries, rules, line.Today(now), now);
        var detours = !found.Contains(AnyDetour) ? [] : await db.Detours.AsNoTracking().Standing().ToListAsync();
        var waiting = new List<WaitingCall>();
        foreach (var language in asked.Where(l => free.Exists(c => c.Languages.Contains(detours.To(DetourOf.Language, l) ?? l))))
        {
            // Some at the head may just have been let go by everybody who is free: a few more than can be served are read.
            waiting.AddRange(await queries.Waiting(db, language, free.Count + 20).ToListAsync());
        }
        if (free.Count > 0 && atOnce > 1) waiting.AddRange(await Ringing(db, atOnce, free.Count + 20));
        if (waiting.Count > 0 && found.Contains(AnyCallback) && free.Exists(s => rules.Keeps(s, now))) waiting.AddRange(await db.CallbacksInLine(queries, line, now));
        if (detours.Count > 0) waiting = waiting.ConvertAll(call => call.Led(detours));
        var matches = waiting.Count == 0 ? [] : RoutingPolicy.Decide(waiting, free, await db.Lapsed(queries, waiting), rules, now);
        return new([.. matches.Where(m => !m.IsCallback)], free.Count);
    }

    /// <summary>Whoever waits, and in the places that they keep those who are to be called back now; in the order of the line.</summary>
    public static async Task<List<WaitingCall>> Line(this HelplineDb db, CompiledQueries queries, LineRules line, DateTime now)
    {
        var waiting = await db.Calls.AsNoTracking().Where(c => c.State == CallState.Waiting || c.State == CallState.Offered)
            .Select(c => new WaitingCall(c.Id, c.Language!, c.Priority, c.QueuedAt!.Value)
            {
                Topic = c.Topic,
                Level = c.Level,
                HandedOn = HandedOn(c.Id, c.HandedOnBy, c.HandedOnAt),
                OpenOffers = c.State == CallState.Offered ? 1 : 0,
            }).ToListAsync();
        return [.. RoutingPolicy.InOrder([.. waiting, .. await db.CallbacksInLine(queries, line, now)])];
    }

    /// <summary>The callback that this counselor finds next in the line; null also while she is not free.</summary>
    public static async Task<Guid?> CallbackFor(this HelplineDb db, string counselor, List<WaitingCall> inLine, CompiledQueries queries, RoutingRules rules, LineRules line, DateTime now)
    {
        if (!inLine.Exists(c => c.IsCallback) || (await FreeSeats(db, queries, rules, line.Today(now), now)).Find(s => s.UserName == counselor) is not { } seat) return null;
        var detours = await db.Detours.AsNoTracking().Standing().ToListAsync();
        return RoutingPolicy.Callback(inLine.Select(call => call.Led(detours)), seat, await db.Lapsed(queries, inLine), rules, now)?.Id;
    }

    private static async Task<List<WaitingCall>> CallbacksInLine(this HelplineDb db, CompiledQueries queries, LineRules line, DateTime now) =>
        line.Quiet.Holds(line.Local(now)) ? [] : await queries.Callbacks(db, Callback.PartOf(line.Local(now)), MostCallbacks).ToListAsync();

    public static IQueryable<Detour> Standing(this IQueryable<Detour> detours) => detours.Where(d => d.LiftedAt == null);

    private static async Task<string[]> LanguagesIn(HelplineDb db, CallState state) => (await db.Ask(
        "SELECT STRING_AGG([Language], ' ') AS [Value] FROM (SELECT DISTINCT [Language] FROM [Calls] WHERE [State] = @value "
        + $"UNION ALL SELECT '{AnyDetour}' FROM [Detours] WHERE [LiftedAt] IS NULL "
        + $"UNION ALL SELECT '{AnyCallback}' WHERE EXISTS (SELECT 1 FROM [Callbacks] WHERE [State] IN ('{nameof(CallbackState.Open)}', '{nameof(CallbackState.Assigned)}') AND [Attempts] = 0)) AS [l]",
        state.ToString()))?.Split(' ') ?? [];

    /// <summary>Calls that ring and may ring for more.</summary>
    private static Task<List<WaitingCall>> Ringing(HelplineDb db, int atOnce, int most) => db.Calls.AsNoTracking()
        .Where(c => c.State == CallState.Offered && db.Offers.Count(o => o.CallId == c.Id && (o.State == OfferState.Made || o.State == OfferState.Shown)) < atOnce)
        .OrderByDescending(c => c.Priority).ThenBy(c => c.QueuedAt).Take(most)
        .Select(c => new WaitingCall(c.Id, c.Language!, c.Priority, c.QueuedAt!.Value)
        {
            Topic = c.Topic,
            Level = c.Level,
            Preferred = c.Preferred,
            HandedOn = HandedOn(c.Id, c.HandedOnBy, c.HandedOnAt),
            OpenOffers = db.Offers.Count(o => o.CallId == c.Id && (o.State == OfferState.Made || o.State == OfferState.Shown)),
        }).ToListAsync();

    private static async Task<List<CounselorSeat>> FreeSeats(HelplineDb db, CompiledQueries queries, RoutingRules rules, DateOnly today, DateTime now)
    {
        var onShift = rules.OnShiftWithin is { } grace ? await db.Shifts.OnShift(now, grace).ToListAsync() : null;
        var free = await queries.FreeSeats(db, now).ToListAsync();
        // Her seat is free while she is in the talk of another; she is not.
        if (free.Exists(c => c.Roles.Contains(Roles.Supervisor)) && await db.Listening(now).ToListAsync() is { Count: > 0 } listening) free.RemoveAll(c => listening.Contains(c.UserName));
        return [.. free.Where(c => c.Roles.Contains(Roles.Counselor) || c.Roles.Contains(Roles.Supervisor))
            .Select(c => Seat(c, today) with { IsOnShift = onShift?.Contains(c.UserName) ?? true })];
    }

    /// <summary>Supervisors in a talk, or on their way into one.</summary>
    public static IQueryable<string> Listening(this HelplineDb db, DateTime now) => db.Calls.Where(c => c.State == CallState.Talking)
        .Join(db.Listeners.Where(l => l.EndedAt == null && (l.Leg != null || l.TicketUntil > now)), c => c.Id, l => l.CallId, (_, l) => l.UserName);

    /// <summary>A counselor as routing sees her.</summary>
    private static CounselorSeat Seat(FreeSeat free, DateOnly today) => new(free.UserName, free.Languages, free.FreeSince)
    {
        State = free.State,
        SeesBoard = free.SeesBoard,
        IsCounselor = free.Roles.Contains(Roles.Counselor),
        Topics = free.Topics,
        Level = free.Level,
        AskedAt = free.AskedAt,
        TalkedToday = free.TalkDay == today ? TimeSpan.FromSeconds(free.TalkSeconds) : TimeSpan.Zero,
    };

    /// <summary>Whoever handed a call on has let it go: it does not come straight back.</summary>
    public static LapsedOffer? HandedOn(Guid call, string? by, DateTime? at) => by is not null && at is { } when ? new(call, by, when) : null;

    /// <summary>Who let which of these calls go, and when. A callback is offered to nobody, so nobody let one go.</summary>
    public static async Task<List<LapsedOffer>> Lapsed(this HelplineDb db, CompiledQueries queries, List<WaitingCall> waiting)
    {
        var offers = await queries.Offers(db, [.. waiting.Where(c => !c.IsCallback).Select(c => c.Id)]).ToListAsync();
        return [.. offers.Where(o => o.IsLetGo).Select(o => new LapsedOffer(o.CallId, o.Counselor, o.At)), .. waiting.Select(c => c.HandedOn).OfType<LapsedOffer>()];
    }
}

/// <summary>What was decided, and how many were free.</summary>
internal sealed record Dispatching(IReadOnlyList<Match> Matches, int Free);
