using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Helpline.Server.Data;

/// <summary>
/// Adds rows to a table by statements made once from the model: nothing is tracked, nothing is read back. What is null is left
/// out, for a new row is mostly null, and each parameter costs as much as all before it.
/// </summary>
internal sealed class PlainInsert
{
    private static readonly ConditionalWeakTable<IEntityType, PlainInsert> made = [];
    private readonly string table;
    private readonly List<(string Name, Func<object, object?> Value)> columns = [];
    private readonly ConcurrentDictionary<UInt128, string> texts = new();

    private PlainInsert(IEntityType type)
    {
        table = type.GetTableName()!;
        foreach (var property in type.GetProperties().Where(p => p.ValueGenerated == ValueGenerated.Never))
        {
            var (getter, converter) = (property.GetGetter(), property.GetRelationalTypeMapping().Converter);
            columns.Add((property.GetColumnName(), row => getter.GetClrValue(row) is { } value ? converter is null ? value : converter.ConvertToProvider(value) : null));
        }
    }

    public static PlainInsert Into(IEntityType table) => made.GetValue(table, t => new(t));

    /// <param name="commands">Gives the command of a text, the same for the same text.</param>
    /// <returns>False when there is no command, and then nothing is written.</returns>
    public bool Run(Func<string, SqliteCommand?> commands, object row)
    {
        var (given, values) = (UInt128.Zero, new List<object>(columns.Count));
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Value(row) is not { } value) continue;
            given |= UInt128.One << i;
            values.Add(value);
        }
        if (commands(texts.GetOrAdd(given, Write)) is not { } command) return false;
        for (var i = command.Parameters.Count; i < values.Count; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"@{i}" });
        for (var i = 0; i < values.Count; i++) command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
        return true;
    }

    private string Write(UInt128 given)
    {
        var names = columns.Where((_, i) => (given >> i & 1) == 1).Select(c => $"\"{c.Name}\"").ToList();
        return $"INSERT INTO \"{table}\" ({string.Join(", ", names)}) VALUES ({string.Join(", ", names.Select((_, i) => $"@{i}"))})";
    }
}
