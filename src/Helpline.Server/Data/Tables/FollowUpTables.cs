using Helpline.Domain.Casework;
using Helpline.Domain.FollowUps;
using Helpline.Domain.Messages;
using Helpline.Server.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Server.Data.Tables;

internal sealed class FollowUpTable : IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<FollowUp> row)
    {
        row.Property(f => f.Id).ValueGeneratedNever();
        row.Property(f => f.Number).HasMaxLength(16);
        row.Property(f => f.Why).HasMaxLength(40);
        row.Property(f => f.Risk).HasMaxLength(20);
        row.Property(f => f.Language).HasMaxLength(8);
        row.Property(f => f.Owner).HasMaxLength(60);
        row.Property(f => f.PlannedBy).HasMaxLength(60);
        row.Property(f => f.Team).HasMaxLength(40);
        row.Property(f => f.EndReason).HasMaxLength(40);
        row.HasIndex(f => f.Number).IsUnique();
        // The database itself refuses a second open one about the same case and of the same kind.
        row.HasIndex(f => new { f.About, f.Kind }, "OneOpenFollowUpOfAKind").IsUnique().HasFilter("[ClosedAt] IS NULL");
        row.HasIndex(f => new { f.DueAt, f.Id });
        row.HasIndex(f => f.PlannedAt);
        row.HasIndex(f => new { f.Team, f.DueAt, f.Id });
        row.HasIndex(f => new { f.State, f.DueAt, f.Id });
        row.HasIndex(f => new { f.State, f.Kind, f.DueAt, f.Id });
        row.HasIndex(f => new { f.Owner, f.State, f.DueAt, f.Id });
        row.HasIndex(f => new { f.Team, f.State, f.DueAt, f.Id });
        row.HasIndex(f => f.ContactId);
        row.HasIndex(f => f.CaseId);
        row.HasIndex(f => f.Calling);
    }
}

internal sealed class FollowUpAttemptTable : IEntityTypeConfiguration<FollowUpAttempt>
{
    public void Configure(EntityTypeBuilder<FollowUpAttempt> attempt)
    {
        attempt.Property(a => a.Id).ValueGeneratedNever();
        attempt.Property(a => a.By).HasMaxLength(60);
        attempt.Property(a => a.SealedNote).HasMaxLength(-1);
        attempt.HasIndex(a => new { a.FollowUpId, a.At });
    }
}

internal sealed class TextMessageTable : IEntityTypeConfiguration<TextMessage>
{
    public void Configure(EntityTypeBuilder<TextMessage> message)
    {
        message.Property(m => m.Id).ValueGeneratedNever();
        message.Property(m => m.Language).HasMaxLength(8);
        message.Property(m => m.ProviderId).HasMaxLength(64);
        message.Property(m => m.Error).HasMaxLength(20);
        message.HasIndex(m => m.FollowUpId);
        message.HasIndex(m => m.Deadline);
    }
}

internal sealed class EscalationTable : IEntityTypeConfiguration<Escalation>
{
    public void Configure(EntityTypeBuilder<Escalation> escalation)
    {
        escalation.Property(e => e.Id).ValueGeneratedNever();
        escalation.Property(e => e.Subject).HasMaxLength(20);
        escalation.Property(e => e.Number).HasMaxLength(16);
        escalation.Property(e => e.To).HasMaxLength(60);
        escalation.Property(e => e.Team).HasMaxLength(40);
        escalation.Property(e => e.ClosedBy).HasMaxLength(60);
        // Each step once for each due time, whoever takes it.
        escalation.HasIndex(e => new { e.Subject, e.SubjectId, e.Step, e.Cause, e.DueAt }).IsUnique();
        escalation.HasIndex(e => new { e.To, e.ClosedAt, e.RaisedAt });
    }
}

internal sealed class StuckJobTable : IEntityTypeConfiguration<StuckJob>
{
    public void Configure(EntityTypeBuilder<StuckJob> job)
    {
        job.HasKey(s => new { s.Kind, s.SubjectId });
        job.Property(s => s.Error).HasMaxLength(80);
        job.HasIndex(s => s.GivenUpAt);
    }
}
