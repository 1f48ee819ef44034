using Helpline.Domain.Missed;
using Helpline.Domain.Routing;
using Helpline.Domain.Supervision;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Server.Data.Tables;

internal sealed class RoutingDecisionTable : IEntityTypeConfiguration<RoutingDecision>
{
    public void Configure(EntityTypeBuilder<RoutingDecision> decision) => decision.HasIndex(d => new { d.CallId, d.At });
}

internal sealed class MissedCallTable : IEntityTypeConfiguration<MissedCall>
{
    public void Configure(EntityTypeBuilder<MissedCall> missed)
    {
        missed.HasKey(m => m.CallId);
        missed.Property(m => m.CallId).ValueGeneratedNever();
        missed.Property(m => m.NumberHash).HasMaxLength(64);
        missed.Property(m => m.Act).HasMaxLength(40);
        missed.HasIndex(m => new { m.ActedAt, m.At });
        missed.HasIndex(m => m.Calling);
        missed.HasIndex(m => m.NumberHash).HasFilter("[ActedAt] IS NULL");
    }
}

internal sealed class ListenerTable : IEntityTypeConfiguration<Listener>
{
    public void Configure(EntityTypeBuilder<Listener> listener)
    {
        listener.Property(l => l.Id).ValueGeneratedNever();
        listener.Property(l => l.Leg).HasMaxLength(64);
        listener.HasIndex(l => l.Leg);
        listener.HasIndex(l => l.CallId);
    }
}
