using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Helpline.Tests.Data.Paper;

/// <summary>Stands between the context and the wire: opens nothing, writes every statement down, and answers with made-up rows.</summary>
internal sealed class Recorder(PaperRows rows) : DbCommandInterceptor, IDbConnectionInterceptor, IDbTransactionInterceptor
{
    /// <summary>Every statement sent, each once.</summary>
    public ConcurrentDictionary<string, bool> Statements { get; } = new(StringComparer.Ordinal);

    public override InterceptionResult<DbCommand> CommandCreating(CommandCorrelatedEventData eventData, InterceptionResult<DbCommand> result) =>
        InterceptionResult<DbCommand>.SuppressWithResult(new PaperCommand(this, eventData.Connection));

    public DataTable[] Answer(string sql)
    {
        Statements[sql] = true;
        return rows.Answer(sql);
    }

    public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => new(InterceptionResult.Suppress());

    public InterceptionResult<DbTransaction> TransactionStarting(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result) =>
        InterceptionResult<DbTransaction>.SuppressWithResult(new PaperTransaction(connection));

    public ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default) =>
        new(TransactionStarting(connection, eventData, result));
}

/// <summary>A transaction that keeps nothing.</summary>
internal sealed class PaperTransaction(DbConnection connection) : DbTransaction
{
    public override IsolationLevel IsolationLevel => IsolationLevel.ReadCommitted;
    public override bool SupportsSavepoints => true;
    protected override DbConnection DbConnection => connection;
    public override void Commit() { }
    public override void Rollback() { }
    public override void Save(string savepointName) { }
    public override void Rollback(string savepointName) { }
    public override void Release(string savepointName) { }
}

/// <summary>A command with the real provider's parameters and a made-up answer.</summary>
internal sealed class PaperCommand(Recorder recorder, DbConnection connection) : DbCommand
{
    private readonly SqlCommand real = new();

    [AllowNull] public override string CommandText { get; set; } = "";
    public override int CommandTimeout { get; set; }
    public override CommandType CommandType { get; set; } = CommandType.Text;
    public override bool DesignTimeVisible { get; set; }
    public override UpdateRowSource UpdatedRowSource { get; set; }
    protected override DbConnection? DbConnection { get; set; } = connection;
    protected override DbParameterCollection DbParameterCollection => real.Parameters;
    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel() { }
    public override void Prepare() { }
    protected override DbParameter CreateDbParameter() => real.CreateParameter();

    public override int ExecuteNonQuery()
    {
        recorder.Answer(CommandText);
        return 1;
    }

    public override object? ExecuteScalar() => recorder.Answer(CommandText) is [{ Rows: [var row, ..] }, ..] ? row[0] : null;

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) =>
        new DataTableReader(recorder.Answer(CommandText) is { Length: > 0 } answers ? answers : [new DataTable()]);

    protected override void Dispose(bool disposing)
    {
        if (disposing) real.Dispose();
        base.Dispose(disposing);
    }
}
