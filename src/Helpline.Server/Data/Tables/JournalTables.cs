using Helpline.Domain.Journals;
using Helpline.Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Server.Data.Tables;

internal sealed class JournalExportTable : IEntityTypeConfiguration<JournalExport>
{
    public void Configure(EntityTypeBuilder<JournalExport> export)
    {
        export.Property(e => e.Id).ValueGeneratedNever();
        export.Property(e => e.Maker).HasMaxLength(60);
        export.Property(e => e.Journal).HasMaxLength(20);
        export.Property(e => e.Language).HasMaxLength(8);
        export.Property(e => e.Filter).HasMaxLength(1000);
        export.HasIndex(e => new { e.Maker, e.CreatedAt });
        export.HasIndex(e => new { e.State, e.HeardAt });
    }
}

internal sealed class FrozenReportTable : IEntityTypeConfiguration<FrozenReport>
{
    public void Configure(EntityTypeBuilder<FrozenReport> report)
    {
        report.Property(r => r.Id).ValueGeneratedNever();
        report.Property(r => r.Period).HasMaxLength(8);
        report.Property(r => r.Team).HasMaxLength(40);
        report.Property(r => r.FrozenBy).HasMaxLength(60);
        // One of a period is frozen, whoever is first.
        report.HasIndex(r => new { r.Period, r.Team }).IsUnique();
    }
}

internal sealed class FrozenNumberTable : IEntityTypeConfiguration<FrozenNumber>
{
    public void Configure(EntityTypeBuilder<FrozenNumber> number)
    {
        number.HasKey(n => new { n.ReportId, n.Figure, n.Key });
        number.Property(n => n.Figure).HasMaxLength(40);
        number.Property(n => n.Key).HasMaxLength(100);
    }
}
