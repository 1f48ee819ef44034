using Helpline.Domain.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Server.Data.Tables;

internal sealed class LedgerTable : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> entry)
    {
        entry.ToTable("Ledger");
        entry.Property(e => e.What).HasMaxLength(40);
        entry.Property(e => e.From).HasMaxLength(40);
        entry.Property(e => e.To).HasMaxLength(40);
        entry.HasIndex(e => e.CallId);
    }
}
