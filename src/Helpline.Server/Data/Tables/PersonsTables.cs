using Helpline.Domain.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Server.Data.Tables;

internal sealed class HouseholdTable : IEntityTypeConfiguration<Household>
{
    public void Configure(EntityTypeBuilder<Household> household)
    {
        household.Property(h => h.Id).ValueGeneratedNever();
        household.Property(h => h.Number).HasMaxLength(16);
        household.HasIndex(h => h.Number).IsUnique();
    }
}

internal sealed class AlertTable : IEntityTypeConfiguration<Alert>
{
    public void Configure(EntityTypeBuilder<Alert> alert)
    {
        alert.Property(a => a.Id).ValueGeneratedNever();
        alert.Property(a => a.CallerHash).HasMaxLength(64);
        alert.Property(a => a.SealedText).HasMaxLength(-1);
        alert.HasIndex(a => new { a.PersonId, a.Until });
        alert.HasIndex(a => new { a.CallerHash, a.Until });
    }
}
