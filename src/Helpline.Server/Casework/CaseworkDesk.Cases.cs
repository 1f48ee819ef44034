using Helpline.Contracts.Cases;
using Helpline.Domain.Cases;
using Helpline.Domain.Casework;
using Helpline.Domain.Contacts;
using Helpline.Server.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Casework;

/// <summary>The life of a case.</summary>
internal sealed partial class CaseworkDesk
{
    /// <summary>Null when the reader may not know of it.</summary>
    public Task<Case?> SeeCase(Guid id) => db.Cases.VisibleTo(db, who, now).FirstOrDefaultAsync(c => c.Id == id);

    /// <summary>Of a case that she sees: its owner, and supervisors. With whom it was shared only reads.</summary>
    public bool MayChange(Case seen) => seen.Owner == who.UserName || who.Supervises(seen.Team);

    /// <param name="from">The contact that it begins with, if any.</param>
    public async Task<Case> OpenCase(Guid id, NewCase wish, Account owner, Contact? from)
    {
        var opened = new Case
        {
            Id = id,
            Number = await NextNumber(Subject.Case),
            Title = wish.Title.Trim(),
            Risk = wish.Risk,
            Owner = owner.UserName!,
            Team = owner.Team,
            PersonId = wish.PersonId ?? from?.PersonId,
            HouseholdId = wish.HouseholdId,
            OpenedAt = now,
            TouchedAt = now,
        };
        db.Cases.Add(opened);
        await Grant(opened.Owner, Subject.Case, id, GrantGround.Own, now);
        await Index(Subject.Case, id, opened.Number, opened.Title);
        await GrantPersonOf(opened);
        Record(Subject.Case, id, id, nameof(CaseEvent.Opened), to: nameof(CaseState.Open));
        if (from is not null) await Join(opened, from);
        News.Work(opened.Owner);
        return opened;
    }

    /// <returns>False when the case is closed.</returns>
    public async Task<bool> Change(Case of, CaseChange change)
    {
        if (!of.Touch(now)) return false;
        if (change.Title?.Trim() is { } title && title != of.Title)
        {
            of.Title = title;
            await Index(Subject.Case, of.Id, of.Number, title);
            Record(Subject.Case, of.Id, of.Id, "Renamed");
        }
        if (change.Risk is { } risk && risk != of.Risk)
        {
            Record(Subject.Case, of.Id, of.Id, "RiskChanged", of.Risk, risk);
            of.Risk = risk;
        }
        if (change.PersonId is { } person && person != of.PersonId)
        {
            var before = of.PersonId;
            of.PersonId = person;
            await GrantPersonOf(of);
            if (before is { } wrong && await db.Grants.FindAsync(of.Owner, Subject.Person, wrong) is { } right && right.CaseId == of.Id) await LetGo(right, of);
            Record(Subject.Person, person, of.Id, "Joined");
        }
        if (change.HouseholdId is { } household && household != of.HouseholdId)
        {
            of.HouseholdId = household;
            Record(Subject.Household, household, of.Id, "Joined");
        }
        return true;
    }

    /// <returns>False when the case is closed.</returns>
    public async Task<bool> Join(Case of, Contact contact)
    {
        if (!of.Touch(now)) return false;
        contact.CaseId = of.Id;
        await GrantToCaseOwner(of.Id, Subject.Contact, contact.Id, contact.StartedAt);
        Record(Subject.Contact, contact.Id, of.Id, "Joined");
        await AdoptFollowUps(of, contact);
        await AdoptReferrals(of, contact);
        News.Work(of.Owner);
        return true;
    }

    /// <returns>How much open work was canceled with it; null when it is closed already.</returns>
    public async Task<int?> Close(Case of, string reason)
    {
        if (!of.Close(reason, now)) return null;
        Record(Subject.Case, of.Id, of.Id, nameof(CaseEvent.Closed), nameof(CaseState.Open), nameof(CaseState.Closed), reason);
        News.Work(of.Owner);
        return await CancelWorkOf(of);
    }

    /// <returns>False when it is open.</returns>
    public bool Reopen(Case of)
    {
        if (!of.Reopen(now)) return false;
        Record(Subject.Case, of.Id, of.Id, nameof(CaseEvent.Reopened), nameof(CaseState.Closed), nameof(CaseState.Open));
        News.Work(of.Owner);
        return true;
    }

    /// <summary>Nothing of a closed case is left to do.</summary>
    /// <returns>How much was canceled.</returns>
    private async Task<int> CancelWorkOf(Case closed) => await CancelFollowUpsOf(closed.Id) + await CancelVisitsOf(closed.Id) + await CancelReferralsOf(closed.Id);
}
