using Helpline.Domain.Notes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Server.Data.Tables;

internal sealed class NoteTable : IEntityTypeConfiguration<Note>
{
    public void Configure(EntityTypeBuilder<Note> note)
    {
        note.HasKey(n => n.CallId);
        note.Property(n => n.CallId).ValueGeneratedNever();
        note.Property(n => n.Topics).AsWords().HasMaxLength(512);
        note.Property(n => n.SafetySteps).AsWords().HasMaxLength(512);
        note.Property(n => n.SealedSummary).HasMaxLength(-1);
        note.Property(n => n.SealedRiskReason).HasMaxLength(-1);
        note.Property(n => n.SealedSafetyReason).HasMaxLength(-1);
        note.ComplexProperty(n => n.Screen);
        note.ComplexProperty(n => n.About);
        note.HasIndex(n => new { n.Author, n.FinishedAt });
        note.HasIndex(n => n.SavedAt);
    }
}

internal sealed class NoteVersionTable : IEntityTypeConfiguration<NoteVersion>
{
    public void Configure(EntityTypeBuilder<NoteVersion> version)
    {
        version.HasKey(v => new { v.CallId, v.Number });
        version.Property(v => v.By).HasMaxLength(60);
        version.Property(v => v.Sealed).HasMaxLength(-1);
    }
}

internal sealed class NoteAddendumTable : IEntityTypeConfiguration<NoteAddendum>
{
    public void Configure(EntityTypeBuilder<NoteAddendum> addendum)
    {
        addendum.ToTable("NoteAddenda");
        addendum.Property(a => a.Id).ValueGeneratedNever();
        addendum.Property(a => a.Author).HasMaxLength(60);
        addendum.Property(a => a.SealedText).HasMaxLength(-1);
        addendum.HasIndex(a => new { a.CallId, a.At });
    }
}
