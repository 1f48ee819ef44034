using Helpline.Domain.Shifts;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Data;

/// <summary>The rota.</summary>
internal abstract partial class HelplineDb
{
    public DbSet<Shift> Shifts => Set<Shift>();
    public DbSet<WeeklyShift> WeeklyShifts => Set<WeeklyShift>();
    public DbSet<Swap> Swaps => Set<Swap>();
    public DbSet<Rota> Rotas => Set<Rota>();
}
