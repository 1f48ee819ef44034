using Helpline.Domain.Audit;
using Helpline.Domain.Casework;
using Helpline.Domain.Contacts;
using Helpline.Domain.Persons;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Casework;

/// <summary>Contacts that did not come by telephone, and who it was.</summary>
internal sealed partial class CaseworkDesk
{
    /// <summary>Null when the reader may not know of it.</summary>
    public Task<Contact?> SeeContact(Guid id) => db.Contacts.VisibleTo(db, who, now).FirstOrDefaultAsync(c => c.Id == id);

    /// <summary>Of a contact that she sees: whoever answers for it, and supervisors.</summary>
    public bool MayChange(Contact seen) => seen.Counselor == who.UserName || who.Supervises(seen.Team);

    /// <summary>Work about a contact stands in its case too: there it is added by the case's owner, or whoever answers for the contact.</summary>
    public async Task<bool> MayAddTo(Contact seen) => MayChange(seen) || seen.CaseId is not { } of || await db.Cases.FindAsync(of) is { } inCase && MayChange(inCase);

    /// <param name="startedAt">UTC, when it took place.</param>
    public async Task<Contact> EnterWalkIn(Guid id, DateTime startedAt, string? language)
    {
        var contact = new Contact
        {
            Id = id,
            Number = await NextNumber(Subject.Contact),
            Channel = Channel.WalkIn,
            StartedAt = startedAt,
            EnteredLateAt = startedAt < now ? now : null,
            Counselor = who.UserName,
            Team = who.Team,
            Language = language,
        };
        db.Contacts.Add(contact);
        await Grant(who.UserName!, Subject.Contact, id, GrantGround.Own, startedAt, notes: true);
        await Index(Subject.Contact, id, contact.Number);
        return contact;
    }

    /// <param name="person">Null when it was somebody else after all.</param>
    public void Name(Contact contact, Person? person)
    {
        contact.PersonId = person?.Id;
        Record(Subject.Contact, contact.Id, contact.CaseId, person is null ? "PersonTakenBack" : "PersonNamed");
        Audit(AuditAction.Changed, Subject.Contact, contact.Id, "person");
    }
}
