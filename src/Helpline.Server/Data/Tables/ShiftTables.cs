using Helpline.Domain.Shifts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Server.Data.Tables;

internal sealed class ShiftTable : IEntityTypeConfiguration<Shift>
{
    public void Configure(EntityTypeBuilder<Shift> shift)
    {
        shift.Property(s => s.Id).ValueGeneratedNever();
        shift.Property(s => s.Counselor).HasMaxLength(60);
        shift.Property(s => s.MadeBy).HasMaxLength(60);
        shift.Property(s => s.Language).HasMaxLength(8);
        shift.HasIndex(s => s.From);
        shift.HasIndex(s => new { s.Counselor, s.From });
        shift.HasIndex(s => new { s.State, s.From });
        // A weekly shift comes once a day, however often it is planned.
        shift.HasIndex(s => new { s.WeeklyId, s.Day }).IsUnique();
    }
}

internal sealed class RotaTable : IEntityTypeConfiguration<Rota>
{
    public void Configure(EntityTypeBuilder<Rota> rota) => rota.Property(r => r.Id).ValueGeneratedNever();
}

internal sealed class WeeklyShiftTable : IEntityTypeConfiguration<WeeklyShift>
{
    public void Configure(EntityTypeBuilder<WeeklyShift> weekly)
    {
        weekly.Property(w => w.Id).ValueGeneratedNever();
        weekly.Property(w => w.Counselor).HasMaxLength(60);
        weekly.Property(w => w.MadeBy).HasMaxLength(60);
        weekly.Property(w => w.Language).HasMaxLength(8);
        weekly.HasIndex(w => w.EndedAt);
    }
}

internal sealed class SwapTable : IEntityTypeConfiguration<Swap>
{
    public void Configure(EntityTypeBuilder<Swap> swap)
    {
        swap.Property(s => s.Id).ValueGeneratedNever();
        swap.Property(s => s.AskedBy).HasMaxLength(60);
        swap.Property(s => s.TakenBy).HasMaxLength(60);
        swap.Property(s => s.EndedBy).HasMaxLength(60);
        // The database itself refuses a second open swap of one shift.
        swap.HasIndex(s => s.ShiftId).IsUnique().HasFilter("[State] IN ('Asked', 'Taken')");
        swap.HasIndex(s => s.State);
    }
}
