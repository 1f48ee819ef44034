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
        // Without the lines of no call: a planner with statistics would look them up here, all of them, for each counselor.
        entry.HasIndex(e => e.CallId).HasFilter("[CallId] IS NOT NULL");
        // What counselors said of themselves, without the many lines of calls.
        entry.HasIndex(e => new { e.Counselor, e.At }).HasFilter("[CallId] IS NULL");
    }
}
