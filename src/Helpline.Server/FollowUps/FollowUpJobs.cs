using Helpline.Domain.Casework;
using Helpline.Domain.FollowUps;
using Helpline.Domain.Visits;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Helpline.Server.Jobs;
using Helpline.Server.Visits;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.FollowUps;

/// <summary>What jobs do, each in one transaction that has no effect the second time; they carry an id and nothing else.</summary>
internal sealed class FollowUpWork(CaseworkDesks desks)
{
    public Task<bool> ComeDue(Guid id) => desks.Open(Reader.System, desk => desk.ComeDue(id));

    public Task<int> Climb(Guid id) => desks.Open(Reader.System, desk => desk.ClimbOf(id));

    public Task<int> ClimbReferral(Guid id) => desks.Open(Reader.System, desk => desk.ClimbOfReferral(id));

    public Task<int> ClimbVisit(Guid id) => desks.Open(Reader.System, desk => desk.ClimbOfVisit(id));

    public Task<bool> LoseText(Guid id) => desks.Open(Reader.System, desk => desk.LoseText(id));
}

/// <summary>The alarm of one due time.</summary>
internal sealed class FollowUpDueJob(JobGuard guard, FollowUpWork work)
{
    public Task Run(Guid id) => guard.Run(JobKind.FollowUpDue, id, () => work.ComeDue(id));
}

/// <summary>Finds what alarms have lost, follow-ups and referrals that have become overdue, missed visits that nobody plans again, and text messages of which nobody reported.</summary>
internal sealed class FollowUpSweepJob(
    IDbContextFactory<HelplineDb> contexts, JobGuard guard, FollowUpWork work, FollowUpRules rules, TimeProvider clock)
{
    private const int AtOnce = 200;

    public async Task Run(CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var id in await Found(db => db.FollowUps.Late(now).Select(f => new Due { Id = f.Id, At = f.DueAt }), JobKind.FollowUpDue, stop))
            await guard.Run(JobKind.FollowUpDue, id, () => work.ComeDue(id));
        foreach (var id in await Overdue(now, stop)) await guard.Run(JobKind.Ladder, id, () => work.Climb(id));
        foreach (var id in await OverdueReferrals(now, stop)) await guard.Run(JobKind.Ladder, id, () => work.ClimbReferral(id));
        foreach (var id in await MissedVisits(now, stop)) await guard.Run(JobKind.Ladder, id, () => work.ClimbVisit(id));
        foreach (var id in await Found(db => db.TextMessages.Where(m => m.Deadline <= now).Select(m => new Due { Id = m.Id, At = m.Deadline }), JobKind.LostText, stop))
            await guard.Run(JobKind.LostText, id, () => work.LoseText(id));
    }

    /// <summary>Those with a step of their ladder to take.</summary>
    private async Task<HashSet<Guid>> Overdue(DateTime now, CancellationToken stop)
    {
        var ids = new HashSet<Guid>();
        foreach (var step in Enum.GetValues<LadderStep>())
        {
            var (usual, urgent, high) = (now - rules.Ladder.After(step), now - rules.UrgentLadder.After(step), rules.HighRisks);
            ids.UnionWith(await Found(db => db.FollowUps
                .Where(f => f.State == FollowUpState.Due && (f.DueAt <= usual || f.DueAt <= urgent && high.Contains(f.Risk)))
                .Where(f => !db.Escalations.Any(e => e.Subject == Subject.FollowUp && e.SubjectId == f.Id && e.Step == step && e.Cause == EscalationCause.Overdue && e.DueAt == f.DueAt))
                .Select(f => new Due { Id = f.Id, At = f.DueAt }), JobKind.Ladder, stop));
        }
        return ids;
    }

    private async Task<HashSet<Guid>> OverdueReferrals(DateTime now, CancellationToken stop)
    {
        var ids = new HashSet<Guid>();
        foreach (var step in Enum.GetValues<LadderStep>())
        {
            var (usual, urgent) = (now - rules.Ladder.After(step), now - rules.UrgentLadder.After(step));
            var latest = usual > urgent ? usual : urgent;
            // Said once more as one bound, which an index can seek.
            ids.UnionWith(await Found(db => db.Referrals
                .Where(r => r.DueAt <= latest).Where(r => r.DueAt <= usual || r.DueAt <= urgent && r.Urgency != FollowUpRules.Routine)
                .Where(r => !db.Escalations.Any(e => e.Subject == Subject.Referral && e.SubjectId == r.Id && e.Step == step && e.Cause == EscalationCause.Overdue && e.DueAt == r.DueAt))
                .Select(r => new Due { Id = r.Id, At = r.DueAt }), JobKind.Ladder, stop));
        }
        return ids;
    }

    private async Task<HashSet<Guid>> MissedVisits(DateTime now, CancellationToken stop)
    {
        var ids = new HashSet<Guid>();
        foreach (var step in Enum.GetValues<LadderStep>())
        {
            var (usual, urgent) = (now - rules.Ladder.After(step), now - rules.UrgentLadder.After(step));
            ids.UnionWith(await Found(db => db.Visits.Unanswered(db, usual > urgent ? usual : urgent)
                .Where(v => v.PlannedFrom <= usual || v.Priority == Visit.Urgent)
                .Where(v => !db.Escalations.Any(e => e.Subject == Subject.Visit && e.SubjectId == v.Id && e.Step == step && e.Cause == EscalationCause.VisitMissed && e.DueAt == v.PlannedFrom))
                .Select(v => new Due { Id = v.Id, At = v.PlannedFrom }), JobKind.Ladder, stop));
        }
        return ids;
    }

    private sealed class Due
    {
        public Guid Id { get; init; }
        public DateTime? At { get; init; }
    }

    /// <summary>Those due for longest first, without those that are given up: they wait for a supervisor, not for the next minute.</summary>
    private async Task<List<Guid>> Found(Func<HelplineDb, IQueryable<Due>> query, JobKind kind, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        return await query(db).Where(due => !db.StuckJobs.Any(s => s.Kind == kind && s.SubjectId == due.Id && s.GivenUpAt != null))
            .OrderBy(due => due.At).Select(due => due.Id).Take(AtOnce).ToListAsync(stop);
    }
}
