using Helpline.Domain;
using Helpline.Domain.Callbacks;
using Helpline.Domain.Callers;
using Helpline.Domain.Calls;
using Helpline.Domain.Counselors;
using Helpline.Domain.Ledger;
using Helpline.Domain.Line;
using Helpline.Domain.Missed;
using Helpline.Domain.Notes;
using Helpline.Domain.Offers;
using Helpline.Domain.Recordings;
using Helpline.Domain.Routing;
using Helpline.Domain.Supervision;
using Helpline.Domain.ThirdParties;
using Helpline.Domain.Transfers;
using Helpline.Domain.Voicemails;
using Helpline.Server.Accounts;
using Helpline.Server.Telephony;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Helpline.Server.Data;

/// <summary>The one model, on two providers. Times are UTC; enums are stored as words; a changing row carries a version.</summary>
internal abstract partial class HelplineDb(DbContextOptions options)
    : IdentityUserContext<Account, Guid>(options), IDataProtectionKeyContext
{
    private const string ByteByByte = "Latin1_General_100_BIN2";

    public DbSet<Call> Calls => Set<Call>();
    public DbSet<Offer> Offers => Set<Offer>();
    public DbSet<Presence> Presences => Set<Presence>();
    public DbSet<Note> Notes => Set<Note>();
    public DbSet<Listener> Listeners => Set<Listener>();
    public DbSet<Transfer> Transfers => Set<Transfer>();
    public DbSet<ThirdParty> ThirdParties => Set<ThirdParty>();
    public DbSet<MissedCall> MissedCalls => Set<MissedCall>();
    public DbSet<RoutingDecision> RoutingDecisions => Set<RoutingDecision>();
    public DbSet<LineSwitch> LineSwitches => Set<LineSwitch>();
    public DbSet<Detour> Detours => Set<Detour>();
    public DbSet<Callback> Callbacks => Set<Callback>();
    public DbSet<Voicemail> Voicemails => Set<Voicemail>();
    public DbSet<TalkRecording> TalkRecordings => Set<TalkRecording>();
    public DbSet<KeptSound> KeptSounds => Set<KeptSound>();
    public DbSet<CallerMemory> CallerMemories => Set<CallerMemory>();
    public DbSet<CallerFlag> CallerFlags => Set<CallerFlag>();
    public DbSet<LedgerEntry> Ledger => Set<LedgerEntry>();
    public DbSet<InboxEntry> Inbox => Set<InboxEntry>();
    public DbSet<LineCommand> LineCommands => Set<LineCommand>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Adds a row to a table that is only added to; it is written now or with the next save.</summary>
    public virtual void Append<T>(T row) where T : class => Add(row);

    /// <summary>One value, for what nearly every webhook asks: a query through the model costs many times the answer.</summary>
    /// <param name="sql">A column named <c>Value</c>, in words both databases understand, with <c>@value</c> for the parameter.</param>
    /// <returns>Null when there is no row.</returns>
    public abstract Task<string?> Ask(string sql, string value);

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

internal sealed class SqliteHelplineDb(DbContextOptions<SqliteHelplineDb> options) : HelplineDb(options)
{
    public override void Append<T>(T row)
    {
        if (!PlainInsert.Into(Model.FindEntityType(typeof(T))!).Run(Kept, row)) base.Append(row);
    }

    public override async Task<string?> Ask(string sql, string value)
    {
        if (Kept(sql) is not { } command) return await Database.SqlQueryRaw<string>(sql, new SqliteParameter("@value", value)).SingleOrDefaultAsync();
        if (command.Parameters.Count == 0) command.Parameters.Add(new SqliteParameter { ParameterName = "@value" });
        command.Parameters[0].Value = value;
        return command.ExecuteScalar() as string;
    }

    /// <summary>On the connection of the writer, which keeps what it has prepared.</summary>
    private SqliteCommand? Kept(string text)
    {
        if (Database.CurrentTransaction is not { } transaction || PreparedStatements.Instance.Find(Database.GetDbConnection(), text) is not { } command) return null;
        command.Transaction = (SqliteTransaction)transaction.GetDbTransaction();
        return command;
    }
}

internal sealed class SqlServerHelplineDb(DbContextOptions<SqlServerHelplineDb> options) : HelplineDb(options)
{
    public override Task<string?> Ask(string sql, string value) => Database.SqlQueryRaw<string>(sql, new SqlParameter("@value", value)).SingleOrDefaultAsync();
}
