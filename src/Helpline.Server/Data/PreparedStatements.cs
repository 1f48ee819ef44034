using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Helpline.Server.Data;

/// <summary>
/// Keeps what SQLite has prepared for a connection that stays open. Its driver prepares every command anew, which costs more
/// than carrying it out.
/// </summary>
internal sealed class PreparedStatements : DbCommandInterceptor
{
    private const int Most = 256;
    public static readonly PreparedStatements Instance = new();
    private readonly ConditionalWeakTable<DbConnection, Dictionary<string, SqliteCommand>> kept = [];

    /// <summary>From now on, for this connection, which only one piece of work uses at a time.</summary>
    public void KeepFor(DbConnection connection) => kept.Add(connection, []);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command is not SqliteCommand { Connection: { } connection } asked || !kept.TryGetValue(connection, out var commands)) return new(result);
        if (!commands.TryGetValue(asked.CommandText, out var prepared))
        {
            if (commands.Count == Most) commands.Clear();
            commands[asked.CommandText] = prepared = new SqliteCommand(asked.CommandText, connection);
        }
        prepared.Transaction = asked.Transaction;
        prepared.Parameters.Clear();
        foreach (SqliteParameter parameter in asked.Parameters) prepared.Parameters.Add(parameter);
        return new(InterceptionResult<DbDataReader>.SuppressWithResult(prepared.ExecuteReader()));
    }
}
