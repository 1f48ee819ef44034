using Helpline.Domain.Callbacks;
using Helpline.Domain.Callers;
using Helpline.Domain.Calls;
using Helpline.Domain.Counselors;
using Helpline.Domain.Line;
using Helpline.Domain.Offers;
using Helpline.Domain.Routing;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Calls;

/// <summary>
/// What nearly every webhook asks, and what stands between a caller's choice and the offer. Compiled once, since taking the
/// expressions apart each time costs more than the answers. One object for a host: a compiled query belongs to the model of one provider.
/// </summary>
internal sealed class CompiledQueries
{
    public Func<HelplineDb, string, Task<Call?>> CallOfCaller { get; } = EF.CompileAsyncQuery(
        (HelplineDb db, string leg) => db.Calls.SingleOrDefault(c => c.CallerLeg == leg));

    public Func<HelplineDb, Guid, Task<Call?>> Call { get; } = EF.CompileAsyncQuery(
        (HelplineDb db, Guid id) => db.Calls.SingleOrDefault(c => c.Id == id));

    public Func<HelplineDb, string, Task<Presence?>> Seat { get; } = EF.CompileAsyncQuery(
        (HelplineDb db, string userName) => db.Presences.SingleOrDefault(p => p.UserName == userName));

    /// <summary>Levels of the flags of a number that hold at a time, UTC.</summary>
    public Func<HelplineDb, string, DateTime, IAsyncEnumerable<FlagLevel>> Flags { get; } = EF.CompileAsyncQuery(
        (HelplineDb db, string hash, DateTime now) => db.CallerFlags.AsNoTracking().Where(f => f.Hash == hash && f.Until > now && f.LiftedAt == null).Select(f => f.Level));

    /// <summary>Who is at the line at a time, UTC, and has nothing to do; only what routing needs to know of her, since there may be hundreds.</summary>
    public Func<HelplineDb, DateTime, IAsyncEnumerable<FreeSeat>> FreeSeats { get; } = EF.CompileAsyncQuery(
        (HelplineDb db, DateTime now) => db.Presences.AsNoTracking()
            .Where(p => (p.State == PresenceState.Available || p.State == PresenceState.LastCall) && (p.LeaseUntil > now || p.Phone == OwnPhone.On) && p.CallId == null)
            .Join(db.Users.Where(a => !a.Disabled), p => p.UserName, a => a.UserName,
                (p, a) => new FreeSeat(p.UserName, p.State, p.FreeSince, p.AskedAt, p.TalkDay, p.TalkSeconds, p.LeaseUntil > now, a.Languages, a.Topics, a.Level, a.Roles)));

    /// <summary>Everybody who has a seat and an enabled account, wherever she is.</summary>
    public Func<HelplineDb, IAsyncEnumerable<CrewSeat>> Crew { get; } = EF.CompileAsyncQuery(
        (HelplineDb db) => db.Presences.AsNoTracking().Join(db.Users.Where(a => !a.Disabled), p => p.UserName, a => a.UserName,
            (p, a) => new CrewSeat(p.UserName, p.State, p.Since, p.CallId != null, p.LeaseUntil, p.Phone, a.Languages, a.Roles)));

    /// <summary>The language to whose counselors callers of another are led now; null where the way is straight.</summary>
    public Func<HelplineDb, string, Task<string?>> LedTo { get; } = EF.CompileAsyncQuery(
        (HelplineDb db, string language) => db.Detours.Where(d => d.LiftedAt == null && d.Of == DetourOf.Language && d.Code == language).Select(d => d.To).FirstOrDefault());

