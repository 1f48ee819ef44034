using Helpline.Domain.Calls;
using Helpline.Server.Notes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Load.Faults;

/// <summary>What the exchange and the counselors know, held against the database.</summary>
internal sealed record Books(IReadOnlyList<string> Lost, IReadOnlyList<string> Open, IReadOnlyList<string> Notes, int NeverTold, IReadOnlyDictionary<CallState, int> States)
{
    public static async Task<Books> Compare(Product product, IReadOnlySet<string> callers)
    {
        var calls = await product.Reads(db => db.Calls.AsNoTracking().ToDictionaryAsync(c => c.CallerLeg));
        var notes = await product.Reads(db => db.Notes.AsNoTracking().ToDictionaryAsync(n => n.CallId));
        var told = product.Reached.Legs.Where(callers.Contains).ToHashSet();
        var cards = product.Services.GetRequiredService<NoteCards>();
        return new(
            [.. told.Where(leg => !calls.ContainsKey(leg)).Select(leg => $"{leg} is in no row"), .. calls.Keys.Where(leg => !callers.Contains(leg)).Select(leg => $"{leg} never rang")],
            [.. calls.Values.Where(c => !IsEnd(c.State)).Select(c => $"call {c.Id} {c.State} since {c.Since:T}")],
            [.. product.Notes.Where(n => !notes.TryGetValue(n.Key, out var row) || cards.Of(row).Summary != n.Value).Select(n => $"note of {n.Key}")],
            callers.Count(leg => !told.Contains(leg)),
            calls.Values.CountBy(c => c.State).ToDictionary());
    }

    private static bool IsEnd(CallState state) => state >= CallState.Done;
}
