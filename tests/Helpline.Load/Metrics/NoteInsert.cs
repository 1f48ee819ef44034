using Microsoft.Data.Sqlite;

namespace Helpline.Load.Metrics;

/// <summary>Writes finished notes plainly; the model's own insert knows nothing of the parts of a note.</summary>
internal sealed class NoteInsert : IDisposable
{
    private static readonly string[] Columns =
        ["CallId", "Author", "CreatedAt", "SavedAt", "FinishedAt", "Kind", "Topics", "Risk", "SafetySteps", "About_Region", "About_CallerAge", "About_CallerSex", "Version"];
    private readonly SqliteCommand command;

    public NoteInsert(SqliteConnection connection)
    {
        command = new($"INSERT INTO Notes ({string.Join(", ", Columns)}) VALUES ({string.Join(", ", Columns.Select(c => "@" + c))})", connection);
        foreach (var column in Columns) command.Parameters.Add(new SqliteParameter { ParameterName = "@" + column });
    }

    public void Run(SeededNote note, SqliteTransaction transaction)
    {
        object?[] values = [note.Contact, note.Author, note.At, note.At, note.At, "counseling", note.Topic, note.Risk, "", note.Region, note.Age, note.Sex, 1];
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }

    public void Dispose() => command.Dispose();
}
