using System.Data;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Helpline.Tests.Data.Paper;

/// <summary>
/// Rows that a made-up database holds, and the answers it gives. It looks at what is selected and from where, never at a
/// condition: every row of a table is always found.
/// </summary>
internal sealed class PaperRows
{
    private Dictionary<string, List<IReadOnlyDictionary<string, object?>>> tables = new(StringComparer.Ordinal);
    private long identity = 1000;

    /// <summary>Holds these entities, as the model would store them, and nothing else from now on.</summary>
    /// <param name="migrations">Those that were applied.</param>
    public void Hold(HelplineDb db, IEnumerable<string> migrations, params IEnumerable<object> entities)
    {
        var next = new Dictionary<string, List<IReadOnlyDictionary<string, object?>>>(StringComparer.Ordinal)
        {
            ["__EFMigrationsHistory"] = [.. migrations.Select(id => new Dictionary<string, object?> { ["MigrationId"] = id, ["ProductVersion"] = "10" })],
        };
        foreach (var entity in entities)
        {
            var entry = db.Entry(entity);
            var table = StoreObjectIdentifier.Table(entry.Metadata.GetTableName()!);
            if (!next.TryGetValue(table.Name, out var rows)) next[table.Name] = rows = [];
            var values = entry.Properties.Concat(entry.ComplexProperties.SelectMany(c => c.Properties));
            rows.Add(values.ToDictionary(p => p.Metadata.GetColumnName(table)!, p => Stored(p.Metadata, p.CurrentValue)));
        }
        tables = next;
    }

    private static object? Stored(IProperty property, object? value) =>
        property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;

    /// <summary>One table for each statement of a batch that answers something.</summary>
    public DataTable[] Answer(string sql)
    {
        var statements = ((TSqlScript)TransactSql.Parse(sql, out var errors)).Batches.SelectMany(b => b.Statements);
        if (errors.Count > 0) return [new DataTable()];
        return [.. statements.Select(Answer).OfType<DataTable>()];
    }

    private DataTable? Answer(TSqlStatement statement) => statement switch
    {
        SelectStatement { QueryExpression: QuerySpecification query } => Select(query),
        MergeStatement merge => Written(merge.MergeSpecification, (merge.MergeSpecification.TableReference as InlineDerivedTable)?.RowValues.Count ?? 1),
        InsertStatement insert => Written(insert.InsertSpecification, 1),
        UpdateStatement update => Written(update.UpdateSpecification, 1),
        DeleteStatement delete => Written(delete.DeleteSpecification, 1),
        _ => null,
    };

    private DataTable Select(QuerySpecification query)
    {
        var answer = new DataTable();
        var columns = query.SelectElements.OfType<SelectScalarExpression>().ToList();
        for (var i = 0; i < columns.Count; i++) answer.Columns.Add($"c{i}", typeof(object));
        var main = query.FromClause is { } from ? Find(from, null).FirstOrDefault() : null;
        var count = main is null || columns.All(c => IsAggregate(c.Expression)) ? 1
            : Find(query.FromClause!, null).Where(t => t == main || IsNeeded(query)).Min(t => Rows(t).Count);
        for (var row = 0; row < count; row++)
            answer.Rows.Add([.. columns.Select(c => Value(c.Expression, query, row) ?? DBNull.Value)]);
        return answer;
    }

