using Helpline.Contracts.Work;
using Helpline.Domain.Casework;
using Helpline.Domain.FollowUps;
using Helpline.Domain.Referrals;
using Helpline.Domain.Visits;
using Helpline.Server.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Casework;

/// <summary>What is overdue climbs: its owner, the coordinator, the supervisors; each hears of it once for each due time.</summary>
internal sealed partial class CaseworkDesk
{
    /// <summary>Takes the steps whose time has come and that were not taken.</summary>
    /// <param name="number">What people call the subject.</param>
    /// <param name="owner">User name of whoever has to do it.</param>
    /// <param name="dueAt">UTC.</param>
    /// <param name="caseId">Its owner coordinates, unless that is the same person.</param>
    /// <param name="team">Whose supervisors are told.</param>
    /// <returns>How many steps were taken.</returns>
    public async Task<int> Climb(Subject subject, Guid id, string number, string owner, DateTime dueAt, Ladder ladder, Guid? caseId = null, string? team = null,
        EscalationCause cause = EscalationCause.Overdue)
    {
        var taken = 0;
        foreach (var step in ladder.Reached(dueAt, now))
        {
            var to = step switch
            {
                LadderStep.Owner => owner,
                LadderStep.Coordinator when caseId is { } of && await db.Cases.FindAsync(of) is { } inCase && inCase.Owner != owner => inCase.Owner,
                _ => null,
            };
            if (await Raise(subject, id, number, step, cause, dueAt, to, caseId, team)) taken++;
        }
        return taken;
    }

    /// <summary>The same for one follow-up that is due; one that is not has no step to take.</summary>
    public async Task<int> ClimbOf(Guid followUp) => await db.FollowUps.FindAsync(followUp) is { State: FollowUpState.Due } f
        ? await Climb(Subject.FollowUp, f.Id, f.Number, f.Owner, f.DueAt, followUps.LadderOf(f.Risk), f.CaseId, f.Team)
        : 0;

    /// <summary>The same for one referral that is late: whoever has to send, to answer, to visit or to look at the report.</summary>
    public async Task<int> ClimbOfReferral(Guid referral) => await db.Referrals.FindAsync(referral) is { DueAt: { } dueAt } r && dueAt < now
        ? await Climb(Subject.Referral, r.Id, r.Number, r.State is ReferralState.Draft or ReferralState.Completed ? r.Sender : r.Receiver ?? r.Sender, dueAt, followUps.LadderOfReferral(r.Urgency), r.CaseId, r.Team)
        : 0;

    /// <summary>The same for one visit that was missed and in whose place nothing is planned, unless a supervisor was asked already.</summary>
    public async Task<int> ClimbOfVisit(Guid visit) => await db.Visits.FindAsync(visit) is { State: VisitState.Missed, IsOwed: true, Attention: null } v
        ? await Climb(Subject.Visit, v.Id, v.Number, v.Worker, v.PlannedFrom, followUps.LadderOfVisit(v.Priority), v.CaseId, v.Team, EscalationCause.VisitMissed)
        : 0;

    /// <summary>Somebody has seen to it.</summary>
    /// <returns>False when it was closed before.</returns>
    public async Task<bool> SeeTo(Escalation escalation)
    {
        if (!escalation.Close(who.UserName, now)) return false;
        Record(escalation.Subject, escalation.SubjectId, await CaseOf(escalation.Subject, escalation.SubjectId), "SeenTo", escalation.Step.ToString());
        if (escalation.Subject == Subject.Visit && await db.Visits.FindAsync(escalation.SubjectId) is { } visit) visit.SeeTo(who.UserName!);
        await Tell(escalation.To, escalation.Team);
        return true;
    }

    private async Task<Guid?> CaseOf(Subject subject, Guid id) => subject switch
    {
        Subject.Contact => await CaseOf(id),
        Subject.FollowUp => (await db.FollowUps.FindAsync(id))?.CaseId,
        Subject.Referral => (await db.Referrals.FindAsync(id))?.CaseId,
        Subject.Visit => (await db.Visits.FindAsync(id))?.CaseId,
        _ => null,
    };

    /// <summary>It is done, or due at another time: nobody need hear of it any more.</summary>
    public Task StepDown(Subject subject, Guid id) => Lower(db.Escalations.Where(e => e.Subject == subject && e.SubjectId == id && e.Cause == EscalationCause.Overdue && e.ClosedAt == null));

    private async Task Lower(IQueryable<Escalation> raised)
    {
        foreach (var one in await raised.ToListAsync())
            if (one.Close(null, now)) await Tell(one.To, one.Team);
    }

    /// <summary>Never a silent end for somebody at high risk: the supervisors have it at once, on the screen and as a task.</summary>
    private async Task NotReached(FollowUp followUp)
    {
        if (!await Raise(Subject.FollowUp, followUp.Id, followUp.Number, LadderStep.Supervisor, EscalationCause.NotReached, followUp.DueAt, null, followUp.CaseId, followUp.Team)) return;
        foreach (var supervisor in await Supervisors(followUp.Team)) News.Urgent.Add((supervisor, new UrgentWork(followUp.Id, followUp.Number, nameof(EscalationCause.NotReached), followUp.Risk)));
    }

    private async Task<bool> Raise(
        Subject subject, Guid id, string number, LadderStep step, EscalationCause cause, DateTime dueAt, string? to, Guid? caseId, string? team)
    {
        if (await db.Escalations.AnyAsync(e => e.Subject == subject && e.SubjectId == id && e.Step == step && e.Cause == cause && e.DueAt == dueAt)) return false;
        db.Escalations.Add(new Escalation
        {
            Id = Guid.CreateVersion7(now),
            Subject = subject,
            SubjectId = id,
            Number = number,
            Step = step,
            Cause = cause,
            DueAt = dueAt,
            RaisedAt = now,
            To = to,
            Team = team,
        });
        Record(subject, id, caseId, "Escalated", null, step.ToString(), cause.ToString());
        await Tell(to, team);
        return true;
    }

    private async Task Tell(string? userName, string? team)
    {
        if (userName is not null) News.Work(userName);
        else foreach (var supervisor in await Supervisors(team)) News.Work(supervisor);
    }

    /// <summary>Those of the team, and those who have none and see all.</summary>
    private async Task<IEnumerable<string>> Supervisors(string? team)
    {
        var accounts = await db.Users.AsNoTracking().Where(a => !a.Disabled && (a.Team == null || a.Team == team)).Select(a => new { a.UserName, a.Roles }).ToListAsync();
        return accounts.Where(a => a.Roles.Contains(Roles.Supervisor)).Select(a => a.UserName!);
    }
}
