using Helpline.Contracts;
using Helpline.Contracts.Routing;
using Helpline.Domain.Callbacks;
using Helpline.Domain.Calls;
using Helpline.Domain.Counselors;
using Helpline.Domain.Line;
using Helpline.Domain.Offers;
using Helpline.Domain.Routing;
using Helpline.Domain.Shifts;
using Helpline.Domain.Supervision;
using Helpline.Server.Accounts;
using Helpline.Server.Calls;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Helpline.Server.Shifts;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Routing;

/// <summary>
/// "Why did this call not ring for her?" Each decision is judged again, for every counselor, by the same
/// <see cref="Eligibility"/> that made it, from what the books say of that moment.
/// </summary>
internal static class TimelineEndpoints
{
    public static void MapRoutingTimeline(this IEndpointRouteBuilder routes) => routes
        .MapGet("/" + Routes.Calls + "/{id:guid}/routing", Timeline).WithTags("Calls")
        .RequireAuthorization(p => p.RequireRole(Roles.Supervisor, Roles.Administrator)).Produces<RoutingTimeline>();

    private static async Task<IResult> Timeline(Guid id, HelplineDb db, CompiledQueries queries, RoutingRules rules, LineRules line, CancellationToken stop)
    {
        if (await db.Calls.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, stop) is not { } call) return Refusals.Unknown("call");
        var moves = await db.Ledger.AsNoTracking().Where(e => e.CallId == id).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(stop);
        var decisions = await db.RoutingDecisions.AsNoTracking().Where(d => d.CallId == id).OrderBy(d => d.At).ToListAsync(stop);
        var staff = await db.Users.AsNoTracking().Where(a => !a.Disabled).OrderBy(a => a.UserName).ToListAsync(stop);
        staff.RemoveAll(a => !a.Roles.Contains(Roles.Counselor) && !a.Roles.Contains(Roles.Supervisor));
        var past = await Past.Of(db, queries, call, decisions, staff, rules, line, stop);
        var moments = moves.ConvertAll(m => new RoutingMoment(m.At, m.What, m.Counselor));
        foreach (var decision in decisions)
        {
            moments.Add(new(decision.At, decision.Chosen is null ? "NobodyToAsk" : "Asked", decision.Chosen, decision.Step.ToString(), decision.WaitedSeconds, decision.Free, past.Judge(staff, decision, rules)));
        }
        return TypedResults.Ok(new RoutingTimeline(id, [.. moments.OrderBy(m => m.At)]));
    }

    /// <summary>What the books say of the time of a call: who was where, and whom which call held.</summary>
    private sealed record Past(WaitingCall Call, List<(string User, DateTime At, PresenceState State)> Said, List<LapsedOffer> LetGo, List<Offer> Offers, List<Call> Calls, List<Shift> Shifts, List<Detour> Detours,
        List<OwedThen> Callbacks, List<Listener> Listeners, LineRules Line)
    {
        private static readonly string[] States = Enum.GetNames<PresenceState>();

        public static async Task<Past> Of(HelplineDb db, CompiledQueries queries, Call call, List<RoutingDecision> decisions, List<Account> staff, RoutingRules rules, LineRules line, CancellationToken stop)
        {
            var waiting = new WaitingCall(call.Id, call.Language ?? "", call.Priority, call.QueuedAt ?? call.ArrivedAt)
            {
                Topic = call.Topic,
                Level = call.Level,
                HandedOn = RoutingQueries.HandedOn(call.Id, call.HandedOnBy, call.HandedOnAt),
            };
            if (decisions.Count == 0) return new(waiting, [], [], [], [], [], [], [], [], line);
            var (from, to) = (decisions[0].At, decisions[^1].At);
            var said = new List<(string User, DateTime At, PresenceState State)>();
            foreach (var account in staff) said.AddRange(await Told(db, account.UserName!, from, to, stop));
            var offers = await db.Offers.AsNoTracking().Where(o => o.MadeAt <= to && o.MadeAt >= from.AddDays(-1)).ToListAsync(stop);
            var calls = await db.Calls.AsNoTracking().Where(c => c.Counselor != null && c.ArrivedAt <= to && c.ArrivedAt >= from.AddDays(-1) && c.Id != call.Id).ToListAsync(stop);
            var shifts = rules.OnShiftWithin is { } grace ? await db.Shifts.AsNoTracking().Between(from - grace, to + grace).ToListAsync(stop) : [];
            var detours = await db.Detours.AsNoTracking().Where(d => d.At <= to && (d.LiftedAt == null || d.LiftedAt > from)).ToListAsync(stop);
            var listeners = await db.Listeners.AsNoTracking().Where(l => l.Since <= to && l.Since >= from.AddDays(-1) && (l.EndedAt == null || l.EndedAt > from)).ToListAsync(stop);
            return new(waiting, said, await db.Lapsed(queries, [waiting]), offers, calls, shifts, detours, await Owed(db, from, to, stop), listeners, line);
        }

        /// <summary>What she said of herself meanwhile, and last before, however long ago: who rings on her own telephone may have said nothing for weeks. One seek each.</summary>
        private static async Task<IEnumerable<(string, DateTime, PresenceState)>> Told(HelplineDb db, string who, DateTime from, DateTime to, CancellationToken stop)
        {
            var hers = db.Ledger.AsNoTracking().Where(e => e.CallId == null && e.Counselor == who && States.Contains(e.What));
            var before = await hers.Where(e => e.At < from).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(1).Select(e => new { e.At, e.What }).ToListAsync(stop);
            var since = await hers.Where(e => e.At >= from && e.At <= to).OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => new { e.At, e.What }).ToListAsync(stop);
            return before.Concat(since).Select(e => (who, e.At, Enum.Parse<PresenceState>(e.What)));
        }

        private static Task<List<OwedThen>> Owed(HelplineDb db, DateTime from, DateTime to, CancellationToken stop) => db.Callbacks.AsNoTracking()
            .Where(b => b.State != CallbackState.Draft && b.AskedAt <= to && (b.ClosedAt == null || b.ClosedAt > from))
            .Join(db.Calls, b => b.CallId, c => c.Id, (b, c) => new OwedThen(b, c.Priority, c.Topic, c.Level,
                db.Calls.Where(o => o.Outbound && o.NumberHash == b.NumberHash && o.ArrivedAt >= b.AskedAt).Min(o => (DateTime?)o.ArrivedAt))).ToListAsync(stop);

        public List<CounselorVerdict> Judge(List<Account> staff, RoutingDecision decision, RoutingRules rules)
        {
            var at = decision.At;
            var call = Call.Led(Then(at)) with { QueuedAt = at.AddSeconds(-decision.WaitedSeconds) };
            var seats = staff.ConvertAll(a => Seat(a, at, rules));
            var kept = RoutingPolicy.Decide(Before(call, at), seats, [], rules, at).Select(m => m.UserName).ToHashSet();
            return seats.ConvertAll(seat =>
            {
                var verdict = Eligibility.Of(call, seat, LetGo.FindAll(l => l.UserName == seat.UserName && l.At <= at).Max(l => (DateTime?)l.At), rules, at);
                var isKept = verdict == Verdict.Ask && seat.UserName != decision.Chosen && kept.Contains(seat.UserName);
                return new CounselorVerdict(seat.UserName, (isKept ? Verdict.CallbackFirst : verdict).ToString());
            });
        }

        private List<Detour> Then(DateTime at) => Detours.FindAll(d => d.At <= at && (d.LiftedAt is null || d.LiftedAt > at));

        /// <summary>The callbacks that stood before the call.</summary>
        private IEnumerable<WaitingCall> Before(WaitingCall call, DateTime at) => RoutingPolicy
            .InOrder(Callbacks.FindAll(o => o.Stood(at, Line)).Select(o => o.InLine.Led(Then(at))).Append(call)).TakeWhile(c => c.IsCallback);

        private CounselorSeat Seat(Account account, DateTime at, RoutingRules rules)
        {
            var who = account.UserName!;
            var rang = Offers.Exists(o => o.Counselor == who && o.CallId != Call.Id && o.MadeAt <= at && (o.ClosedAt is null || o.ClosedAt > at));
            var busy = Calls.Exists(c => c.Counselor == who && (c.FinishedAt is null || c.FinishedAt > at)
                && (c.Outbound ? c.ArrivedAt <= at : Offers.Exists(o => o.CallId == c.Id && o.State == OfferState.Accepted && o.ClosedAt <= at)));
            var said = Said.FindLast(s => s.User == who && s.At <= at);
            var finished = Calls.FindAll(c => c.Counselor == who && c.FinishedAt <= at).Max(c => c.FinishedAt) ?? said.At;
            return new CounselorSeat(who, account.Languages, finished > said.At ? finished : said.At)
            {
                State = said.User is null ? PresenceState.Offline : said.State,
                IsEngaged = rang || busy || Listeners.Exists(l => l.UserName == who && l.IsIn(at)),
                IsOnShift = rules.OnShiftWithin is not { } grace || Shifts.Exists(s => s.Counselor == who && s.TakenAt <= at && s.From <= at + grace && s.To > at - grace),
                IsCounselor = account.Roles.Contains(Roles.Counselor),
                Topics = account.Topics,
                Level = account.Level,
            };
        }
    }

    /// <summary>A callback, and when the person was first called.</summary>
    private sealed record OwedThen(Callback Callback, int Priority, string? Topic, int Level, DateTime? TriedAt)
    {
        public WaitingCall InLine => new(Callback.Id, Callback.Language, Priority, Callback.QueuedAt) { IsCallback = true, Topic = Topic, Level = Level, Preferred = Callback.Owner };

        public bool Stood(DateTime at, LineRules line) =>
            Callback.AskedAt <= at && !(Callback.ClosedAt <= at) && !(TriedAt <= at) && Callback.MayCall(line.Local(at), line.Quiet);
    }
}
