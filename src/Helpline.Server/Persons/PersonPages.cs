using Helpline.Contracts.Persons;
using Helpline.Contracts.Search;
using Helpline.Domain.Audit;
using Helpline.Domain.Casework;
using Helpline.Domain.Persons;
using Helpline.Server.Cases;
using Helpline.Server.Casework;
using Helpline.Server.Contacts;
using Helpline.Server.Searching;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Persons;

/// <summary>All that a page shows of a person; each person whose name is shown leaves a line in the audit trail.</summary>
internal static class PersonPages
{
    private const int Newest = 20;
    private const int MostAlike = 5;
    private const int YearsApart = 2;

    public static async Task<PersonDetails> Of(CaseworkDesk desk, Person person, bool mayChange, string reason)
    {
        var (db, who, now) = (desk.Db, desk.Who, desk.Now);
        desk.Audit(AuditAction.Read, Subject.Person, person.Id, "person", reason);
        var household = await db.Households.Where(h => h.Id == person.HouseholdId).Select(h => h.Number).FirstOrDefaultAsync();
        var others = person.HouseholdId is not { } home ? [] : await db.Persons.AsNoTracking().VisibleTo(db, who, now)
            .Where(p => p.HouseholdId == home && p.Id != person.Id).OrderBy(p => p.BirthYear).Select(p => new PersonName(p.Id, p.Number, p.Name, p.BirthYear)).ToListAsync();
        foreach (var other in others) desk.Audit(AuditAction.Read, Subject.Person, other.Id, "household", reason);
        var cases = await db.Cases.AsNoTracking().VisibleTo(db, who, now).Where(c => c.PersonId == person.Id).OrderByDescending(c => c.TouchedAt).Take(Newest).Select(CaseCards.FromCase).ToListAsync();
        var contacts = await db.Contacts.AsNoTracking().VisibleTo(db, who, now).Where(c => c.PersonId == person.Id).OrderByDescending(c => c.StartedAt).Take(Newest).Select(ContactCards.FromContact).ToListAsync();
        return new(PersonCards.Of(person, desk.Vault), mayChange && person.WithdrawnAt is null, household, others, await desk.AlertCardsOf(person.Id, person.PhoneHash), cases, contacts);
    }

    /// <summary>Those whom a typed person may be: the same telephone, or the same words of a name and nearly the same age.</summary>
    /// <param name="phoneHash">Of what is typed; null while it is no number.</param>
    public static async Task<List<PersonName>> Like(CaseworkDesk desk, Likeness typed, string? phoneHash)
    {
        var seen = desk.Db.Persons.AsNoTracking().VisibleTo(desk.Db, desk.Who, desk.Now);
        var alike = phoneHash is null ? [] : await seen.Where(p => p.PhoneHash == phoneHash).OrderBy(p => p.Id).Take(MostAlike).ToListAsync();
        if (Wanted.Exactly(Folding.Words(typed.Name ?? "")) is { } words)
        {
            var (from, to) = (typed.BirthYear - YearsApart, typed.BirthYear + YearsApart);
            var near = seen.Where(p => typed.BirthYear == null || p.BirthYear == null || p.BirthYear >= from && p.BirthYear <= to);
            var ids = await words.Rows(desk.Db, Subject.Person, null).Where(w => near.Any(p => p.Id == w.SubjectId)).Take(MostAlike).Select(w => w.SubjectId).ToListAsync();
            if (ids.Count > 0) alike.AddRange(await seen.Where(p => ids.Contains(p.Id)).ToListAsync());
        }
        var found = alike.DistinctBy(p => p.Id).Select(p => new PersonName(p.Id, p.Number, p.Name, p.BirthYear)).ToList();
        foreach (var person in found) desk.Audit(AuditAction.Read, Subject.Person, person.Id, "duplicate", AccessReasons.Care);
        return found;
    }
}
