using Helpline.Server.Telephony;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Server.Data.Tables;

internal sealed class InboxTable : IEntityTypeConfiguration<InboxEntry>
{
    public void Configure(EntityTypeBuilder<InboxEntry> entry)
    {
        entry.HasKey(e => e.Key);
        entry.Property(e => e.Reply).HasMaxLength(-1);
        entry.HasIndex(e => e.At);
    }
}

internal sealed class LineCommandTable : IEntityTypeConfiguration<LineCommand>
{
    public void Configure(EntityTypeBuilder<LineCommand> command)
    {
        command.Property(c => c.Id).ValueGeneratedNever();
        command.HasIndex(c => new { c.DoneAt, c.DueAt });
    }
}
