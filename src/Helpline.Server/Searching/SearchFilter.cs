using Helpline.Domain.Cases;
using Helpline.Domain.Casework;
using Helpline.Domain.Contacts;
using Helpline.Domain.Persons;
using Helpline.Domain.Referrals;
using Helpline.Server.Casework;
using Helpline.Server.Data;

namespace Helpline.Server.Searching;

/// <summary>Which findings are wanted; null for every one. All are among those that the reader may see.</summary>
/// <param name="Subject">One kind only.</param>
/// <param name="State">Of a case.</param>
/// <param name="Risk">Of a case.</param>
/// <param name="From">UTC, inclusive: when it began or was made.</param>
/// <param name="To">UTC, exclusive.</param>
internal sealed record SearchFilter(Subject? Subject, CaseState? State, string? Risk, DateTime? From, DateTime? To)
{
    /// <summary>Whether this kind is looked for at all: only cases have a state and a risk.</summary>
    public bool Wants(Subject kind) => (Subject is null || Subject == kind) && (kind == Domain.Casework.Subject.Case || State is null && Risk is null);

    public IQueryable<Person> Persons(HelplineDb db, Reader who, DateTime now)
    {
        var rows = db.Persons.VisibleTo(db, who, now);
        if (From is { } from) rows = rows.Where(p => p.CreatedAt >= from);
        return To is { } to ? rows.Where(p => p.CreatedAt < to) : rows;
    }

    public IQueryable<Contact> Contacts(HelplineDb db, Reader who, DateTime now)
    {
        var rows = db.Contacts.VisibleTo(db, who, now);
        if (From is { } from) rows = rows.Where(c => c.StartedAt >= from);
        return To is { } to ? rows.Where(c => c.StartedAt < to) : rows;
    }

    public IQueryable<Referral> Referrals(HelplineDb db, Reader who, DateTime now)
    {
        var rows = db.Referrals.VisibleTo(db, who, now);
        if (From is { } from) rows = rows.Where(r => r.CreatedAt >= from);
        return To is { } to ? rows.Where(r => r.CreatedAt < to) : rows;
    }

    public IQueryable<Case> Cases(HelplineDb db, Reader who, DateTime now)
    {
        var rows = db.Cases.VisibleTo(db, who, now);
        if (State is { } state) rows = rows.Where(c => c.State == state);
        if (Risk is { } risk) rows = rows.Where(c => c.Risk == risk);
        if (From is { } from) rows = rows.Where(c => c.OpenedAt >= from);
        return To is { } to ? rows.Where(c => c.OpenedAt < to) : rows;
    }
}
