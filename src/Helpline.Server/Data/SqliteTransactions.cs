using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Data;

/// <summary>
/// SQLite has one writer at a time, so this process has one too: a loop that takes what has queued up, runs it piece by piece
/// and commits it together. One durable commit then serves many callers. When a piece fails, what was run is taken back and
/// each is run again in a transaction of its own, so that nobody pays for another's failure.
/// </summary>
internal sealed class SqliteTransactions : Transactions, IAsyncDisposable
{
    private const int Together = 64;
    private readonly Channel<Piece> queue = Channel.CreateUnbounded<Piece>(new() { SingleReader = true });
    private readonly IDbContextFactory<HelplineDb> contexts;
    private readonly Task loop;
    private HelplineDb? writer;

    public SqliteTransactions(IDbContextFactory<HelplineDb> contexts)
    {
        this.contexts = contexts;
        loop = Task.Run(Write);
    }

    public override async Task<T> Run<T>(Func<HelplineDb, Task<T>> work)
    {
        var piece = new Piece<T>(work);
        ObjectDisposedException.ThrowIf(!queue.Writer.TryWrite(piece), this);
        return await piece.Done;
    }

    private async Task Write()
    {
        while (await queue.Reader.WaitToReadAsync())
        {
            var pieces = new List<Piece>();
            while (pieces.Count < Together && queue.Reader.TryRead(out var piece)) pieces.Add(piece);
            if (await TryCommit(pieces) is not { } error) continue;
            if (pieces.Count == 1) pieces[0].Fail(error);
            else foreach (var piece in pieces) if (await TryCommit([piece]) is { } own) piece.Fail(own);
        }
    }

    /// <returns>Why nothing was kept; null when all was.</returns>
    private async Task<Exception?> TryCommit(List<Piece> pieces)
    {
        try
        {
            var db = writer ??= await Open();
            // Immediate: the write lock is taken before the first read, so what was read still holds at the commit.
            await using var transaction = await db.Database.BeginTransactionAsync();
            foreach (var piece in pieces)
            {
                await piece.Run(db);
                db.ChangeTracker.Clear();
            }
            await transaction.CommitAsync();
        }
        catch (Exception error)
        {
            await Close();
            return error;
        }
        pieces.ForEach(p => p.Keep());
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
        await Close();
    }

    private async Task<HelplineDb> Open()
    {
        var db = await contexts.CreateDbContextAsync();
        db.Database.AutoSavepointsEnabled = false;
        await db.Database.OpenConnectionAsync();
        // SQLite goes through its whole cache at each commit that split a page: with the 32 MB of others that took a third of a millisecond.
        await db.Database.ExecuteSqlRawAsync("PRAGMA cache_size = -16384");
        PreparedStatements.Instance.KeepFor(db.Database.GetDbConnection());
        return db;
    }

    /// <summary>After a failure nothing of the context is trusted.</summary>
    private async Task Close()
    {
        if (writer is null) return;
        PreparedStatements.Instance.Forget(writer.Database.GetDbConnection());
        await writer.DisposeAsync();
        writer = null;
    }

    private abstract class Piece
    {
        public abstract Task Run(HelplineDb db);
        public abstract void Keep();
        public abstract void Fail(Exception error);
    }

    private sealed class Piece<T>(Func<HelplineDb, Task<T>> work) : Piece
    {
        private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? result;

        public Task<T> Done => done.Task;
        public override async Task Run(HelplineDb db) => result = await work(db);
        public override void Keep() => done.TrySetResult(result!);
        public override void Fail(Exception error) => done.TrySetException(error);
    }
}
