using Helpline.Domain.Cases;
using Helpline.Domain.Casework;
using Helpline.Domain.Contacts;
using Helpline.Domain.FollowUps;
using Helpline.Domain.Persons;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Casework;

/// <summary>What is to be followed up, about one of these; the case counts before the contact.</summary>
/// <param name="Why">Code of <c>follow_up_reasons</c>.</param>
/// <param name="Risk">Code of <c>risk_levels</c>.</param>
/// <param name="Owner">User name of whoever carries it out.</param>
/// <param name="DueAt">UTC; null for when the risk wants it. It is put off to the next moment that is neither quiet nor unsafe.</param>
/// <param name="MayCall">The person agreed to be called; a card of the person says more.</param>
/// <param name="Supersede">A newer one goes on in place of one that is open; otherwise it is refused.</param>
internal sealed record FollowUpPlan(
    FollowUpKind Kind, string Why, string Risk, string Owner, Guid? CaseId = null, Guid? ContactId = null, Guid? PersonId = null, Guid? ReferralId = null,
    DateTime? DueAt = null, bool MayCall = false, bool Supersede = false);

internal enum PlanAnswer
{
    Planned,

    /// <summary>One of this kind is open, and is given with the answer.</summary>
    OneIsOpen,
    CaseClosed,

    /// <summary>The person did not ask for text messages, or is not known to us.</summary>
    NoTexts,
}

/// <summary>Promises to ask again.</summary>
internal sealed partial class CaseworkDesk
{
    /// <summary>What alarms are set for after the commit: an id and its due time, UTC.</summary>
    public List<(Guid FollowUp, DateTime At)> Alarms { get; init; } = [];

    public async Task<(PlanAnswer Answer, FollowUp? FollowUp)> PlanFollowUp(FollowUpPlan plan)
    {
        var contact = plan.ContactId is { } asked ? await db.Contacts.FindAsync(asked) : null;
        var inCase = (plan.CaseId ?? contact?.CaseId) is { } of ? await db.Cases.FindAsync(of) : null;
        if (inCase is { State: CaseState.Closed }) return (PlanAnswer.CaseClosed, null);
        var person = (plan.PersonId ?? contact?.PersonId ?? inCase?.PersonId) is { } known ? await db.Persons.FindAsync(known) : null;
        if (plan.Kind == FollowUpKind.Sms && person is not { SafeContact.MaySms: true }) return (PlanAnswer.NoTexts, null);
        var about = inCase?.Id ?? plan.ContactId ?? person?.Id ?? plan.ReferralId ?? throw new ArgumentException("A follow-up is about something.", nameof(plan));
        var (id, open) = (Guid.CreateVersion7(now), await db.FollowUps.FirstOrDefaultAsync(f => f.About == about && f.Kind == plan.Kind && f.ClosedAt == null));
        if (open is not null && !await GivesWay(open, id, plan.Supersede)) return (PlanAnswer.OneIsOpen, open);
        var followUp = await Write(id, about, plan, contact, inCase, person);
        db.FollowUps.Add(followUp);
        await Grant(plan.Owner, Subject.FollowUp, id, GrantGround.Own, now, caseId: inCase?.Id);
        await GrantToCaseOwner(inCase?.Id, Subject.FollowUp, id, now);
        await Moved(followUp, null, "Planned", plan.Why);
        return (PlanAnswer.Planned, followUp);
    }

    private async Task<FollowUp> Write(Guid id, Guid about, FollowUpPlan plan, Contact? contact, Case? inCase, Person? person) =>
        new()
        {
            Id = id,
            Number = await NextNumber(Subject.FollowUp),
            Kind = plan.Kind,
            About = about,
            CaseId = inCase?.Id,
            ContactId = plan.ContactId,
            PersonId = person?.Id,
            ReferralId = plan.ReferralId,
            Why = plan.Why,
            Risk = plan.Risk,
            Language = contact?.Language ?? person?.Language ?? "kk",
            PlannedBy = who.UserName ?? plan.Owner,
            PlannedAt = now,
            Owner = plan.Owner,
            Team = await TeamOf(plan.Owner),
            MayCall = plan.MayCall,
            DueAt = followUps.NextMoment(plan.DueAt ?? now + followUps.DueAfter[plan.Risk], [], FollowUp.Wishes(person, plan.MayCall), line),
        };

