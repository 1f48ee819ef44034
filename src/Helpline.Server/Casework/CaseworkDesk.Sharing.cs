using Helpline.Contracts.Sharing;
using Helpline.Domain.Audit;
using Helpline.Domain.Casework;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Casework;

/// <summary>A right for a while, given by whoever has the thing.</summary>
internal sealed partial class CaseworkDesk
{
    /// <summary>When the thing began, if the reader may share it: it is her own or assigned to her, or she supervises; null otherwise.</summary>
    public async Task<DateTime?> MayShare(Subject subject, Guid id)
    {
        var (began, team) = subject == Subject.Case && await SeeCase(id) is { } of ? ((DateTime?)of.OpenedAt, of.Team)
            : subject == Subject.Contact && await SeeContact(id) is { } contact ? (contact.StartedAt, contact.Team) : (null, null);
        return began is null || who.Supervises(team) || await GroundOn(subject, id) is GrantGround.Own or GrantGround.Assigned ? began : null;
    }

    /// <summary>A note is shared by whoever reads it by her own right: she talked, or supervises. It goes no further from her with whom it was shared.</summary>
    public async Task<bool> MayShareNote(Guid contact) => await SeeContact(contact) is { } seen
        && (who.Supervises(seen.Team) || await db.Grants.FindAsync(who.UserName, Subject.Contact, contact) is { Ground: GrantGround.Own, Notes: true });

    /// <summary>For her to whom it is assigned anyway only the note is new, until then.</summary>
    public async Task Share(Subject subject, Guid id, DateTime began, Share wish)
    {
        var known = await db.Grants.FindAsync(wish.With, subject, id);
        if (known is null) await Grant(wish.With, subject, id, GrantGround.Shared, began, wish.Notes, until: wish.Until);
        else if (known.Ground == GrantGround.Shared) (known.Notes, known.Until) = (wish.Notes, wish.Until);
        else if (known.Ground == GrantGround.Assigned) (known.Notes, known.Until) = (wish.Notes, wish.Notes ? wish.Until : null);
        Audit(AuditAction.Shared, subject, id, wish.Notes ? "note" : null, wish.Reason);
        Record(subject, id, subject == Subject.Case ? id : null, "Shared", to: Short(wish.With), reason: wish.Reason);
        News.Work(wish.With);
    }

    /// <returns>False when it was not shared with her.</returns>
    public async Task<bool> TakeBack(Subject subject, Guid id, string userName)
    {
        if (await db.Grants.FindAsync(userName, subject, id) is not { } grant || !IsShared(grant)) return false;
        if (grant.Ground == GrantGround.Shared) db.Grants.Remove(grant);
        else (grant.Notes, grant.Until) = (false, null);
        Audit(AuditAction.Shared, subject, id, "taken back");
        Record(subject, id, subject == Subject.Case ? id : null, "TakenBack", to: Short(userName));
        News.Work(userName);
        return true;
    }

    public Task<List<ShareCard>> Shares(Subject subject, Guid id) => db.Grants.AsNoTracking()
        .Where(g => g.Subject == subject && g.SubjectId == id && (g.Ground == GrantGround.Shared || g.Ground == GrantGround.Assigned && g.Notes)).OrderBy(g => g.UserName)
        .Select(g => new ShareCard(g.UserName, g.Notes, g.By, g.Until)).ToListAsync();

    private static bool IsShared(Grant grant) => grant.Ground == GrantGround.Shared || grant is { Ground: GrantGround.Assigned, Notes: true };

    // A line of the history holds 40 letters, and a user name up to 60.
    private static string Short(string userName) => userName.Length <= 40 ? userName : userName[..40];
}
