using Helpline.Domain.Audit;
using Helpline.Domain.Casework;
using Helpline.Domain.Contacts;
using Helpline.Domain.Persons;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Casework;

/// <summary>Persons, whom they live with, and what must be known of them at once.</summary>
internal sealed partial class CaseworkDesk
{
    /// <summary>Null when the reader may not know of her.</summary>
    public Task<Person?> SeePerson(Guid id) => db.Persons.VisibleTo(db, who, now).FirstOrDefaultAsync(p => p.Id == id);

    /// <summary>By what right the reader sees a thing; null for a supervisor without one of her own.</summary>
    public async Task<GrantGround?> GroundOn(Subject subject, Guid id) =>
        await db.Grants.AsNoTracking().Held(who, subject, now).Where(g => g.SubjectId == id).FirstOrDefaultAsync() is { } grant ? grant.Ground : null;

    /// <param name="contact">In which she came to us, if any.</param>
    public async Task Keep(Person person, Contact? contact)
    {
        db.Persons.Add(person);
        await Grant(person.CreatedBy, Subject.Person, person.Id, GrantGround.Own, person.CreatedAt);
        await Index(person);
        Record(Subject.Person, person.Id, contact?.CaseId, "Kept", to: person.Ground.ToString());
        Audit(AuditAction.Changed, Subject.Person, person.Id, "person", AccessReasons.Care);
        if (contact is not null) Name(contact, person);
    }

    public Task Index(Person person) => Index(Subject.Person, person.Id, person.Number, person.Name, person.PhoneHash);

    /// <returns>False when it was withdrawn before.</returns>
    public bool Withdraw(Person person)
    {
        if (!person.Withdraw(now)) return false;
        Record(Subject.Person, person.Id, null, "Withdrawn");
        Audit(AuditAction.Changed, Subject.Person, person.Id, "consent", AccessReasons.Request);
        return true;
    }

    /// <summary>She moves into the household of the other, which is made if there is none.</summary>
    /// <param name="other">Null when she lives alone.</param>
    public async Task LiveWith(Person person, Person? other)
    {
        if (other is { HouseholdId: null })
        {
            var made = new Household { Id = Guid.CreateVersion7(now), Number = await NextNumber(Subject.Household), CreatedBy = who.UserName!, CreatedAt = now };
            db.Households.Add(made);
            other.HouseholdId = made.Id;
            Record(Subject.Person, other.Id, null, "JoinedHousehold", to: made.Number);
        }
        if (person.HouseholdId == other?.HouseholdId) return;
        person.HouseholdId = other?.HouseholdId;
        Record(Subject.Person, person.Id, null, other is null ? "LeftHousehold" : "JoinedHousehold");
    }

    /// <param name="until">UTC.</param>
    public Alert Warn(Guid id, Person? person, string? callerHash, string text, DateTime until)
    {
        var alert = new Alert
        {
            Id = id,
            PersonId = person?.Id,
            CallerHash = callerHash,
            SealedText = vault.Seal(text, AlertPlace(id)),
            By = who.UserName!,
            At = now,
            Until = until,
        };
        db.Alerts.Add(alert);
        return alert;
    }

    /// <summary>Those on a person and on a telephone that hold now.</summary>
    public Task<List<Alert>> Alerts(Guid? person, string? callerHash) => db.Alerts.AsNoTracking()
        .Where(a => (person != null && a.PersonId == person || callerHash != null && a.CallerHash == callerHash) && a.Until > now).OrderBy(a => a.Until).ToListAsync();

    /// <summary>Its author, and whoever supervises the person or the caller it is about.</summary>
    public async Task<bool> MayTakeDown(Alert alert) => alert.By == who.UserName || who.IsSupervisor && (alert.PersonId is { } person
        ? await db.Persons.LedBy(who).AnyAsync(p => p.Id == person)
        : await db.Contacts.LedBy(who).AnyAsync(c => c.CallerHash == alert.CallerHash));

    public static string AlertPlace(Guid alert) => $"Alerts|SealedText|{alert:N}";
}

/// <summary>Codes of the list <c>access_reasons</c> that the server writes itself.</summary>
internal static class AccessReasons
{
    public const string Care = "care";
    public const string FollowUp = "follow_up";
    public const string Request = "request";
    public const string Supervision = "supervision";
}
