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
/// <param name="Over">In place of which open ones it goes on; otherwise it is refused.</param>
internal sealed record FollowUpPlan(
    FollowUpKind Kind, string Why, string Risk, string Owner, Guid? CaseId = null, Guid? ContactId = null, Guid? PersonId = null, Guid? ReferralId = null,
    DateTime? DueAt = null, bool MayCall = false, OpenOnes Over = OpenOnes.None);

/// <summary>Open follow-ups that give way to a newer one about the same and of the same kind.</summary>
internal enum OpenOnes
{
    None,

    /// <summary>One that says less: it is being carried out in this very talk, or comes later, or is of a lower risk.</summary>
    OfLessRisk,
    All,
}

internal enum PlanAnswer
{
    Planned,

    /// <summary>One of this kind is open, and is given with the answer.</summary>
    OneIsOpen,

    /// <summary>One of this kind is open, and it is another's, in another's case.</summary>
    NotHers,
    CaseClosed,

    /// <summary>The person did not ask for text messages, or is not known to us.</summary>
    NoTexts,
}

/// <summary>What is planned, and what gives way to it.</summary>
internal sealed partial class CaseworkDesk
{
    public async Task<(PlanAnswer Answer, FollowUp? FollowUp)> PlanFollowUp(FollowUpPlan plan)
    {
        var contact = plan.ContactId is { } asked ? await db.Contacts.FindAsync(asked) : null;
        var inCase = (plan.CaseId ?? contact?.CaseId) is { } of ? await db.Cases.FindAsync(of) : null;
        if (inCase is { State: CaseState.Closed }) return (PlanAnswer.CaseClosed, null);
        var person = (plan.PersonId ?? contact?.PersonId ?? inCase?.PersonId) is { } known ? await db.Persons.FindAsync(known) : null;
        if (plan.Kind == FollowUpKind.Sms && person is not { SafeContact.MaySms: true }) return (PlanAnswer.NoTexts, null);
        var about = inCase?.Id ?? plan.ContactId ?? person?.Id ?? plan.ReferralId ?? throw new ArgumentException("A follow-up is about something.", nameof(plan));
        var (id, open) = (Guid.CreateVersion7(now), await OpenOne(about, plan.Kind));
        // What she agreed to before still holds when nobody asked her anew.
        if (open is not null && plan.Over == OpenOnes.OfLessRisk) plan = plan with { MayCall = plan.MayCall || open.MayCall };
        var dueAt = followUps.NextMoment(plan.DueAt ?? now + followUps.DueAfter[plan.Risk], [], FollowUp.Wishes(person, plan.MayCall), line);
        if (open is not null && plan.Over == OpenOnes.All && !MayReplace(open, inCase)) return (PlanAnswer.NotHers, open);
        if (open is not null && !(Yields(open, plan, dueAt) && await GiveWay(open, id))) return (PlanAnswer.OneIsOpen, open);
        var followUp = await Write(id, about, plan, dueAt, contact, inCase, person);
        db.FollowUps.Add(followUp);
        await Grant(plan.Owner, Subject.FollowUp, id, GrantGround.Own, now, caseId: inCase?.Id);
        await GrantToCaseOwner(inCase?.Id, Subject.FollowUp, id, now);
        await Moved(followUp, null, "Planned", plan.Why);
        return (PlanAnswer.Planned, followUp);
    }

    private async Task<FollowUp> Write(Guid id, Guid about, FollowUpPlan plan, DateTime dueAt, Contact? contact, Case? inCase, Person? person) =>
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
            DueAt = dueAt,
        };

    private Task<FollowUp?> OpenOne(Guid about, FollowUpKind kind) => db.FollowUps.FirstOrDefaultAsync(f => f.About == about && f.Kind == kind && f.ClosedAt == null);

    private bool MayReplace(FollowUp open, Case? inCase) => open.Owner == who.UserName || inCase?.Owner == who.UserName || who.Supervises(open.Team);

    private static bool Yields(FollowUp open, FollowUpPlan plan, DateTime dueAt) => plan.Over switch
    {
        OpenOnes.All => open.Calling is null,
        OpenOnes.OfLessRisk => open.IsBeingCarriedOut || open.SaysLessThan(plan.Risk, dueAt),
        _ => false,
    };

    /// <summary>Written before the newer one is open: one thing is never followed up twice in one way.</summary>
    private async Task<bool> GiveWay(FollowUp open, Guid newer)
    {
        var from = open.State;
        if (!open.GiveWayTo(newer, now)) return false;
        await Moved(open, from, nameof(FollowUpEvent.Superseded));
        await Save();
        return true;
    }

    /// <summary>What was promised after a contact belongs to the case that the contact has joined; of two open ones of a kind the sooner and graver stays.</summary>
    private async Task AdoptFollowUps(Case of, Contact contact)
    {
        foreach (var followUp in await db.FollowUps.Where(f => f.ContactId == contact.Id && f.CaseId == null).OrderBy(f => f.PlannedAt).ToListAsync())
        {
            if (FollowUpFlow.IsOpen(followUp.State) && await OpenOne(of.Id, followUp.Kind) is { } standing)
                await (standing.SaysLessThan(followUp.Risk, followUp.DueAt) ? GiveWay(standing, followUp.Id) : GiveWay(followUp, standing.Id));
            followUp.Join(of.Id);
            await GrantToCaseOwner(of.Id, Subject.FollowUp, followUp.Id, followUp.PlannedAt);
            Record(Subject.FollowUp, followUp.Id, of.Id, "Joined", to: followUp.State.ToString());
            News.Work(followUp.Owner);
            // The next of its kind finds this one.
            await Save();
        }
    }
}
