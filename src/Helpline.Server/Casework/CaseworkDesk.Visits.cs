using Helpline.Domain.Cases;
using Helpline.Domain.Casework;
using Helpline.Domain.Referrals;
using Helpline.Domain.Visits;
using Helpline.Server.Visits;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Casework;

/// <summary>Patronage visits: planned, moved, cancelled.</summary>
internal sealed partial class CaseworkDesk
{
    /// <summary>Null also when the reader may not see it.</summary>
    public Task<Visit?> FindVisit(Guid id) => db.Visits.VisibleTo(db, who, now).FirstOrDefaultAsync(v => v.Id == id);

    /// <summary>Whose visit it is: she plans it, as do the owner of its case and supervisors.</summary>
    public async Task<bool> MayPlan(Visit visit) => visit.Worker == who.UserName || who.Supervises(visit.Team) || await IsCaseMine(visit.CaseId);

    /// <summary>Its worker's, the owner's of its case, and supervisors' of its team.</summary>
    public async Task<bool> MayPlan(VisitSeries series) =>
        series.Worker == who.UserName || who.Supervises(series.Team) || await IsCaseMine(series.CaseId);

    public async Task<bool> IsCaseMine(Guid? caseId) => caseId is { } id && await db.Cases.FindAsync(id) is { } owned && owned.Owner == who.UserName;

    /// <summary>Nothing is added to a case after its end.</summary>
    public async Task<bool> IsCaseClosed(Guid? caseId) => caseId is { } id && await db.Cases.FindAsync(id) is { State: CaseState.Closed };

    public async Task Plan(Visit visit)
    {
        db.Visits.Add(visit);
        await GrantVisit(visit);
        await Tell(visit, "Planned", null, null);
        await Follow(visit, ReferralEvent.Scheduled);
    }

    public async Task<bool> Confirm(Visit visit) => await Moved(visit, VisitEvent.Confirmed, null, visit.Confirm);

    /// <summary>Another time, or another worker, who sees it from now on instead of the one before.</summary>
    public async Task<bool> Move(Visit visit, DateTime from, DateTime to, string worker, string? team)
    {
        var before = visit.PlannedFrom;
        if (!await Moved(visit, VisitEvent.Moved, null, () => visit.MoveTo(from, to))) return false;
        await FollowTo(visit, before);
        if (visit.Worker == worker) return true;
        await Revoke(visit.Worker, Subject.Visit, visit.Id, GrantGround.Own);
        News.Work(visit.Worker);
        (visit.Worker, visit.Team) = (worker, team);
        await GrantVisit(visit);
        News.Work(worker);
        return true;
    }

    /// <param name="reason">Code of <c>visit_cancel_reasons</c>.</param>
    public Task<bool> Cancel(Visit visit, string reason) => Moved(visit, VisitEvent.Cancelled, reason, () => visit.Cancel(reason, now));

    /// <summary>A case that is closed leaves nobody on the way, and no series.</summary>
    /// <returns>How many visits were cancelled.</returns>
    public async Task<int> CancelVisitsOf(Guid caseId)
    {
        foreach (var series in await db.VisitSeries.Where(s => s.CaseId == caseId && s.EndedAt == null).ToListAsync()) series.End(now);
        var owed = await db.Visits.Where(v => v.CaseId == caseId && v.IsOwed).ToListAsync();
        foreach (var missed in owed.Where(v => !VisitFlow.IsAhead(v.State))) await Settle(missed);
        var ahead = owed.FindAll(v => VisitFlow.IsAhead(v.State));
        foreach (var visit in ahead) await Cancel(visit, "case_closed");
        return ahead.Count;
    }

    private async Task GrantVisit(Visit visit)
    {
        await Grant(visit.Worker, Subject.Visit, visit.Id, GrantGround.Own, visit.PlannedFrom, caseId: visit.CaseId);
        await GrantToCaseOwner(visit.CaseId, Subject.Visit, visit.Id, visit.PlannedFrom);
    }

    private async Task<bool> Moved(Visit visit, VisitEvent what, string? reason, Func<bool> move)
    {
        var from = visit.State;
        if (!move()) return false;
        if (what is VisitEvent.Done or VisitEvent.Replanned or VisitEvent.Settled) await Lower(db.Escalations.Where(e => e.Subject == Subject.Visit && e.SubjectId == visit.Id && e.ClosedAt == null));
        await Tell(visit, what.ToString(), from, reason);
        return true;
    }

    /// <summary>History, the worker and the owner of the case.</summary>
    private async Task Tell(Visit visit, string what, VisitState? from, string? reason)
    {
        Record(Subject.Visit, visit.Id, visit.CaseId, what, from?.ToString(), visit.State.ToString(), reason);
        News.Work(visit.Worker);
        if (visit.CaseId is not { } id || await db.Cases.FindAsync(id) is not { } owned) return;
        owned.Touch(now);
        News.Work(owned.Owner);
    }
}