    /// <summary>The head of the queue in a language, and how many of it.</summary>
    public Func<HelplineDb, string, int, IAsyncEnumerable<WaitingCall>> Waiting { get; } = EF.CompileAsyncQuery(
        (HelplineDb db, string language, int most) => db.Calls.AsNoTracking()
            .Where(c => c.State == CallState.Waiting && c.Language == language).OrderByDescending(c => c.Priority).ThenBy(c => c.QueuedAt).Take(most)
            .Select(c => new WaitingCall(c.Id, c.Language!, c.Priority, c.QueuedAt!.Value)
            {
                Topic = c.Topic,
                Level = c.Level,
                Preferred = c.Preferred,
                HandedOn = c.HandedOnBy != null && c.HandedOnAt != null ? new LapsedOffer(c.Id, c.HandedOnBy, c.HandedOnAt.Value) : null,
            }));

    /// <summary>
    /// The head of those callbacks that stand in the queue at a part of the day, and how many of them: owed, not tried yet, and the
    /// person is not on the line herself. After a call in vain a callback is a task of its owner's.
    /// </summary>
    public Func<HelplineDb, SafeTime, int, IAsyncEnumerable<WaitingCall>> Callbacks { get; } = EF.CompileAsyncQuery(
        (HelplineDb db, SafeTime part, int most) => db.Callbacks.AsNoTracking()
            .Where(b => (b.State == CallbackState.Open || b.State == CallbackState.Assigned) && b.Calling == null && b.Attempts == 0)
            .Where(b => b.When == SafeTime.AnyTime || b.When == part)
            .Where(b => !db.Calls.Any(c => c.NumberHash == b.NumberHash && (c.State == CallState.Waiting || c.State == CallState.Offered || c.State == CallState.Connecting || c.State == CallState.Talking)))
            .Join(db.Calls, b => b.CallId, c => c.Id, (b, c) => new { Callback = b, Call = c })
            .OrderByDescending(b => b.Call.Priority).ThenBy(b => b.Callback.QueuedAt).Take(most)
            .Select(b => new WaitingCall(b.Callback.Id, b.Callback.Language, b.Call.Priority, b.Callback.QueuedAt)
            {
                IsCallback = true,
                Topic = b.Call.Topic,
                Level = b.Call.Level,
                Preferred = b.Callback.Owner,
            }));

    /// <summary>
    /// Offers of these calls, however they ended. Which of them were let go is asked of each: asked of the database, it goes through all
    /// that were ever let go.
    /// </summary>
    public Func<HelplineDb, Guid[], IAsyncEnumerable<PastOffer>> Offers { get; } = EF.CompileAsyncQuery(
        (HelplineDb db, Guid[] calls) => db.Offers.AsNoTracking().Where(o => calls.Contains(o.CallId)).Select(o => new PastOffer(o.CallId, o.Counselor, o.State, o.ClosedAt ?? o.ExpiresAt)));
}

/// <summary>An offer of a call to somebody.</summary>
/// <param name="At">UTC, when it ended; of an open one, when it will.</param>
internal sealed record PastOffer(Guid CallId, string Counselor, OfferState State, DateTime At)
{
    /// <summary>It did not come to a talk because of the one who was asked; a withdrawn or a kept one says nothing about her.</summary>
    public bool IsLetGo => State is OfferState.Declined or OfferState.Expired or OfferState.Unacknowledged or OfferState.Unkept;
}

/// <summary>A counselor with nothing to do.</summary>
internal sealed record FreeSeat(
    string UserName, PresenceState State, DateTime FreeSince, DateTime? AskedAt, DateOnly? TalkDay, int TalkSeconds, bool SeesBoard,
    List<string> Languages, List<string> Topics, int Level, List<string> Roles);

/// <summary>Somebody with an enabled account at her place, or away from it.</summary>
internal sealed record CrewSeat(
    string UserName, PresenceState State, DateTime Since, bool IsEngaged, DateTime LeaseUntil, OwnPhone Phone, List<string> Languages, List<string> Roles)
{
    /// <summary>Calls ring for her, or will once she has nothing else to do.</summary>
    public bool IsAvailable(DateTime now) => Presence.TakesCalls(State) && (LeaseUntil > now || Phone == OwnPhone.On);
}
