using Helpline.Contracts;
using Helpline.Contracts.Contacts;
using Helpline.Domain.Casework;
using Helpline.Domain.Contacts;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Contacts;

/// <summary>Which contacts of a list are wanted; null for every one.</summary>
/// <param name="From">UTC, inclusive.</param>
/// <param name="To">UTC, exclusive.</param>
/// <param name="Counselor">User name.</param>
internal sealed record ContactFilter(Channel? Channel, DateTime? From, DateTime? To, string? Counselor);

internal static class ContactLists
{
    /// <summary>The newest first.</summary>
    public static async Task<Page<ContactCard>> Page(this HelplineDb db, Reader who, DateTime now, ContactFilter filter, Cursor? after, CancellationToken stop)
    {
        var wanted = db.Contacts.AsNoTracking();
        if (filter.Channel is { } channel) wanted = wanted.Where(c => c.Channel == channel);
        if (filter.Counselor is { } counselor) wanted = wanted.Where(c => c.Counselor == counselor);
        var rows = who switch
        {
            not { IsSupervisor: true, Team: null } when filter.Counselor is { } other && other != who.UserName => OfColleague(wanted, db, who, now, filter, after),
            { IsSupervisor: false } => Held(wanted, db, who, now, filter, after),
            { Team: { } team } => OfTeam(wanted, who, filter, after).Take(Pages.Size + 1).Concat(Held(wanted.Where(c => c.Team != team), db, who, now, filter, after).Take(Pages.Size + 1))
                .OrderByDescending(c => c.StartedAt).ThenByDescending(c => c.Id),
            _ => OfTeam(wanted, who, filter, after),
        };
        var page = await rows.Take(Pages.Size + 1).Select(ContactCards.FromContact).ToListAsync(stop);
        return page.Page(c => new(c.StartedAt, c.Id));
    }

    // The rights are sorted as the contacts are, and there are fewer of them.
    private static IQueryable<Contact> Held(IQueryable<Contact> wanted, HelplineDb db, Reader who, DateTime now, ContactFilter filter, Cursor? after)
    {
        var held = db.Grants.Held(who, Subject.Contact, now);
        if (filter.From is { } from) held = held.Where(g => g.SortAt >= from);
        if (filter.To is { } to) held = held.Where(g => g.SortAt < to);
        if (after is { At: var at, Id: var id }) held = held.Where(g => g.SortAt <= at && (g.SortAt < at || g.SubjectId < id));
        return held.Join(wanted, g => g.SubjectId, c => c.Id, (g, c) => new { Right = g, Contact = c })
            .OrderByDescending(r => r.Right.SortAt).ThenByDescending(r => r.Right.SubjectId).Select(r => r.Contact);
    }

    // Few of a colleague's are hers to see, and most of her rights, or her team's rows, are others': along the colleague's, each right is one seek in a key.
    private static IQueryable<Contact> OfColleague(IQueryable<Contact> wanted, HelplineDb db, Reader who, DateTime now, ContactFilter filter, Cursor? after) =>
        Newest(wanted.VisibleTo(db, who, now), filter, after);

    private static IQueryable<Contact> OfTeam(IQueryable<Contact> wanted, Reader who, ContactFilter filter, Cursor? after) =>
        Newest(wanted.LedBy(who), filter, after);

    private static IQueryable<Contact> Newest(IQueryable<Contact> rows, ContactFilter filter, Cursor? after)
    {
        if (filter.From is { } from) rows = rows.Where(c => c.StartedAt >= from);
        if (filter.To is { } to) rows = rows.Where(c => c.StartedAt < to);
        if (after is { At: var at, Id: var id }) rows = rows.Where(c => c.StartedAt <= at && (c.StartedAt < at || c.Id < id));
        return rows.OrderByDescending(c => c.StartedAt).ThenByDescending(c => c.Id);
    }
}
