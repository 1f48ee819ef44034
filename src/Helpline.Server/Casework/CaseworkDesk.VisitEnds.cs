using Helpline.Contracts.Referrals;
using Helpline.Domain.Casework;
using Helpline.Domain.Referrals;
using Helpline.Domain.Visits;
using Helpline.Server.Accounts;
using Helpline.Server.Visits;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Casework;

/// <summary>Patronage visits: done, missed, tried again.</summary>
internal sealed partial class CaseworkDesk
{
    /// <summary>The form is finished, the next visit planned and an urgent referral made of what was seen, all in one step.</summary>
    public async Task<bool> Finish(Visit visit, VisitRecord record, VisitForm form, VisitRules rules)
    {
        var late = line.Local(now).Date > line.Local(form.Arrived!.Value).Date;
        if (!await Moved(visit, VisitEvent.Done, late ? "entered_late" : null, () => visit.Hold(form.Arrived.Value, form.Spent, form.Result!, late, now))) return false;
        record.DoneAt = now;
        visit.Tell(form);
        await Follow(visit, ReferralEvent.Started);
        if (form.SignsSeen.ToList() is { Count: > 0 } signs) await UrgentReferralFrom(visit, signs);
        if (form.NextFrom is { } next) await Plan(await visit.Again(this, next, next.AddMinutes(rules.Minutes), visit.Worker, visit.Team));
        return true;
    }

    /// <param name="reason">Code of <c>visit_missed_reasons</c>; null when nobody reported anything.</param>
    public async Task<bool> Miss(Visit visit, string? reason, string? result, VisitRules rules)
    {
        if (!await Moved(visit, VisitEvent.Missed, reason, () => visit.Miss(reason, result, now))) return false;
        if (visit.Attempt >= rules.Attempts) await AskSupervisors(visit, VisitAttention.LastAttemptMissed);
        return true;
    }

    /// <summary>Nobody reported a visit whose time is over: it counts as missed, for whoever was to go and the owner of its case.</summary>
    /// <returns>False when there is nothing to notice any more.</returns>
    public async Task<bool> NoticeMissed(Guid id, VisitRules rules) =>
        await db.Visits.FindAsync(id) is { } visit && VisitFlow.IsAhead(visit.State) && visit.PlannedTo < now.AddHours(-rules.GraceHours) && await Miss(visit, null, null, rules);

    /// <summary>One more attempt in the place of a missed visit.</summary>
    /// <returns>Null when there is nothing to try again.</returns>
    public async Task<Visit?> Replan(Visit missed, DateTime from, DateTime to, string worker, string? team)
    {
        var next = await missed.Again(this, from, to, worker, team, follows: missed.Id);
        if (!await Moved(missed, VisitEvent.Replanned, null, () => missed.ReplanAs(next.Id))) return null;
        await Plan(next);
        if (next.ReferralId is not null) await FollowTo(next, missed.PlannedFrom);
        return next;
    }

    /// <summary>A supervisor has looked; nothing more is tried for a missed visit.</summary>
    public Task<bool> Settle(Visit visit) => Moved(visit, VisitEvent.Settled, null, visit.Settle);

    /// <summary>
    /// What the worker saw cannot wait: it goes into the history by its codes, an urgent referral is written, and supervisors are asked
    /// at once to choose to whom it goes.
    /// </summary>
    private async Task UrgentReferralFrom(Visit visit, IReadOnlyList<string> signs)
    {
        foreach (var sign in signs) Record(Subject.Visit, visit.Id, visit.CaseId, "DangerSigns", reason: sign);
        await DraftReferral(Guid.CreateVersion7(now), new ReferralForm(
            null, visit.CaseId, visit.PersonId, null, null, null, "social_medical", "emergency", $"{visit.Number}: {string.Join(", ", signs)}", null, null, null,
            Consent: false, OverrideReason: "life_in_danger"));
        await AskSupervisors(visit, VisitAttention.DangerSigns);
    }

    private async Task AskSupervisors(Visit visit, VisitAttention why)
    {
        if (!await Moved(visit, VisitEvent.Escalated, null, () => visit.Escalate(why, now))) return;
        var accounts = await db.Users.AsNoTracking().Where(a => !a.Disabled).Select(a => new { a.UserName, a.Roles, a.Team }).ToListAsync();
        foreach (var supervisor in accounts.Where(a => a.Roles.Contains(Roles.Supervisor) && (a.Team is null || a.Team == visit.Team))) News.Work(supervisor.UserName);
    }
}
