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

    /// <summary>From now on, for this connection, which only one piece of work uses at a time, until it is forgotten.</summary>
    public void KeepFor(DbConnection connection) => kept.AddOrUpdate(connection, []);

    /// <summary>Before the connection is closed: a pooled context opens the same object again, over another handle, for which these statements mean nothing.</summary>
    public void Forget(DbConnection connection)
    {
        if (kept.TryGetValue(connection, out var commands)) Clear(commands);
        kept.Remove(connection);
    }

    /// <returns>Null when nothing is kept for this connection.</returns>
    public SqliteCommand? Find(DbConnection connection, string text)
    {
        if (!kept.TryGetValue(connection, out var commands)) return null;
        if (commands.TryGetValue(text, out var prepared)) return prepared;
        if (commands.Count == Most) Clear(commands);
        return commands[text] = new SqliteCommand(text, (SqliteConnection)connection);
    }

    private static void Clear(Dictionary<string, SqliteCommand> commands)
    {
        foreach (var command in commands.Values) command.Dispose();
        commands.Clear();
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command is not SqliteCommand { Connection: { } connection } asked || Find(connection, asked.CommandText) is not { } prepared) return new(result);
        prepared.Transaction = asked.Transaction;
        prepared.Parameters.Clear();
        foreach (SqliteParameter parameter in asked.Parameters) prepared.Parameters.Add(parameter);
        return new(InterceptionResult<DbDataReader>.SuppressWithResult(prepared.ExecuteReader()));
    }
}
