using Helpline.Domain.Visits;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Data;

/// <summary>Patronage visits.</summary>
internal abstract partial class HelplineDb
{
    public DbSet<Visit> Visits => Set<Visit>();
    public DbSet<VisitSeries> VisitSeries => Set<VisitSeries>();
    public DbSet<VisitRecord> VisitRecords => Set<VisitRecord>();
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();
}
