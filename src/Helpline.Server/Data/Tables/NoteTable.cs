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
        note.Property(n => n.SealedSummary).HasMaxLength(-1);
        note.HasIndex(n => new { n.Author, n.FinishedAt });
    }
}
