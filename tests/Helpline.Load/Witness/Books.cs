using Helpline.Domain.Calls;
using Helpline.Server.Calls;
using Helpline.Server.ThirdParties;
using Helpline.Server.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Load.Witness;

/// <summary>What the exchange and the counselors know, held against the database.</summary>
internal sealed record Books(IReadOnlyList<string> Lost, IReadOnlyList<string> Open, IReadOnlyList<string> Unbalanced, IReadOnlyList<string> Notes, int NeverTold, IReadOnlyDictionary<CallState, int> States)
{
    public static async Task<Books> Compare(Evidence evidence, IReadOnlySet<string> callers)
    {
        var calls = await evidence.Reads(db => db.Calls.AsNoTracking().ToDictionaryAsync(c => c.CallerLeg));
        var notes = await evidence.Reads(db => db.Notes.AsNoTracking().ToDictionaryAsync(n => n.CallId));
        var told = evidence.Reached.Legs.Where(callers.Contains).ToHashSet();
        return new(
            [.. told.Where(leg => !calls.ContainsKey(leg)).Select(leg => $"{leg} is in no row"), .. calls.Values.Where(c => !c.Outbound && !callers.Contains(c.CallerLeg)).Select(c => $"{c.CallerLeg} never rang")],
            [.. calls.Values.Where(c => !IsEnd(c.State)).Select(c => $"call {c.Id} {c.State} since {c.Since:T}"), .. await LeftOpen(evidence)],
            [.. await Ledgers.Unbalanced(evidence, calls.Values)],
            [.. evidence.Notes.Where(n => !n.Value.IsKept(notes.TryGetValue(n.Key, out var row) ? evidence.Cards.Of(row).Summary : null)).Select(n => $"note of {n.Key}")],
            callers.Count(leg => !told.Contains(leg)),
            calls.Values.CountBy(c => c.State).ToDictionary());
    }

    /// <summary>What should have ended with its call.</summary>
    private static Task<List<string>> LeftOpen(Evidence evidence) => evidence.Reads(async db => (List<string>)
    [
        .. (await db.Transfers.Open().ToListAsync()).Select(t => $"transfer {t.Id} {t.State}"),
        .. (await db.ThirdParties.Open().ToListAsync()).Select(t => $"third party {t.Id} {t.State}"),
        .. (await db.Presences.Where(p => p.CallId != null && !db.Calls.Open().Any(c => c.Id == p.CallId)).ToListAsync()).Select(p => $"{p.UserName} is busy with {p.CallId}, which is over"),
    ]);

    private static bool IsEnd(CallState state) => state >= CallState.Done;
}
