using Helpline.Domain.Audit;
using Helpline.Domain.Calls;
using Helpline.Domain.Casework;
using Helpline.Domain.Counselors;
using Helpline.Domain.FollowUps;
using Helpline.Domain.Ledger;
using Helpline.Domain.Line;
using Helpline.Domain.Routing;
using Helpline.Server.Board;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Helpline.Server.Privacy;
using Helpline.Server.Telephony;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Calls;

/// <summary>
/// The one door for every change of a call, an offer or a presence, open for one transaction (see <see cref="CallDesks"/>).
/// Webhooks, endpoints, jobs and sweeps all come through here. A move that is not legal now changes nothing and says so.
/// </summary>
internal sealed partial class CallDesk(
    HelplineDb db, CompiledQueries queries, DateTime now, RoutingRules rules, LineRules line, FollowUpRules followUps, Vault vault, ILogger log)
{
    private readonly Dictionary<string, Presence> seats = [];
    private int commands;

    /// <summary>What boards are told after the commit.</summary>
    public BoardNews News { get; } = new();

    /// <summary>What alarms are set for after the commit; see <see cref="CaseworkDesk.Alarms"/>.</summary>
    public List<(Guid FollowUp, DateTime At)> Alarms { get; } = [];

    /// <summary>The desk for what comes after a call, in the same transaction.</summary>
    /// <param name="who">In whose name.</param>
    public CaseworkDesk Casework(Reader who) => new(db, now, who, line, followUps, vault) { News = News, Alarms = Alarms };

    /// <summary>A command for the provider was written: the line crew is woken after the commit.</summary>
    public bool HasCommands => commands > 0;

    /// <summary>Somebody waits or somebody is free: offers are made before the commit.</summary>
    public bool QueueMoved { get; private set; }

    public HelplineDb Db => db;
    public DateTime Now => now;
    public RoutingRules Rules => rules;

    public Task<Call?> Find(Guid id) => queries.Call(db, id);

    public Task<Call?> FindByCallerLeg(string leg) => queries.CallOfCaller(db, leg);

    public Task<Call?> FindByCounselorLeg(string leg) => db.Calls.FirstOrDefaultAsync(c => c.CounselorLeg == leg);

    /// <summary>
    /// Writes the rows, and the history of every call that moved, before the commit. When the queue moved, whoever can be
    /// offered a call now is offered it in the same transaction: a caller waits for no second commit.
    /// </summary>
    public async Task Save()
    {
        await Write();
        if (!QueueMoved) return;
        QueueMoved = false;
        await Dispatch();
        await Write();
    }

    private async Task Write()
    {
        foreach (var entry in db.ChangeTracker.Entries<Call>().ToList())
        {
            var moves = entry.Entity.TakeMoves();
            foreach (var move in moves) Record(move.What.ToString(), entry.Entity.Id, entry.Entity.Counselor, move.From.ToString(), move.To.ToString(), move.At);
            if (moves.Count > 0) await Remember(entry.Entity, moves);
            if (entry.Entity.State == CallState.Waiting && moves.Any(m => m.To == CallState.Waiting)) Widen(entry.Entity);
            if (moves.Any(m => m.From == CallState.Talking))
            {
                await EndTransfer(entry.Entity);
                await EndThirdParty(entry.Entity);
                await EndRecording(entry.Entity);
            }
            if (moves.Any(m => m.To == CallState.Talking)) StartRecording(entry.Entity);
            if (moves.Any(m => CallFlow.IsEnd(m.To)))
            {
                await Settle(entry.Entity);
                await RecordMissed(entry.Entity);
            }
            if (entry.State != EntityState.Unchanged || moves.Count > 0) News.Call(entry.Entity);
        }
        await db.SaveChangesAsync();
    }

    private void Record(string what, Guid? call, string? counselor, string? from = null, string? to = null, DateTime? at = null) =>
        db.Append(new LedgerEntry { At = at ?? now, CallId = call, Counselor = counselor, What = what, From = from, To = to });

    /// <summary>What was decided about callers is for the auditors too.</summary>
    /// <param name="what">A code, and what is said of it.</param>
    private void Trail(string by, Subject subject, Guid id, string what) =>
        db.Append(new AuditEntry { At = now, Actor = by, Action = AuditAction.Changed, Subject = subject, SubjectId = id, What = what });

    private void Command(LineCommandKind kind, Call call, string leg, string? path = null)
    {
        // Ids rise, so that of two written here the first goes out first.
        db.LineCommands.Add(new LineCommand { Id = Guid.CreateVersion7(now.AddMilliseconds(commands++)), Kind = kind, CallId = call.Id, Leg = leg, Path = path, Conference = call.Conference, DueAt = now });
    }

    private async Task<Presence> Seat(string userName)
    {
        // One that is new to this transaction is in no table yet.
        if (seats.TryGetValue(userName, out var seat)) return seat;
        seat = await queries.Seat(db, userName);
        if (seat is null) db.Presences.Add(seat = new Presence { UserName = userName });
        return seats[userName] = seat;
    }

    private async Task Release(Call call, string? counselor, bool afterWork)
    {
        if (counselor is null) return;
        var seat = await Seat(counselor);
        if (afterWork && call.AnsweredAt is { } from) Talked(seat, (call.EndedAt ?? now) - from);
        if (!seat.Release(call.Id, now, afterWork)) return;
        News.Presence(counselor);
        QueueMoved = true;
    }

    private void Talked(Presence seat, TimeSpan time) => seat.Talked(time, line.Today(now));
}
