using Helpline.Domain.Casework;
using Helpline.Domain.Notes;
using Helpline.Server.Casework;
using Helpline.Server.Data;

namespace Helpline.Server.Notes;

internal static class NoteQueries
{
    /// <summary>Notes the reader may open: her own, those of contacts granted to her with their notes, and, for a supervisor, her team's. Whoever sees no people any more reads none.</summary>
    public static IQueryable<Note> ReadableBy(this IQueryable<Note> notes, HelplineDb db, Reader who, DateTime now) => who switch
    {
        { SeesPeople: false } => notes.Where(_ => false),
        { IsSupervisor: true, Team: null } => notes,
        { IsSupervisor: true, Team: { } team } => notes.Where(n => n.Author == who.UserName || db.Contacts.Any(c => c.Id == n.CallId && c.Team == team) || db.Shared(who, now).Any(g => g.SubjectId == n.CallId)),
        _ => notes.Where(n => n.Author == who.UserName || db.Shared(who, now).Any(g => g.SubjectId == n.CallId)),
    };

    private static IQueryable<Grant> Shared(this HelplineDb db, Reader who, DateTime now) =>
        db.Grants.Held(who, Subject.Contact, now).Where(g => g.Notes && (g.Until == null || g.Until > now));
}
