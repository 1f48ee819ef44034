using Helpline.Domain;
using Helpline.Domain.Calls;
using Helpline.Domain.Counselors;
using Helpline.Domain.Ledger;
using Helpline.Domain.Notes;
using Helpline.Domain.Offers;
using Helpline.Server.Accounts;
using Helpline.Server.Telephony;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Helpline.Server.Data;

/// <summary>The one model, on two providers. Times are UTC; enums are stored as words; a changing row carries a version.</summary>
internal abstract class HelplineDb(DbContextOptions options)
    : IdentityUserContext<Account, Guid>(options), IDataProtectionKeyContext
{
    private const string ByteByByte = "Latin1_General_100_BIN2";

    public DbSet<Call> Calls => Set<Call>();
    public DbSet<Offer> Offers => Set<Offer>();
    public DbSet<Presence> Presences => Set<Presence>();
    public DbSet<Note> Notes => Set<Note>();
    public DbSet<LedgerEntry> Ledger => Set<LedgerEntry>();
    public DbSet<InboxEntry> Inbox => Set<InboxEntry>();
    public DbSet<LineCommand> LineCommands => Set<LineCommand>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        conventions.Properties<string>().HaveMaxLength(256);
        conventions.Properties<DateTime>().HaveConversion<UtcConverter>();
        // SQLite compares text byte by byte. SQL Server would fold case, and take two keys that differ in it for one.
        if (this is not SqlServerHelplineDb) return;
        conventions.Properties<Enum>().UseCollation(ByteByByte);
        conventions.Properties<string>().UseCollation(ByteByByte);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(HelplineDb).Assembly);
        foreach (var row in builder.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(IVersioned))))
            builder.Entity(row.ClrType).Property<long>(nameof(IVersioned.Version)).IsConcurrencyToken();
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // SQLite has no row version of its own, so the application raises it on both providers.
        foreach (var row in ChangeTracker.Entries<IVersioned>().Where(e => e.State is EntityState.Added or EntityState.Modified))
            row.Property(r => r.Version).CurrentValue++;
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        written => written.Kind == DateTimeKind.Local ? written.ToUniversalTime() : written,
        read => DateTime.SpecifyKind(read, DateTimeKind.Utc));
}

internal sealed class SqliteHelplineDb(DbContextOptions<SqliteHelplineDb> options) : HelplineDb(options);

internal sealed class SqlServerHelplineDb(DbContextOptions<SqlServerHelplineDb> options) : HelplineDb(options);
