using Helpline.Domain.Cases;
using Helpline.Domain.Casework;
using Helpline.Domain.Contacts;
using Helpline.Domain.Persons;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Casework;

/// <summary>Who may see which rows: filtered in the query, never after it.</summary>
internal static class CaseworkQueries
{
    /// <summary>The reader's own rights to things of one kind that hold now.</summary>
    public static IQueryable<Grant> Held(this IQueryable<Grant> grants, Reader who, Subject subject, DateTime now) =>
        grants.Where(g => g.UserName == who.UserName && g.Subject == subject && (g.Until == null || g.Until > now || g.Ground != GrantGround.Shared));

    /// <summary>A supervisor: her team's, or all when she has no team. She too has what was granted, as everybody has.</summary>
    public static IQueryable<Contact> VisibleTo(this IQueryable<Contact> contacts, HelplineDb db, Reader who, DateTime now) => contacts.Seen(db, who, Subject.Contact, now);

    /// <inheritdoc cref="VisibleTo(IQueryable{Contact}, HelplineDb, Reader, DateTime)"/>
    public static IQueryable<Person> VisibleTo(this IQueryable<Person> persons, HelplineDb db, Reader who, DateTime now) => persons.Seen(db, who, Subject.Person, now);

    /// <inheritdoc cref="VisibleTo(IQueryable{Contact}, HelplineDb, Reader, DateTime)"/>
    public static IQueryable<Case> VisibleTo(this IQueryable<Case> cases, HelplineDb db, Reader who, DateTime now) => cases.Seen(db, who, Subject.Case, now);

    /// <summary>The rows that a supervisor answers for, along the index of her team; nobody else answers for any.</summary>
    public static IQueryable<T> LedBy<T>(this IQueryable<T> rows, Reader who) where T : class => who switch
    {
        { IsSupervisor: false } => rows.Where(_ => false),
        { Team: { } team } => rows.Where(r => EF.Property<string?>(r, nameof(Contact.Team)) == team),
        _ => rows,
    };

    /// <summary>What <see cref="LedBy"/> and her own rights give together. Both at once seek no index in the order of a list: a list asks for each.</summary>
    internal static IQueryable<T> Seen<T>(this IQueryable<T> rows, HelplineDb db, Reader who, Subject subject, DateTime now) where T : class => who switch
    {
        { IsSupervisor: true, Team: null } => rows,
        { IsSupervisor: true, Team: { } team } => rows.Where(r =>
            EF.Property<string?>(r, nameof(Contact.Team)) == team || db.Grants.Held(who, subject, now).Any(g => g.SubjectId == EF.Property<Guid>(r, nameof(Contact.Id)))),
        _ => rows.Where(r => db.Grants.Held(who, subject, now).Any(g => g.SubjectId == EF.Property<Guid>(r, nameof(Contact.Id)))),
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
