using Microsoft.Data.Sqlite;

namespace Helpline.Load.Servers;

/// <summary>What a commit waits for.</summary>
/// <param name="Journal">journal_mode, such as wal.</param>
/// <param name="Synchronous">2 is FULL: a commit returns when its pages are on the disk.</param>
internal sealed record Durability(string Journal, long Synchronous)
{
    public static readonly Durability Full = new("wal", 2);

    public static Durability Of(SqliteConnection connection) =>
        new((string)Ask(connection, "PRAGMA journal_mode")!, (long)Ask(connection, "PRAGMA synchronous")!);

    private static object? Ask(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
        command.CommandText = question;
        return command.ExecuteScalar();
    }
}
