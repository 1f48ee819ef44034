using Helpline.Domain.Cases;
using Helpline.Domain.Casework;
using Helpline.Server.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Casework;

/// <summary>A case goes to another owner, and with it what is seen through it.</summary>
internal sealed partial class CaseworkDesk
{
    /// <summary>What is the old owner's for another reason stays hers.</summary>
    /// <returns>False when the case is closed.</returns>
    public async Task<bool> Give(Case of, Account to)
    {
        var (from, owner) = (of.Owner, to.UserName!);
        if (!of.GiveTo(owner, to.Team, now)) return false;
        await Revoke(from, Subject.Case, of.Id, GrantGround.Own);
        await Grant(owner, Subject.Case, of.Id, GrantGround.Own, of.OpenedAt);
        foreach (var right in await db.Grants.Where(g => g.CaseId == of.Id && g.UserName == from).ToListAsync())
        {
            await Grant(owner, right.Subject, right.SubjectId, GrantGround.Assigned, right.SortAt, caseId: of.Id);
            await LetGo(right, of);
        }
        foreach (var contact in await db.Contacts.AsNoTracking().Where(c => c.CaseId == of.Id).ToListAsync())
            await Grant(owner, Subject.Contact, contact.Id, GrantGround.Assigned, contact.StartedAt, caseId: of.Id);
        await GrantPersonOf(of);
        Record(Subject.Case, of.Id, of.Id, nameof(CaseEvent.Given), Short(from), Short(owner));
        News.Work(from);
        News.Work(owner);
        return true;
    }

    /// <summary>She no longer has it by this case; what was shared with her until a later time stays so.</summary>
    private async Task LetGo(Grant right, Case of)
    {
        right.CaseId = right.Subject == Subject.Person
            ? await db.Cases.Where(c => c.PersonId == right.SubjectId && c.Owner == right.UserName && c.Id != of.Id).Select(c => (Guid?)c.Id).FirstOrDefaultAsync()
            : null;
        if (right is not { Ground: GrantGround.Assigned, CaseId: null }) return;
        if (right.Until > now) right.Ground = GrantGround.Shared;
        else db.Grants.Remove(right);
    }

    private async Task GrantPersonOf(Case of)
    {
        if (of.PersonId is { } id && await db.Persons.FindAsync(id) is { } person)
            await Grant(of.Owner, Subject.Person, id, GrantGround.Assigned, person.CreatedAt, caseId: of.Id);
    }
}
