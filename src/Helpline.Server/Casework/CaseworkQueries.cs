using Helpline.Domain.Cases;
using Helpline.Domain.Casework;
using Helpline.Domain.Contacts;
using Helpline.Domain.Persons;
using Helpline.Server.Data;

namespace Helpline.Server.Casework;

/// <summary>Who may see which rows: filtered in the query, never after it.</summary>
internal static class CaseworkQueries
{
    /// <summary>The reader's own rights to things of one kind that hold now.</summary>
    public static IQueryable<Grant> Held(this IQueryable<Grant> grants, Reader who, Subject subject, DateTime now) =>
        grants.Where(g => g.UserName == who.UserName && g.Subject == subject && (g.Until == null || g.Until > now || g.Ground != GrantGround.Shared));

    /// <summary>A supervisor: her team's, or all when she has no team. Everybody else: what was granted.</summary>
    public static IQueryable<Contact> VisibleTo(this IQueryable<Contact> contacts, HelplineDb db, Reader who, DateTime now) => who switch
    {
        { IsSupervisor: true, Team: null } => contacts,
        { IsSupervisor: true, Team: { } team } => contacts.Where(c => c.Team == team),
        _ => contacts.Where(c => db.Grants.Held(who, Subject.Contact, now).Any(g => g.SubjectId == c.Id)),
    };

    /// <inheritdoc cref="VisibleTo(IQueryable{Contact}, HelplineDb, Reader, DateTime)"/>
    public static IQueryable<Person> VisibleTo(this IQueryable<Person> persons, HelplineDb db, Reader who, DateTime now) => who switch
    {
        { IsSupervisor: true, Team: null } => persons,
        { IsSupervisor: true, Team: { } team } => persons.Where(p => p.Team == team),
        _ => persons.Where(p => db.Grants.Held(who, Subject.Person, now).Any(g => g.SubjectId == p.Id)),
    };

    /// <inheritdoc cref="VisibleTo(IQueryable{Contact}, HelplineDb, Reader, DateTime)"/>
    public static IQueryable<Case> VisibleTo(this IQueryable<Case> cases, HelplineDb db, Reader who, DateTime now) => who switch
    {
        { IsSupervisor: true, Team: null } => cases,
        { IsSupervisor: true, Team: { } team } => cases.Where(c => c.Team == team),
        _ => cases.Where(c => db.Grants.Held(who, Subject.Case, now).Any(g => g.SubjectId == c.Id)),
    };

    /// <summary>The next number of a kind on a local day, as 20261125-0001.</summary>
    public static async Task<string> NextNumber(this HelplineDb db, Subject subject, DateTime local)
    {
        var day = local.Year * 10000 + local.Month * 100 + local.Day;
        var series = await db.NumberSeries.FindAsync(subject, day);
        if (series is null) db.NumberSeries.Add(series = new NumberSeries { Subject = subject, Day = day });
        return series.Next();
    }
}
