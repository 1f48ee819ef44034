using Helpline.Contracts;
using Helpline.Contracts.Routing;
using Helpline.Domain.Calls;
using Helpline.Domain.Counselors;
using Helpline.Domain.Line;
using Helpline.Domain.Offers;
using Helpline.Domain.Routing;
using Helpline.Domain.Shifts;
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

    private static async Task<IResult> Timeline(Guid id, HelplineDb db, CompiledQueries queries, RoutingRules rules, CancellationToken stop)
    {
        if (await db.Calls.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, stop) is not { } call) return Refusals.Unknown("call");
        var moves = await db.Ledger.AsNoTracking().Where(e => e.CallId == id).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(stop);
        var decisions = await db.RoutingDecisions.AsNoTracking().Where(d => d.CallId == id).OrderBy(d => d.At).ToListAsync(stop);
        var staff = await db.Users.AsNoTracking().Where(a => !a.Disabled).OrderBy(a => a.UserName).ToListAsync(stop);
        var past = await Past.Of(db, queries, call, decisions, rules, stop);
        var moments = moves.ConvertAll(m => new RoutingMoment(m.At, m.What, m.Counselor));
        foreach (var decision in decisions)
        {
            var seats = staff.FindAll(a => a.Roles.Contains(Roles.Counselor) || a.Roles.Contains(Roles.Supervisor));
            var verdicts = seats.ConvertAll(a => new CounselorVerdict(a.UserName!, past.Judge(a, decision, rules).ToString()));
            moments.Add(new(decision.At, decision.Chosen is null ? "NobodyToAsk" : "Asked", decision.Chosen, decision.Step.ToString(), decision.WaitedSeconds, decision.Free, verdicts));
        }
        return TypedResults.Ok(new RoutingTimeline(id, [.. moments.OrderBy(m => m.At)]));
    }

    /// <summary>What the books say of the time of a call: who was where, and whom which call held.</summary>
    private sealed record Past(WaitingCall Call, List<(string User, DateTime At, PresenceState State)> Said, List<LapsedOffer> LetGo, List<Offer> Offers, List<Call> Calls, List<Shift> Shifts, List<Detour> Detours)
    {
        public static async Task<Past> Of(HelplineDb db, CompiledQueries queries, Call call, List<RoutingDecision> decisions, RoutingRules rules, CancellationToken stop)
        {
            var waiting = new WaitingCall(call.Id, call.Language ?? "", call.Priority, call.QueuedAt ?? call.ArrivedAt)
            {
                Topic = call.Topic,
                Level = call.Level,
                HandedOn = RoutingQueries.HandedOn(call.Id, call.HandedOnBy, call.HandedOnAt),
            };
            if (decisions.Count == 0) return new(waiting, [], [], [], [], [], []);
            var (from, to) = (decisions[0].At, decisions[^1].At);
            var states = Enum.GetNames<PresenceState>();
            var said = await db.Ledger.AsNoTracking().Where(e => e.CallId == null && e.Counselor != null && states.Contains(e.What) && e.At <= to && e.At >= from.AddDays(-1))
                .OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => new { e.Counselor, e.At, e.What }).ToListAsync(stop);
            var offers = await db.Offers.AsNoTracking().Where(o => o.MadeAt <= to && o.MadeAt >= from.AddDays(-1)).ToListAsync(stop);
            var calls = await db.Calls.AsNoTracking().Where(c => c.Counselor != null && c.ArrivedAt <= to && c.ArrivedAt >= from.AddDays(-1) && c.Id != call.Id).ToListAsync(stop);
            var shifts = rules.OnShiftWithin is { } grace ? await db.Shifts.AsNoTracking().Between(from - grace, to + grace).ToListAsync(stop) : [];
            var detours = await db.Detours.AsNoTracking().Where(d => d.At <= to && (d.LiftedAt == null || d.LiftedAt > from)).ToListAsync(stop);
            return new(waiting, [.. said.Select(s => (s.Counselor!, s.At, Enum.Parse<PresenceState>(s.What)))], await db.Lapsed(queries, [waiting]), offers, calls, shifts, detours);
        }

        public Verdict Judge(Account account, RoutingDecision decision, RoutingRules rules)
        {
            var (who, at) = (account.UserName!, decision.At);
            var rang = Offers.Exists(o => o.Counselor == who && o.CallId != Call.Id && o.MadeAt <= at && (o.ClosedAt is null || o.ClosedAt > at));
            var busy = Calls.Exists(c => c.Counselor == who && (c.FinishedAt is null || c.FinishedAt > at)
                && (c.Outbound ? c.ArrivedAt <= at : Offers.Exists(o => o.CallId == c.Id && o.State == OfferState.Accepted && o.ClosedAt <= at)));
            var seat = new CounselorSeat(who, account.Languages, at)
            {
                State = Said.FindLast(s => s.User == who && s.At <= at) is { User: not null } said ? said.State : PresenceState.Offline,
                IsEngaged = rang || busy,
                IsOnShift = rules.OnShiftWithin is not { } grace || Shifts.Exists(s => s.Counselor == who && s.TakenAt <= at && s.From <= at + grace && s.To > at - grace),
                IsCounselor = account.Roles.Contains(Roles.Counselor),
                Topics = account.Topics,
                Level = account.Level,
            };
            var lapsed = LetGo.FindAll(l => l.UserName == who && l.At <= at).Max(l => (DateTime?)l.At);
            var led = Call.Led(Detours.FindAll(d => d.At <= at && (d.LiftedAt is null || d.LiftedAt > at)));
            return Eligibility.Of(led with { QueuedAt = at.AddSeconds(-decision.WaitedSeconds) }, seat, lapsed, rules, at);
        }
    }
}
