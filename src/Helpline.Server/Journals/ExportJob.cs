using Hangfire;
using Helpline.Domain.Journals;
using Helpline.Server.Accounts;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Journals;

/// <summary>
/// Writes one export, from the first row whenever it runs: a few thousand rows at a time, so that memory does not grow with the
/// journal. Only a file that is whole, and holds as many rows as were written, gets the name under which it is fetched.
/// </summary>
internal sealed class ExportJob(Transactions transactions, IDbContextFactory<HelplineDb> contexts, JournalRequests requests, ExportFiles files, TimeProvider clock, ILogger<ExportJob> log)
{
    private const int Chunk = 2000;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    // Our own sweep begins it anew; Hangfire's retries would come on top.
    [AutomaticRetry(Attempts = 0)]
    public async Task Run(Guid id, CancellationToken stop)
    {
        if (await Ask(id, stop) is not var (export, asked)) return;
        try
        {
            if (await Write(export, asked, stop) is not { } rows) return;
            await Finish(export, rows);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "An export of {Journal} failed", export.Journal);
            if (await Change(id, e => e.Attempt == export.Attempt && e.Fail(Now)) is not null) files.Delete(export);
        }
        finally
        {
            File.Delete(files.Unfinished(export));
        }
    }

    /// <returns>Null when there is nothing to do, or its maker may not ask for it any more.</returns>
    private async Task<(JournalExport Export, JournalRequest Asked)?> Ask(Guid id, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        if (await db.JournalExports.AsNoTracking().FirstOrDefaultAsync(e => e.Id == id, stop) is not { } wish) return null;
        var filters = wish.Filter.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=', 2)).ToDictionary(f => f[0], f => f[1]);
        var asked = await Maker(db, wish.Maker, stop) is { } maker ? (await requests.Read(db, maker, wish.Journal, wish.From, wish.To, filters, wish.Language, stop)).Request : null;
        var total = asked is null ? 0 : await asked.Journal.Count(asked.Scope, stop);
        if (asked is null || wish.Format == ExportFormat.Xlsx && total > ExportEndpoints.MostXlsxRows)
        {
            await Change(id, e => e.Fail(Now));
            return null;
        }
        return await Change(id, e => e.Begin(total, Now)) is { } begun ? (begun, asked) : null;
    }

    /// <summary>With the rights she has now.</summary>
    private static async Task<Reader?> Maker(HelplineDb db, string userName, CancellationToken stop) =>
        await db.Users.AsNoTracking().FirstOrDefaultAsync(a => a.UserName == userName && !a.Disabled, stop) is { } account && account.Roles.Contains(Roles.Supervisor)
            ? new Reader(userName, account.Roles.ToHashSet(), account.Team)
            : null;

    /// <returns>How many rows; null when it was cancelled or taken over meanwhile.</returns>
    private async Task<int?> Write(JournalExport export, JournalRequest asked, CancellationToken stop)
    {
        int? rows;
        await using (var stream = files.Create(export))
        await using (var sheet = Sheet.Of(export.Format, stream))
        {
            await ExportStatement.Head(sheet, export, asked, Now);
            if ((rows = await WriteRows(sheet, export, asked, stop)) is null) return null;
            await ExportStatement.Foot(sheet, asked, rows.Value);
            await sheet.End();
        }
        await using var written = File.OpenRead(files.Unfinished(export));
        var counted = Sheet.CountRows(export.Format, written) - ExportStatement.Rows;
        return counted == rows ? rows : throw new InvalidDataException($"{rows} rows were written and {counted} are in the file.");
    }

    private async Task<int?> WriteRows(Sheet sheet, JournalExport export, JournalRequest asked, CancellationToken stop)
    {
        var rows = 0;
        Cursor? after = null;
        do
        {
            await using var db = await contexts.CreateDbContextAsync(stop);
            var slice = await asked.Journal.Slice(asked.Scope with { Db = db }, after, Chunk, asked.Columns, asked.Words, stop);
            foreach (var line in slice.Lines) await sheet.Write([.. line.Cells.Select((text, i) => new SheetCell(text, asked.Journal.IsNumber(asked.Columns[i])))]);
            (rows, after) = (rows + slice.Lines.Count, slice.Next);
            if (await Change(export.Id, e => e.Progress(export.Attempt, rows, Now)) is null) return null;
        }
        while (after is not null);
        return rows;
    }

    private async Task Finish(JournalExport export, int rows)
    {
        var bytes = new FileInfo(files.Unfinished(export)).Length;
        files.Finish(export);
        if (await Change(export.Id, e => e.Finish(export.Attempt, rows, bytes, Now)) is null) files.Delete(export);
    }

    /// <returns>The export after the change; null when it was not to be.</returns>
    private Task<JournalExport?> Change(Guid id, Func<JournalExport, bool> change) => transactions.Run(async db =>
    {
        if (await db.JournalExports.FirstOrDefaultAsync(e => e.Id == id) is not { } export || !change(export)) return null;
        await db.SaveChangesAsync();
        return export;
    });
}
