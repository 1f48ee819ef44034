using Helpline.Domain.Offers;
using Helpline.Exchange;
using Helpline.Load.Witness;
using Helpline.Server.Calls;
using Helpline.Server.Routing;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Load.Nodes;

/// <summary>
/// How soon the calls that were in the queue when a node was killed are served again.
/// A call that rang, on a board of the node or elsewhere: from the kill until it is taken, over, or rings again.
/// A call that waited, ringing for nobody: from the kill until its line has asked for its next instructions and got them; and
/// until it rings, counted from the kill or, where nobody free could have taken it, from the last look that found nobody. A call
/// that leaves the queue without having rung again is counted apart, by how long somebody free could have taken it by then.
/// </summary>
internal sealed class Reoffers(Evidence evidence)
{
    private readonly List<Ringing> ringing = [];
    private readonly List<Waiting> waiting = [];

    /// <summary>Looks at the queue, just before the kill.</summary>
    /// <param name="isAtTheNode">Whether a counselor's board is of the node that dies.</param>
    /// <returns>False when a kill now would not show each kind; then nothing is remembered.</returns>
    public async Task<bool> Begin(Func<string, bool> isAtTheNode)
    {
        var now = evidence.Now.UtcDateTime;
        var (offers, calls) = await evidence.Reads(async db => (
            await db.Offers.AsNoTracking().Open().Select(o => new { o.CallId, o.Counselor }).ToListAsync(), await db.Calls.AsNoTracking().InQueue().ToListAsync()));
        var rings = offers.ConvertAll(o => new Ringing(o.CallId, isAtTheNode(o.Counselor), now));
        if (calls.Count == 0 || !rings.Exists(r => r.AtTheNode) || !rings.Exists(r => !r.AtTheNode)) return false;
        ringing.AddRange(rings);
        waiting.AddRange(calls.Select(c => new Waiting(c.Id, c.CallerLeg, now)));
        return true;
    }

    /// <summary>Several times a second after the kill.</summary>
    public async Task Look()
    {
        if (waiting.TrueForAll(w => w.LeftAt is not null)) return;
        // The time before the answer: a wait comes out a little longer than it was, never shorter.
        var now = evidence.Now.UtcDateTime;
        var (queue, owed) = await evidence.Reads(db => FreeHands.Look(db, now));
        foreach (var wait in waiting.Where(w => w.LeftAt is null))
        {
            if (!queue.Contains(wait.Call)) wait.LeftAt = now;
            else if (!owed.Contains(wait.Call)) wait.NobodyUntil = now;
        }
    }

    /// <summary>Seconds of each kind; asked when all is over.</summary>
    public async Task<IReadOnlyList<(string Kind, IReadOnlyList<double> Seconds, bool MustBe)>> Settled()
    {
        List<Guid> all = [.. ringing.Select(r => r.Call), .. waiting.Select(w => w.Call)];
        var (offers, ends) = await evidence.Reads(async db => (
            (await db.Offers.AsNoTracking().Where(o => all.Contains(o.CallId)).ToListAsync()).ToLookup(o => o.CallId),
            await db.Calls.Where(c => all.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.EndedAt)));
        var journal = evidence.Exchange.Journal.Entries;
        // What is forgotten would count as never told.
        if (journal[0].Number > 1) throw new InvalidOperationException($"The journal has forgotten {journal[0].Number - 1} entries of this run.");
        var answers = journal.Where(e => e.Kind == JournalKind.Answer && e.Status is >= 200 and < 300).ToLookup(e => e.CallSid);
        var rung = waiting.ConvertAll(w => (Wait: w, At: offers[w.Call].Where(o => o.MadeAt > w.KilledAt).Select(o => (DateTime?)o.MadeAt).Min()));
        return
        [
            ("rang on the node, taken, over or rung again", Seconds(ringing.Where(r => r.AtTheNode).Select(r => r.Until(offers[r.Call], ends[r.Call]))), true),
            ("rang elsewhere, taken, over or rung again", Seconds(ringing.Where(r => !r.AtTheNode).Select(r => r.Until(offers[r.Call], ends[r.Call]))), true),
            ("waited, next instructions", Seconds(waiting.Select(w => w.Instructed(answers[w.Leg]))), true),
            ("waited, rung once somebody was free", Seconds(rung.Where(r => r.At is not null).Select(r => r.Wait.Free(r.At!.Value))), true),
            ("waited, left unrung, somebody free", Seconds(rung.Where(r => r.At is null).Select(r => r.Wait.Free(r.Wait.LeftAt ?? evidence.Now.UtcDateTime))), false),
        ];
    }

    // The provider tells ends in whole seconds: one may come out before the kill.
    private static IReadOnlyList<double> Seconds(IEnumerable<TimeSpan?> times) => [.. times.OfType<TimeSpan>().Select(t => Math.Max(0, t.TotalSeconds))];

    /// <param name="AtTheNode">On a board of the node that dies.</param>
    private sealed record Ringing(Guid Call, bool AtTheNode, DateTime KilledAt)
    {
        public TimeSpan? Until(IEnumerable<Offer> offers, DateTime? end) =>
            offers.Where(o => o.MadeAt > KilledAt || o.State == OfferState.Accepted && o.ClosedAt > KilledAt)
                .Select(o => o.MadeAt > KilledAt ? o.MadeAt : o.ClosedAt!.Value).Append(end ?? DateTime.MaxValue).Min() - KilledAt;
    }

    private sealed class Waiting(Guid call, string leg, DateTime killedAt)
    {
        public Guid Call => call;
        public string Leg => leg;
        public DateTime KilledAt { get; } = killedAt;

        /// <summary>Nobody free could take it then; the kill, if somebody could all along.</summary>
        public DateTime NobodyUntil { get; set; } = killedAt;

        /// <summary>When it was first seen to wait no more.</summary>
        public DateTime? LeftAt { get; set; }

        /// <summary>Null when the caller hung up before the line had to ask.</summary>
        public TimeSpan? Instructed(IEnumerable<JournalEntry> answers) => answers.FirstOrDefault(a => a.At.UtcDateTime > KilledAt)?.At.UtcDateTime - KilledAt;

        public TimeSpan? Free(DateTime until) => until > NobodyUntil ? until - NobodyUntil : TimeSpan.Zero;
    }
}
