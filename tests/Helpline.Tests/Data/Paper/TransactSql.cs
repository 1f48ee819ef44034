using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Helpline.Tests.Data.Paper;

/// <summary>Reads T-SQL as SQL Server would, without one. It sees the grammar, not whether a table or column is there.</summary>
internal static class TransactSql
{
    private static readonly string[] Clocks =
        ["GETDATE", "GETUTCDATE", "SYSDATETIME", "SYSUTCDATETIME", "SYSDATETIMEOFFSET", "CURRENT_TIMESTAMP", "CURRENT_DATE"];

    /// <summary>What is wrong with a script; nothing for a good one.</summary>
    public static IReadOnlyList<string> Faults(string sql)
    {
        var tree = Parse(sql, out var errors);
        if (errors.Count > 0) return [.. errors.Select(e => $"line {e.Line}: {e.Message}")];
        var visitor = new FaultFinder();
        tree.Accept(visitor);
        return visitor.Faults;
    }

    public static TSqlFragment Parse(string sql, out IList<ParseError> errors)
    {
        using var text = new StringReader(sql);
        return new TSql160Parser(initialQuotedIdentifiers: true).Parse(text, out errors);
    }

    private sealed class FaultFinder : TSqlFragmentVisitor
    {
        public List<string> Faults { get; } = [];

        // A word the grammar does not know is taken for a procedure's name: SELEC 1 would call SELEC.
        public override void Visit(ExecuteStatement statement)
        {
            var first = statement.ScriptTokenStream[statement.FirstTokenIndex];
            if (first.TokenType is not (TSqlTokenType.Exec or TSqlTokenType.Execute)) Faults.Add($"line {first.Line}: '{first.Text}' is no statement");
        }

        // What a script hands to EXEC as text is SQL too; what it puts in between is a quoted name.
        public override void Visit(ExecutableStringList strings) =>
            Faults.AddRange(TransactSql.Faults(string.Concat(strings.Strings.Select(s => s is StringLiteral text ? text.Value : "[a_name]"))));

        public override void Visit(FunctionCall call) => Clock(call.FunctionName);

        public override void Visit(ParameterlessCall call)
        {
            if (call.ParameterlessCallType == ParameterlessCallType.CurrentTimestamp) Faults.Add($"line {call.StartLine}: asks the database for the time");
        }

        private void Clock(Identifier name)
        {
            if (Clocks.Contains(name.Value, StringComparer.OrdinalIgnoreCase)) Faults.Add($"line {name.StartLine}: asks the database for the time with {name.Value}");
        }
    }
}
