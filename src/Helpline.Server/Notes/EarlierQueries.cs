using Helpline.Contracts.Calls;
using Helpline.Domain.Contacts;
using Helpline.Domain.Notes;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Helpline.Server.Persons;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Notes;

/// <summary>What was before: contacts of the same telephone, and what the reader herself chose.</summary>
internal static class EarlierQueries
{
    private const int Most = 20;
    private const int Lately = 100;

    /// <summary>Who this telephone is to us. Of contacts that the reader may not see she learns the number, and nothing else.</summary>
    public static Task<IResult> Earlier(Guid id, HttpContext http, CaseworkDesks desks, CancellationToken stop) => desks.Open<IResult>(http, async desk =>
    {
        var (db, who, now) = (desk.Db, desk.Who, desk.Now);
        var asked = await db.Contacts.AsNoTracking().VisibleTo(db, who, now).Where(c => c.Id == id)
            .Select(c => new { c.Alias, c.CallerHash, c.PersonId, c.StartedAt, Count = db.Contacts.Count(e => c.CallerHash != null && e.CallerHash == c.CallerHash && e.StartedAt < c.StartedAt) })
            .SingleOrDefaultAsync(stop);
        if (asked is null) return Refusals.Unknown("contact");
        var alerts = await desk.SeeAlerts(id, asked.PersonId, asked.CallerHash);
        if (asked.CallerHash is null || asked.Count == 0) return TypedResults.Ok(new EarlierContacts(asked.Alias, 0, [], alerts));
        var seen = await db.Contacts.AsNoTracking().VisibleTo(db, who, now)
            .Where(c => c.CallerHash == asked.CallerHash && c.StartedAt < asked.StartedAt)
            .LeftJoin(db.Notes.ReadableBy(db, who, now), c => c.Id, n => n.CallId, (c, n) => new { Contact = c, Note = n })
            .OrderByDescending(c => c.Contact.StartedAt).Take(Most).ToListAsync(stop);
        return TypedResults.Ok(new EarlierContacts(asked.Alias, asked.Count, seen.ConvertAll(c => Card(c.Contact, c.Note)), alerts));
    });

    private static EarlierContact Card(Contact contact, Note? note) => new(
        contact.Id, contact.Number, contact.StartedAt, contact.Channel.ToString(), contact.Counselor,
        note is not null, note?.Risk, note is null ? [] : NoteCards.TopicsOf(note.Topics, note.Topic));

    /// <summary>What she chose lately stands first when she chooses again.</summary>
    public static async Task<IEnumerable<string>> MyTopics(HttpContext http, HelplineDb db, CancellationToken stop)
    {
        var me = http.User.Identity!.Name;
        var chosen = await db.Notes.AsNoTracking().Where(n => n.Author == me).OrderByDescending(n => n.FinishedAt).Take(Lately).Select(n => n.Topics).ToListAsync(stop);
        return chosen.SelectMany(topics => topics).GroupBy(topic => topic).OrderByDescending(times => times.Count()).ThenBy(times => times.Key, StringComparer.Ordinal).Select(times => times.Key);
    }
}
