using Helpline.Domain.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Server.Data.Tables;

internal sealed class CallRollUpTable : IEntityTypeConfiguration<CallRollUp>
{
    public void Configure(EntityTypeBuilder<CallRollUp> row)
    {
        row.HasKey(r => new { r.Hour, r.Language });
        row.Property(r => r.Language).HasMaxLength(8);
        row.Property(r => r.AnsweredWaits).HasMaxLength(-1);
        row.Property(r => r.AbandonedWaits).HasMaxLength(-1);
        row.ComplexProperty(r => r.Sums, sums =>
        {
            // By a promise, which may change: from the waits, when the hour is read.
            sums.Ignore(s => s.AnsweredInTime);
            sums.Ignore(s => s.AbandonedInTime);
            sums.Ignore(s => s.ShortAbandons);
            sums.Ignore(s => s.LongAbandonedWait);
        });
    }
}

internal sealed class HourRollUpTable : IEntityTypeConfiguration<HourRollUp>
{
    public void Configure(EntityTypeBuilder<HourRollUp> row)
    {
        row.HasKey(r => r.Hour);
        row.Property(r => r.Tallies).HasMaxLength(-1);
        row.ComplexProperty(r => r.Crew);
    }
}

internal sealed class RollUpMarkTable : IEntityTypeConfiguration<RollUpMark>
{
    public void Configure(EntityTypeBuilder<RollUpMark> mark)
    {
        mark.Property(m => m.Id).ValueGeneratedNever();
        mark.Property(m => m.Rules).HasMaxLength(80);
    }
}