    /// <summary>Written before the newer one is open: one thing is never followed up twice in one way.</summary>
    private async Task<bool> GivesWay(FollowUp open, Guid newer, bool supersede)
    {
        var from = open.State;
        if (!supersede || open.Calling is not null || !open.GiveWayTo(newer, now)) return false;
        await Moved(open, from, nameof(FollowUpEvent.Superseded));
        await Save();
        return true;
    }

    /// <summary>Its time has come; a text message goes out by itself.</summary>
    /// <returns>False when there is nothing to do: done already, moved, or over.</returns>
    public async Task<bool> ComeDue(Guid id)
    {
        if (await db.FollowUps.FindAsync(id) is not { } followUp || followUp.DueAt > now) return false;
        var from = followUp.State;
        if (FollowUpFlow.Next(from, FollowUpEvent.CameDue) is null) return false;
        if (followUp.Kind == FollowUpKind.Sms && await PutOff(followUp)) return true;
        if (!followUp.ComeDue(now)) return false;
        await Moved(followUp, from, nameof(FollowUpEvent.CameDue));
        if (followUp.Kind == FollowUpKind.Sms) await SendText(followUp);
        return true;
    }

    /// <summary>The person named a time.</summary>
    /// <returns>False when it is over, or she is being called.</returns>
    public async Task<bool> AgreeCallback(FollowUp followUp, DateTime at)
    {
        var from = followUp.State;
        if (followUp.Calling is not null || !followUp.Agree(at)) return false;
        await Moved(followUp, from, nameof(FollowUpEvent.Agreed));
        return true;
    }

    /// <returns>False when it is over, or its owner calls at this moment.</returns>
    public async Task<bool> GiveFollowUpTo(FollowUp followUp, string owner)
    {
        if (followUp.Owner == owner) return FollowUpFlow.IsOpen(followUp.State);
        var (from, before) = (followUp.State, followUp.Owner);
        if (!followUp.GiveTo(owner, await TeamOf(owner))) return false;
        await Revoke(before, Subject.FollowUp, followUp.Id, GrantGround.Own);
        await Grant(owner, Subject.FollowUp, followUp.Id, GrantGround.Own, followUp.PlannedAt, caseId: followUp.CaseId);
        await GrantToCaseOwner(followUp.CaseId, Subject.FollowUp, followUp.Id, followUp.PlannedAt);
        News.Work(before);
        await Moved(followUp, from, nameof(FollowUpEvent.GivenOn));
        return true;
    }

    /// <param name="reason">Code of <c>follow_up_ends</c>.</param>
    public async Task<bool> Cancel(FollowUp followUp, string reason)
    {
        var from = followUp.State;
        if (followUp.Calling is not null || !followUp.Cancel(reason, now)) return false;
        await Moved(followUp, from, nameof(FollowUpEvent.Cancelled), reason);
        return true;
    }

    /// <summary>The case is closed: nobody is followed up in it any more.</summary>
    /// <returns>How many were cancelled.</returns>
    private async Task<int> CancelFollowUpsOf(Guid caseId)
    {
        const string CaseClosed = "case_closed";
        var open = await db.FollowUps.Where(f => f.CaseId == caseId && f.ClosedAt == null).ToListAsync();
        foreach (var followUp in open)
        {
            var from = followUp.State;
            followUp.Cancel(CaseClosed, now);
            await Moved(followUp, from, nameof(FollowUpEvent.Cancelled), CaseClosed);
        }
        return open.Count;
    }

    /// <summary>Every move: the history, the owner's board, the alarm, and an end of what was told of it when it was overdue.</summary>
    private async Task Moved(FollowUp followUp, FollowUpState? from, string what, string? reason = null, string? by = null)
    {
        Record(Subject.FollowUp, followUp.Id, followUp.CaseId, what, from?.ToString(), followUp.State.ToString(), reason, by);
        News.Work(followUp.Owner);
        if (followUp.State is FollowUpState.Scheduled or FollowUpState.Attempted) Alarms.Add((followUp.Id, followUp.DueAt));
        if (from is not null && what is not (nameof(FollowUpEvent.CameDue) or nameof(FollowUpEvent.GivenOn))) await StepDown(Subject.FollowUp, followUp.Id);
    }

    private Task<string?> TeamOf(string userName) => db.Users.Where(a => a.UserName == userName).Select(a => a.Team).FirstOrDefaultAsync();
}
