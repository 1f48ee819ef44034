using Helpline.Domain.Audit;
using Helpline.Domain.Cases;
using Helpline.Domain.Casework;
using Helpline.Domain.Contacts;
using Helpline.Domain.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Server.Data.Tables;

internal sealed class ContactTable : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> contact)
    {
        contact.Property(c => c.Id).ValueGeneratedNever();
        contact.Property(c => c.Number).HasMaxLength(16);
        contact.Property(c => c.Language).HasMaxLength(8);
        contact.Property(c => c.CallerHash).HasMaxLength(64);
        contact.Property(c => c.Alias).HasMaxLength(8);
        contact.Property(c => c.Team).HasMaxLength(40);
        contact.HasIndex(c => c.Number).IsUnique();
        contact.HasIndex(c => new { c.StartedAt, c.Id });
        contact.HasIndex(c => c.EnteredLateAt).HasFilter("[EnteredLateAt] IS NOT NULL");
        contact.HasIndex(c => new { c.Team, c.StartedAt, c.Id });
        contact.HasIndex(c => new { c.Counselor, c.StartedAt, c.Id });
        contact.HasIndex(c => new { c.Channel, c.StartedAt, c.Id });
        contact.HasIndex(c => new { c.CallerHash, c.StartedAt });
        contact.HasIndex(c => new { c.PersonId, c.StartedAt });
        contact.HasIndex(c => new { c.CaseId, c.StartedAt });
    }
}

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.Property(p => p.Id).ValueGeneratedNever();
        person.Property(p => p.Number).HasMaxLength(16);
        person.Property(p => p.Language).HasMaxLength(8);
        person.Property(p => p.Sex).HasMaxLength(20);
        person.Property(p => p.Region).HasMaxLength(80);
        person.Property(p => p.SealedAddress).HasMaxLength(-1);
        person.Property(p => p.PhoneHash).HasMaxLength(64);
        person.Property(p => p.Team).HasMaxLength(40);
        person.ComplexProperty(p => p.SafeContact, safe =>
        {
            safe.Property(s => s.WhoMayAnswer).HasMaxLength(200);
            safe.Property(s => s.WhatToSay).HasMaxLength(200);
        });
        person.HasIndex(p => p.Number).IsUnique();
        person.HasIndex(p => p.PhoneHash);
        person.HasIndex(p => p.HouseholdId);
        person.HasIndex(p => new { p.CreatedAt, p.Id });
        person.HasIndex(p => new { p.Team, p.CreatedAt, p.Id });
    }
}

internal sealed class CaseTable : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> row)
    {
        row.Property(c => c.Id).ValueGeneratedNever();
        row.Property(c => c.Number).HasMaxLength(16);
        row.Property(c => c.Title).HasMaxLength(200);
        row.Property(c => c.Risk).HasMaxLength(20);
        row.Property(c => c.Team).HasMaxLength(40);
        row.Property(c => c.CloseReason).HasMaxLength(40);
        row.HasIndex(c => c.Number).IsUnique();
        row.HasIndex(c => new { c.State, c.TouchedAt, c.Id });
        row.HasIndex(c => new { c.Team, c.State, c.TouchedAt, c.Id });
        row.HasIndex(c => new { c.Owner, c.State, c.TouchedAt });
        row.HasIndex(c => new { c.OpenedAt, c.Id });
        row.HasIndex(c => new { c.Team, c.OpenedAt, c.Id });
        row.HasIndex(c => c.PersonId);
        row.HasIndex(c => c.HouseholdId);
    }
}

internal sealed class GrantTable : IEntityTypeConfiguration<Grant>
{
    public void Configure(EntityTypeBuilder<Grant> grant)
    {
        grant.HasKey(g => new { g.UserName, g.Subject, g.SubjectId });
        grant.Property(g => g.UserName).HasMaxLength(60);
        grant.Property(g => g.Subject).HasMaxLength(20);
        grant.HasIndex(g => new { g.UserName, g.Subject, g.SortAt, g.SubjectId });
        grant.HasIndex(g => new { g.Subject, g.SubjectId });
        grant.HasIndex(g => g.CaseId);
    }
}

internal sealed class SearchWordTable : IEntityTypeConfiguration<SearchWord>
{
    public void Configure(EntityTypeBuilder<SearchWord> word)
    {
        // Without the kind in front, a search for the beginning of a word would read every word of its kind.
        word.HasKey(w => new { w.Subject, w.Word, w.SubjectId });
        word.Property(w => w.Word).HasMaxLength(SearchWord.Longest);
        word.Property(w => w.Subject).HasMaxLength(20);
        word.HasIndex(w => new { w.Subject, w.SubjectId, w.Word });
    }
}

internal sealed class NumberSeriesTable : IEntityTypeConfiguration<NumberSeries>
{
    public void Configure(EntityTypeBuilder<NumberSeries> series)
    {
        series.ToTable("NumberSeries");
        series.HasKey(s => new { s.Subject, s.Day });
        series.Property(s => s.Subject).HasMaxLength(20);
    }
}

internal sealed class HistoryTable : IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> entry)
    {
        entry.ToTable("History");
        entry.Property(e => e.Subject).HasMaxLength(20);
        entry.Property(e => e.By).HasMaxLength(80);
        entry.Property(e => e.What).HasMaxLength(40);
        entry.Property(e => e.From).HasMaxLength(40);
        entry.Property(e => e.To).HasMaxLength(40);
        entry.Property(e => e.Reason).HasMaxLength(HistoryEntry.ReasonLength);
        entry.HasIndex(e => new { e.Subject, e.SubjectId });
        entry.HasIndex(e => new { e.CaseId, e.At });
    }
}

internal sealed class AuditTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("AuditTrail");
        entry.Property(e => e.Subject).HasMaxLength(20);
        entry.Property(e => e.Actor).HasMaxLength(80);
        entry.Property(e => e.What).HasMaxLength(AuditEntry.WhatLength);
        entry.Property(e => e.Reason).HasMaxLength(60);
        entry.HasIndex(e => e.At);
        entry.HasIndex(e => new { e.SubjectId, e.At });
        entry.HasIndex(e => new { e.Subject, e.At });
        entry.HasIndex(e => new { e.Action, e.At });
        entry.HasIndex(e => new { e.Reason, e.At });
        entry.HasIndex(e => new { e.Actor, e.At });
    }
}
