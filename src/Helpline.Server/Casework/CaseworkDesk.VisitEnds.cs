using Helpline.Contracts.Referrals;
using Helpline.Contracts.Work;
using Helpline.Domain.Casework;
using Helpline.Domain.Referrals;
using Helpline.Domain.Visits;
using Helpline.Server.Visits;

namespace Helpline.Server.Casework;

/// <summary>Patronage visits: done, missed, tried again.</summary>
internal sealed partial class CaseworkDesk
{
    /// <summary>The form is finished, the next visit planned and an urgent referral made of what was seen, all in one step.</summary>
    /// <param name="danger">What is referred when signs of danger were seen.</param>
    public async Task<bool> Finish(Visit visit, VisitRecord record, VisitForm form, VisitRules rules, DangerReferral? danger)
    {
        var late = line.Local(now).Date > line.Local(form.Arrived!.Value).Date;
        if (!await Moved(visit, VisitEvent.Done, late ? "entered_late" : null, () => visit.Hold(form.Arrived.Value, form.Spent, form.Result!, late, now))) return false;
        record.DoneAt = now;
        visit.Tell(form);
        await Follow(visit, ReferralEvent.Started);
        if (danger is not null) await Refer(visit, form, danger);
        if (form.NextFrom is { } next) await Plan(await visit.Again(this, next, next.AddMinutes(rules.Minutes), visit.Worker, visit.Team));
        return true;
    }

    /// <param name="reason">Code of <c>visit_missed_reasons</c>; null when nobody reported anything.</param>
    /// <param name="goesOn">It is tried again in the same step: nobody need decide that.</param>
    public async Task<bool> Miss(Visit visit, string? reason, string? result, VisitRules rules, bool goesOn = false)
    {
        if (!await Moved(visit, VisitEvent.Missed, reason, () => visit.Miss(reason, result, now))) return false;
        if (visit.Attempt >= rules.Attempts && !goesOn) await AskSupervisors(visit, VisitAttention.LastAttemptMissed);
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
    /// What the worker saw cannot wait: it goes into the history by its codes, an urgent referral is written that she has to send soon,
    /// and supervisors are asked at once to choose to whom it goes.
    /// </summary>
    private async Task Refer(Visit visit, VisitForm form, DangerReferral danger)
    {
        foreach (var sign in form.SignsSeen) Record(Subject.Visit, visit.Id, visit.CaseId, "DangerSigns", reason: sign);
        var contact = visit.ReferralId is { } of ? (await db.Referrals.FindAsync(of))?.ContactId : null;
        var referral = await DraftReferral(Guid.CreateVersion7(now), new ReferralForm(
            contact, visit.CaseId, visit.PersonId, null, null, null, "social_medical", DangerReferral.Urgency, $"{visit.Number}: {danger.Signs}", null, null, null,
            Consent: false, OverrideReason: "life_in_danger"));
        referral.IsToBeSentBy(danger.SendBy);
        News.Work(referral.Sender);
        await AskSupervisors(visit, VisitAttention.DangerSigns);
    }

    /// <summary>The supervisors of the team have it at once, on the screen and as a task, until one has looked or another visit is planned.</summary>
    private async Task AskSupervisors(Visit visit, VisitAttention why)
    {
        if (!visit.Escalate(why, now)) return;
        var cause = why == VisitAttention.DangerSigns ? EscalationCause.DangerSigns : EscalationCause.VisitMissed;
        if (!await Raise(Subject.Visit, visit.Id, visit.Number, LadderStep.Supervisor, cause, visit.PlannedFrom, null, visit.CaseId, visit.Team)) return;
        foreach (var supervisor in await Supervisors(visit.Team)) News.Urgent.Add((supervisor, new UrgentWork(visit.Id, visit.Number, cause.ToString())));
    }
}

/// <summary>The referral that signs of danger make.</summary>
/// <param name="Signs">In words.</param>
/// <param name="SendBy">UTC.</param>
internal sealed record DangerReferral(string Signs, DateTime SendBy)
{
    /// <summary>Code of <c>referral_urgencies</c>.</summary>
    public const string Urgency = "emergency";
}
