using Helpline.Domain.Metrics;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Data;

/// <summary>Sums of the ledger by the hour; they can be made again from it at any time.</summary>
internal abstract partial class HelplineDb
{
    public DbSet<CallRollUp> CallRollUps => Set<CallRollUp>();
    public DbSet<HourRollUp> HourRollUps => Set<HourRollUp>();
    public DbSet<RollUpMark> RollUpMarks => Set<RollUpMark>();
}
