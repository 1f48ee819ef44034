using System.ComponentModel.DataAnnotations;

namespace Helpline.Server.Data;

internal enum DatabaseProvider { Sqlite, SqlServer }

/// <summary>Section <c>Database</c>.</summary>
internal sealed class DatabaseOptions
{
    [EnumDataType(typeof(DatabaseProvider), ErrorMessage = "Database:Provider is not known; it should be Sqlite or SqlServer.")]
    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;

    /// <summary>Statements sent in one round trip; the provider's default when not set.</summary>
    [Range(1, 10_000, ErrorMessage = "Database:MaxBatchSize is out of range; it should be 1 to 10000, or not set.")]
    public int? MaxBatchSize { get; init; }
}