    private object? Value(ScalarExpression expression, QuerySpecification query, int row) => expression switch
    {
        ColumnReferenceExpression column => Column(column, query, row),
        FunctionCall { FunctionName.Value: "COUNT" } => Rows(Find(query, null).First()).Count,
        FunctionCall { FunctionName.Value: "MAX" or "MIN" } => null,
        SearchedCaseExpression { WhenClauses: [{ WhenExpression: ExistsPredicate exists }] } => Rows(Find(exists, null).First()).Count > 0,
        SearchedCaseExpression choice => Value(choice.WhenClauses[0].ThenExpression, query, row),
        CoalesceExpression coalesce => Value(coalesce.Expressions[0], query, row) ?? Value(coalesce.Expressions[1], query, row),
        CastCall { DataType: SqlDataTypeReference { SqlDataTypeOption: SqlDataTypeOption.Bit }, Parameter: IntegerLiteral bit } => bit.Value != "0",
        CastCall cast => Value(cast.Parameter, query, row),
        ConvertCall convert => Value(convert.Parameter, query, row),
        ParenthesisExpression inner => Value(inner.Expression, query, row),
        // The stored word is the answer; the other branches are for rows that have none.
        SimpleCaseExpression choice => Value(choice.InputExpression, query, row),
        ScalarSubquery { QueryExpression: QuerySpecification inner } => Select(inner).Rows is { Count: > 0 } found ? found[0][0] : null,
        StringLiteral text => text.Value,
        IntegerLiteral or FunctionCall => 1,
        _ => throw new NotSupportedException($"No made-up value for {expression.GetType().Name}"),
    };

    private object? Column(ColumnReferenceExpression column, QuerySpecification query, int row)
    {
        var (alias, name) = (column.MultiPartIdentifier.Identifiers[0].Value, column.MultiPartIdentifier.Identifiers[^1].Value);
        var table = Find(query, alias).FirstOrDefault() ?? Find(query, null).First();
        var rows = Rows(table);
        return rows.Count == 0 ? null : rows[Math.Min(row, rows.Count - 1)].GetValueOrDefault(name);
    }

    private List<IReadOnlyDictionary<string, object?>> Rows(string table) => tables.GetValueOrDefault(table) ?? [];

    private DataTable? Written(DataModificationSpecification change, int rows)
    {
        if (change.OutputClause is not { } output) return null;
        var answer = new DataTable();
        foreach (var _ in output.SelectColumns) answer.Columns.Add(null, typeof(object));
        var isLong = change.Target is NamedTableReference { SchemaObject.BaseIdentifier.Value: "Ledger" or "RoutingDecisions" or "LineSwitches" or "History" or "AuditTrail" };
        for (var row = 0; row < rows; row++)
            answer.Rows.Add([.. output.SelectColumns.OfType<SelectScalarExpression>().Select(c => Told(c.Expression, row, isLong))]);
        return answer;
    }

    private object Told(ScalarExpression expression, int row, bool isLong) => expression is not ColumnReferenceExpression column ? 1
        : column.MultiPartIdentifier.Identifiers[^1].Value == "_Position" ? row
        : isLong ? ++identity : (object)(int)++identity;

    private static bool IsAggregate(ScalarExpression expression) =>
        expression is FunctionCall { FunctionName.Value: "COUNT" or "MAX" } or SearchedCaseExpression { WhenClauses: [{ WhenExpression: ExistsPredicate }] };

    /// <summary>Whether rows that find no partner in the other tables fall away.</summary>
    private static bool IsNeeded(QuerySpecification query) =>
        query.FromClause!.TableReferences.OfType<QualifiedJoin>().Any(j => j.QualifiedJoinType == QualifiedJoinType.Inner);

    /// <summary>The tables of a query, leftmost first; with an alias only the one behind it.</summary>
    private static IEnumerable<string> Find(TSqlFragment query, string? alias)
    {
        var finder = new TableFinder(alias);
        query.Accept(finder);
        return finder.Tables;
    }

    private sealed class TableFinder(string? alias) : TSqlFragmentVisitor
    {
        public List<string> Tables { get; } = [];

        public override void Visit(NamedTableReference table)
        {
            if (alias is null || table.Alias?.Value == alias) Tables.Add(table.SchemaObject.BaseIdentifier.Value);
        }

        public override void Visit(QueryDerivedTable table)
        {
            if (alias is not null && table.Alias?.Value == alias) Tables.AddRange(Find(table.QueryExpression, null));
        }
    }
}
