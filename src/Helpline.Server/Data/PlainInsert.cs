using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Helpline.Server.Data;

/// <summary>One statement for a table that is only added to, made once from the model: nothing is tracked, nothing is read back.</summary>
internal sealed class PlainInsert
{
    private static readonly ConditionalWeakTable<IEntityType, PlainInsert> made = [];
    private readonly List<(string Name, Func<object, object?> Value)> columns = [];

    private PlainInsert(IEntityType table)
    {
        foreach (var property in table.GetProperties().Where(p => p.ValueGenerated == ValueGenerated.Never))
        {
            var (getter, converter) = (property.GetGetter(), property.GetRelationalTypeMapping().Converter);
            columns.Add((property.GetColumnName(), row => getter.GetClrValue(row) is { } value ? converter is null ? value : converter.ConvertToProvider(value) : null));
        }
        var names = columns.ConvertAll(c => c.Name);
        Text = $"INSERT INTO \"{table.GetTableName()}\" (\"{string.Join("\", \"", names)}\") VALUES ({string.Join(", ", names.ConvertAll(n => "@" + n))})";
    }

    public string Text { get; }

    public static PlainInsert Into(IEntityType table) => made.GetValue(table, t => new(t));

    /// <param name="command">Of this <see cref="Text"/>; kept from row to row.</param>
    public void Run(SqliteCommand command, object row)
    {
        if (command.Parameters.Count == 0)
            foreach (var (name, _) in columns) command.Parameters.Add(new SqliteParameter { ParameterName = "@" + name });
        for (var i = 0; i < columns.Count; i++) command.Parameters[i].Value = columns[i].Value(row) ?? DBNull.Value;
        command.ExecuteNonQuery();
    }
}
