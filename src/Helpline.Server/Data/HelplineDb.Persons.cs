using Helpline.Domain.Persons;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Data;

/// <summary>What is kept around a person.</summary>
internal abstract partial class HelplineDb
{
    public DbSet<Household> Households => Set<Household>();
    public DbSet<Alert> Alerts => Set<Alert>();
}
