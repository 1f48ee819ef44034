using System.ComponentModel.DataAnnotations;

namespace Helpline.Server.Data;

internal enum DatabaseProvider { Sqlite, SqlServer }

/// <summary>Section <c>Database</c>.</summary>
internal sealed class DatabaseOptions
{
    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;

    /// <summary>Statements sent in one round trip; the provider's default when not set.</summary>
    [Range(1, 10_000)] public int? MaxBatchSize { get; init; }
}
