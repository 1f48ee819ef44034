using Helpline.Domain.Visits;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Server.Data.Tables;

internal sealed class VisitTable : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> visit)
    {
        visit.Property(v => v.Id).ValueGeneratedNever();
        visit.Property(v => v.Number).HasMaxLength(16);
        visit.Property(v => v.Area).HasMaxLength(60);
        visit.Property(v => v.SealedAddress).HasMaxLength(-1);
        visit.Property(v => v.Worker).HasMaxLength(60);
        visit.Property(v => v.Team).HasMaxLength(40);
        visit.Property(v => v.SeenBy).HasMaxLength(60);
        visit.Property(v => v.MissedReason).HasMaxLength(60);
        visit.Property(v => v.CancelReason).HasMaxLength(60);
        visit.Property(v => v.Result).HasMaxLength(60);
        visit.Property(v => v.Services).HasMaxLength(512);
        visit.HasIndex(v => v.Number).IsUnique();
        // One visit goes on in the place of a missed one.
        visit.HasIndex(v => v.Follows).IsUnique();
        visit.HasIndex(v => new { v.Worker, v.PlannedFrom });
        visit.HasIndex(v => v.PlannedFrom);
        visit.HasIndex(v => new { v.Worker, v.IsOwed, v.PlannedFrom });
        visit.HasIndex(v => new { v.Area, v.IsOwed, v.Priority, v.PlannedFrom, v.Id });
        visit.HasIndex(v => new { v.HouseholdId, v.IsOwed, v.Priority, v.PlannedFrom, v.Id });
        visit.HasIndex(v => new { v.PlannedFrom, v.Id });
        visit.HasIndex(v => new { v.Team, v.PlannedFrom, v.Id });
        visit.HasIndex(v => new { v.State, v.PlannedTo });
        visit.HasIndex(v => new { v.Team, v.AttentionSince });
        visit.HasIndex(v => v.AttentionSince);
        visit.HasIndex(v => new { v.CaseId, v.IsOwed });
        visit.HasIndex(v => new { v.SeriesId, v.PlannedFrom });
        visit.HasIndex(v => v.ReferralId);
    }
}

internal sealed class VisitSeriesTable : IEntityTypeConfiguration<VisitSeries>
{
    public void Configure(EntityTypeBuilder<VisitSeries> series)
    {
        series.Property(s => s.Id).ValueGeneratedNever();
        series.Property(s => s.Area).HasMaxLength(60);
        series.Property(s => s.SealedAddress).HasMaxLength(-1);
        series.Property(s => s.Worker).HasMaxLength(60);
        series.Property(s => s.Team).HasMaxLength(40);
        series.ComplexProperty(s => s.Rule, rule => rule.Property(r => r.On).HasMaxLength(80));
        series.HasIndex(s => s.CaseId);
    }
}

internal sealed class VisitRecordTable : IEntityTypeConfiguration<VisitRecord>
{
    public void Configure(EntityTypeBuilder<VisitRecord> record)
    {
        record.HasKey(r => r.VisitId);
        record.Property(r => r.VisitId).ValueGeneratedNever();
        record.Property(r => r.SealedForm).HasMaxLength(-1);
        record.HasIndex(r => new { r.Author, r.DoneAt });
    }
}

internal sealed class CalendarFeedTable : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> feed)
    {
        feed.HasKey(f => f.UserName);
        feed.Property(f => f.UserName).HasMaxLength(60);
        feed.Property(f => f.TokenHash).HasMaxLength(64);
        feed.HasIndex(f => f.TokenHash).IsUnique();
    }
}
