using Helpline.Domain.Journals;
using Helpline.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Data;

/// <summary>Exports of journals, and reports as they were frozen.</summary>
internal abstract partial class HelplineDb
{
    public DbSet<JournalExport> JournalExports => Set<JournalExport>();
    public DbSet<FrozenReport> FrozenReports => Set<FrozenReport>();
    public DbSet<FrozenNumber> FrozenNumbers => Set<FrozenNumber>();
}
