using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Helpline.Load.Servers;

/// <summary>
/// One connection, one prepared statement and one thread that writes, so nobody ever meets a locked database. Each insert
/// is a commit of its own.
/// </summary>
internal sealed class FloorRows : IAsyncDisposable
{
    private readonly Channel<(string Sid, string Number, TaskCompletionSource Done)> queue =
        Channel.CreateUnbounded<(string, string, TaskCompletionSource)>(new() { SingleReader = true });
    private readonly SqliteConnection connection;
    private readonly string source;
    private readonly Task loop;

    public FloorRows(string file)
    {
        source = $"Data Source={file}";
        connection = new SqliteConnection(source);
        connection.Open();
        Do("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE Rows (Sid TEXT PRIMARY KEY, Number TEXT NOT NULL, At TEXT NOT NULL)");
        Durability = Durability.Of(connection);
        loop = Task.Factory.StartNew(Write, TaskCreationOptions.LongRunning);
    }

    public Durability Durability { get; }

    public Task Insert(string sid, string number)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        queue.Writer.TryWrite((sid, number, done));
        return done.Task;
    }

    public long Count()
    {
        using var reader = new SqliteConnection(source);
        reader.Open();
        using var command = reader.CreateCommand();
        command.CommandText = "SELECT count(*) FROM Rows";
        return (long)command.ExecuteScalar()!;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.Complete();
        await loop;
        await connection.DisposeAsync();
    }

    private void Write()
    {
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO Rows VALUES ($sid, $number, $at)";
        var (sid, number, at) = (insert.Parameters.Add("$sid", SqliteType.Text), insert.Parameters.Add("$number", SqliteType.Text), insert.Parameters.Add("$at", SqliteType.Text));
        insert.Prepare();
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (queue.Reader.TryRead(out var row))
            {
                (sid.Value, number.Value, at.Value) = (row.Sid, row.Number, TimeProvider.System.GetUtcNow().ToString("O"));
                insert.ExecuteNonQuery();
                row.Done.SetResult();
            }
        }
    }

    private void Do(string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
