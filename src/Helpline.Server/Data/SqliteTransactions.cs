using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Helpline.Server.Data;

/// <summary>
/// SQLite has one writer at a time, so this process has one too: a loop that takes what has queued up, runs each piece
/// between savepoints, and commits them together. One durable commit then serves many callers.
/// </summary>
internal sealed class SqliteTransactions : Transactions, IAsyncDisposable
{
    private const int Together = 64;
    private readonly Channel<Piece> queue = Channel.CreateUnbounded<Piece>(new() { SingleReader = true });
    private readonly IDbContextFactory<HelplineDb> contexts;
    private readonly Task loop;

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
            var kept = new List<Piece>();
            try
            {
                await using var db = await contexts.CreateDbContextAsync();
                db.Database.AutoSavepointsEnabled = false;
                // Immediate: the write lock is taken before the first read, so what was read still holds at the commit.
                await using var transaction = await db.Database.BeginTransactionAsync();
                while (kept.Count < Together && queue.Reader.TryRead(out var piece)) await Try(db, transaction, piece, kept);
                await transaction.CommitAsync();
                kept.ForEach(p => p.Keep());
            }
            catch (Exception error)
            {
                if (kept.Count == 0 && queue.Reader.TryRead(out var first)) kept.Add(first);
                kept.ForEach(p => p.Fail(error));
            }
        }
    }

    private static async Task Try(HelplineDb db, IDbContextTransaction transaction, Piece piece, List<Piece> kept)
    {
        await transaction.CreateSavepointAsync("piece");
        try
        {
            await piece.Run(db);
            await transaction.ReleaseSavepointAsync("piece");
            kept.Add(piece);
        }
        catch (Exception error)
        {
            await transaction.RollbackToSavepointAsync("piece");
            piece.Fail(error);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
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
