using Helpline.Contracts;
using Helpline.Contracts.Cases;
using Helpline.Domain.Cases;
using Helpline.Domain.Casework;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Cases;

/// <summary>Lists of cases, and what happened in one.</summary>
internal static class CaseLists
{
    /// <summary>The last touched first.</summary>
    /// <param name="mine">Only those that the reader owns.</param>
    public static async Task<Page<CaseCard>> Page(this HelplineDb db, Reader who, DateTime now, CaseState state, bool mine, Cursor? after, CancellationToken stop)
    {
        var wanted = db.Cases.AsNoTracking().Where(c => c.State == state);
        if (after is { At: var at, Id: var id }) wanted = wanted.Where(c => c.TouchedAt <= at && (c.TouchedAt < at || c.Id < id));
        var page = await Newest(Seen(wanted, db, who, now, mine)).Select(CaseCards.FromCase).ToListAsync(stop);
        return page.Page(c => new(c.TouchedAt, c.Id));
    }

    /// <summary>The newest first: every move of the case and of what belongs to it, and its contacts when they took place.</summary>
    /// <param name="before">UTC; null for the newest.</param>
    public static async Task<Page<Moment>> Timeline(this HelplineDb db, Guid id, DateTime? before, CancellationToken stop)
    {
        var moves = await db.History.AsNoTracking().Where(h => h.CaseId == id && (before == null || h.At < before)).OrderByDescending(h => h.At).ThenByDescending(h => h.Id).Take(Pages.Size + 1)
            .Select(h => new Moment(h.At, h.By, h.Subject.ToString(), h.SubjectId, h.What, h.From, h.To, h.Reason, null, null)).ToListAsync(stop);
        var contacts = await db.Contacts.AsNoTracking().Where(c => c.CaseId == id && (before == null || c.StartedAt < before)).OrderByDescending(c => c.StartedAt).Take(Pages.Size + 1)
            .Select(c => new Moment(c.StartedAt, c.Counselor, nameof(Subject.Contact), c.Id, "TookPlace", null, null, null, c.Number, c.Channel.ToString())).ToListAsync(stop);
        return WholeMoments([.. moves.Concat(contacts).OrderByDescending(m => m.At)]);
    }

    // The page after begins before a moment, so what happened in one moment stays on one page.
    private static Page<Moment> WholeMoments(List<Moment> found)
    {
        if (found.Count <= Pages.Size) return new(found, null);
        var page = found.TakeWhile(m => m.At > found[Pages.Size].At).ToList();
        if (page.Count == 0) page = found;
        return new(page, page[^1].At.ToString("O"));
    }

    // Everybody but a supervisor begins with her rights: there are few, and the cases are many. Who leads a team has both, each along its own index.
    private static IQueryable<Case> Seen(IQueryable<Case> cases, HelplineDb db, Reader who, DateTime now, bool mine) => who switch
    {
        _ when mine => cases.Where(c => c.Owner == who.UserName),
        { IsSupervisor: false } => Held(cases, db, who, now),
        { Team: { } team } => Newest(cases.LedBy(who)).Concat(Newest(Held(cases.Where(c => c.Team != team), db, who, now))),
        _ => cases,
    };

    // All of the rights, by a limit that limits nothing: without it the database may begin with every case and ask for a right to each.
    private static IQueryable<Case> Held(IQueryable<Case> cases, HelplineDb db, Reader who, DateTime now) =>
        db.Grants.Held(who, Subject.Case, now).OrderBy(g => g.SortAt).ThenBy(g => g.SubjectId).Take(int.MaxValue).Join(cases, g => g.SubjectId, c => c.Id, (g, c) => c);

    private static IQueryable<Case> Newest(IQueryable<Case> cases) => cases.OrderByDescending(c => c.TouchedAt).ThenByDescending(c => c.Id).Take(Pages.Size + 1);
}
