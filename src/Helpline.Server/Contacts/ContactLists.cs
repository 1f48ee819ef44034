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
        var rows = who.IsSupervisor ? OfTeam(db, who, now, filter, after) : Held(db, who, now, filter, after);
        if (filter.Channel is { } channel) rows = rows.Where(c => c.Channel == channel);
        if (filter.Counselor is { } counselor) rows = rows.Where(c => c.Counselor == counselor);
        var page = await rows.AsNoTracking().Take(Pages.Size + 1).Select(ContactCards.FromContact).ToListAsync(stop);
        return page.Page(c => new(c.StartedAt, c.Id));
    }

    // The rights are sorted as the contacts are, and there are fewer of them.
    private static IQueryable<Contact> Held(HelplineDb db, Reader who, DateTime now, ContactFilter filter, Cursor? after)
    {
        var held = db.Grants.Held(who, Subject.Contact, now);
        if (filter.From is { } from) held = held.Where(g => g.SortAt >= from);
        if (filter.To is { } to) held = held.Where(g => g.SortAt < to);
        if (after is { At: var at, Id: var id }) held = held.Where(g => g.SortAt <= at && (g.SortAt < at || g.SubjectId < id));
        return held.Join(db.Contacts, g => g.SubjectId, c => c.Id, (g, c) => new { Right = g, Contact = c })
            .OrderByDescending(r => r.Right.SortAt).ThenByDescending(r => r.Right.SubjectId).Select(r => r.Contact);
    }

    private static IQueryable<Contact> OfTeam(HelplineDb db, Reader who, DateTime now, ContactFilter filter, Cursor? after)
    {
        var rows = db.Contacts.VisibleTo(db, who, now);
        if (filter.From is { } from) rows = rows.Where(c => c.StartedAt >= from);
        if (filter.To is { } to) rows = rows.Where(c => c.StartedAt < to);
        if (after is { At: var at, Id: var id }) rows = rows.Where(c => c.StartedAt <= at && (c.StartedAt < at || c.Id < id));
        return rows.OrderByDescending(c => c.StartedAt).ThenByDescending(c => c.Id);
    }
}
