using Helpline.Contracts.Search;
using Helpline.Domain.Audit;
using Helpline.Domain.Cases;
using Helpline.Domain.Casework;
using Helpline.Domain.FollowUps;
using Helpline.Domain.Line;
using Helpline.Server.Board;
using Helpline.Server.Data;
using Helpline.Server.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Casework;

/// <summary>
/// The one door for every change after a call: contacts, persons, cases, follow-ups, referrals and visits, open for one
/// transaction (see <see cref="CaseworkDesks"/>). Endpoints and jobs all come through here. A move that is not legal now
/// changes nothing and says so.
/// </summary>
internal sealed partial class CaseworkDesk(HelplineDb db, DateTime now, Reader who, LineRules line, FollowUpRules followUps, Vault vault)
{
    /// <summary>What boards are told after the commit.</summary>
    public BoardNews News { get; init; } = new();

    public HelplineDb Db => db;
    public DateTime Now => now;
    public Reader Who => who;
    public LineRules Line => line;
    public Vault Vault => vault;

    /// <summary>Appends a move to the history of its subject and, when somebody made it, to the audit trail.</summary>
    public void Record(Subject subject, Guid id, Guid? caseId, string what, string? from = null, string? to = null, string? reason = null, string? by = null)
    {
        db.Append(new HistoryEntry { Subject = subject, SubjectId = id, CaseId = caseId, At = now, By = by ?? who.UserName, What = what, From = from, To = to, Reason = reason });
        if ((by ?? who.UserName) is not null && IsAudited(subject, what)) Audit(AuditAction.Changed, subject, id, what == nameof(CaseEvent.Given) ? $"{what} {from} → {to}" : what, by: by);
    }

    /// <summary>Appends to the audit trail.</summary>
    /// <param name="what">note, number, person or a field.</param>
    /// <param name="reason">A code of <c>access_reasons</c>.</param>
    public void Audit(AuditAction action, Subject subject, Guid id, string? what = null, string? reason = null, string? by = null) =>
        db.Append(new AuditEntry { At = now, Actor = by ?? who.UserName, Action = action, Subject = subject, SubjectId = id, What = what, Reason = reason });

    /// <summary>The next number of this kind on this local day, as 20261125-0001.</summary>
    public Task<string> NextNumber(Subject subject) => db.NextNumber(subject, line.Local(now));

    /// <summary>The rights of somebody to a thing; the same right again only grows.</summary>
    public async Task Grant(string userName, Subject subject, Guid id, GrantGround ground, DateTime sortAt, bool notes = false, Guid? caseId = null, DateTime? until = null)
    {
        var known = await db.Grants.FindAsync(userName, subject, id);
        if (known is null)
            db.Grants.Add(new Grant { UserName = userName, Subject = subject, SubjectId = id, Ground = ground, Notes = notes, SortAt = sortAt, CaseId = caseId, By = who.UserName, Until = until });
        else
            // What still ends of a thing that was shared before is its note.
            (known.Ground, known.Notes, known.Until, known.CaseId) = (known.Ground < ground ? known.Ground : ground, known.Notes || notes, known.Notes && !notes ? known.Until : null, known.CaseId ?? caseId);
    }

    /// <summary>The owner of the case sees what belongs to it; a new owner gets these rights with the case.</summary>
    public async Task GrantToCaseOwner(Guid? caseId, Subject subject, Guid id, DateTime sortAt)
    {
        if (caseId is { } of && await db.Cases.FindAsync(of) is { } owned) await Grant(owned.Owner, subject, id, GrantGround.Assigned, sortAt, caseId: of);
    }

    /// <summary>Takes the rights away that rest on this ground; others stay.</summary>
    public async Task Revoke(string userName, Subject subject, Guid id, GrantGround ground)
    {
        if (await db.Grants.FindAsync(userName, subject, id) is { } grant && grant.Ground == ground) db.Grants.Remove(grant);
    }

    /// <summary>By what a row is found from now on; words it had and has no more find it no more.</summary>
    /// <param name="texts">Names, numbers, aliases and hashes, never a note.</param>
    public async Task Index(Subject subject, Guid id, params IEnumerable<string?> texts)
    {
        var words = texts.OfType<string>().SelectMany(Folding.Words).Select(w => w.Length > SearchWord.Longest ? w[..SearchWord.Longest] : w).ToHashSet();
        foreach (var old in await db.SearchWords.Where(w => w.Subject == subject && w.SubjectId == id).ToListAsync())
            if (!words.Remove(old.Word)) db.SearchWords.Remove(old);
        foreach (var word in words) db.SearchWords.Add(new SearchWord { Word = word, Subject = subject, SubjectId = id });
    }

    public Task Save() => db.SaveChangesAsync();

    /// <summary>What auditors read of besides its history. Whom something was shared with is told to them as that.</summary>
    private static bool IsAudited(Subject subject, string what) =>
        subject is Subject.Case or Subject.FollowUp or Subject.Referral or Subject.Visit && what is not ("Shared" or "TakenBack" or "LinkMade");
}
