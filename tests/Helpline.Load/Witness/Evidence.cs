using System.Collections.Concurrent;
using Helpline.Exchange;
using Helpline.Server.Data;
using Helpline.Server.Notes;

namespace Helpline.Load.Witness;

/// <summary>What a run is judged by: the exchange, what of it has reached the server, what counselors were told is saved, and the database.</summary>
/// <param name="Clock">Of the exchange and the server.</param>
/// <param name="Open">Opens the database with the server's own context.</param>
internal sealed record Evidence(TimeProvider Clock, Switchboard Exchange, Reached Reached, NoteCards Cards, Func<HelplineDb> Open)
{
    /// <summary>What was written of each call.</summary>
    public ConcurrentDictionary<Guid, Written> Notes { get; } = new();

    /// <summary>What the exchange has ever recorded, deleted there or not.</summary>
    public ConcurrentQueue<Recording> Recordings { get; } = Listen(Exchange);

    public Written NoteOf(Guid call) => Notes.GetOrAdd(call, _ => new());

    public DateTimeOffset Now => Clock.GetUtcNow();

    private static ConcurrentQueue<Recording> Listen(Switchboard exchange)
    {
        var recordings = new ConcurrentQueue<Recording>();
        exchange.Recordings.Kept += recordings.Enqueue;
        return recordings;
    }

    public async Task<T> Reads<T>(Func<HelplineDb, Task<T>> query)
    {
        await using var db = Open();
        return await query(db);
    }
}
