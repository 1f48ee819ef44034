using Helpline.Domain.Audit;
using Helpline.Domain.Cases;
using Helpline.Domain.Casework;
using Helpline.Domain.Contacts;
using Helpline.Domain.Persons;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Data;

/// <summary>What is kept after a call.</summary>
internal abstract partial class HelplineDb
{
    public DbSet<Contact> Contacts => Set<Contact>();
    public DbSet<Person> Persons => Set<Person>();
    public DbSet<Case> Cases => Set<Case>();
    public DbSet<Grant> Grants => Set<Grant>();
    public DbSet<SearchWord> SearchWords => Set<SearchWord>();
    public DbSet<NumberSeries> NumberSeries => Set<NumberSeries>();
    public DbSet<HistoryEntry> History => Set<HistoryEntry>();
    public DbSet<AuditEntry> AuditTrail => Set<AuditEntry>();
}
