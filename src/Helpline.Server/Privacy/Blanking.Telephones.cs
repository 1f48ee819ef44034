using Helpline.Domain.Casework;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Privacy;

/// <summary>Telephones: their numbers, what is remembered of them, and the sounds that came from them.</summary>
internal static partial class Blanking
{
    /// <summary>What was warned of telephones, and what the line remembers of them.</summary>
    /// <returns>How many memories and flags there were.</returns>
    public static async Task<int> ForgetTelephones(this HelplineDb db, IReadOnlyCollection<string> hashes)
    {
        await db.Alerts.Where(a => a.CallerHash != null && hashes.Contains(a.CallerHash)).ExecuteDeleteAsync();
        return await db.CallerMemories.Where(m => hashes.Contains(m.Hash)).ExecuteDeleteAsync() + await db.CallerFlags.Where(f => hashes.Contains(f.Hash)).ExecuteDeleteAsync();
    }

    /// <summary>Numbers, their hashes and aliases, and the words by which they are found.</summary>
    /// <param name="contacts">Ids, of contacts and of calls.</param>
    public static async Task<int> BlankNumbers(this HelplineDb db, IReadOnlyCollection<Guid> contacts)
    {
        await db.Callbacks.Where(b => contacts.Contains(b.CallId)).ExecuteUpdateAsync(set => set.SetProperty(b => b.SealedNumber, (string?)null).SetProperty(b => b.NumberHash, (string?)null));
        await db.ThirdParties.Where(t => contacts.Contains(t.CallId)).ExecuteUpdateAsync(set => set.SetProperty(t => t.SealedNumber, ""));
        await db.MissedCalls.Where(m => contacts.Contains(m.CallId)).ExecuteUpdateAsync(set => set.SetProperty(m => m.NumberHash, (string?)null));
        await db.BlankRings(contacts);
        var calls = await db.Calls.Where(c => contacts.Contains(c.Id) && (c.SealedNumber != null || c.NumberHash != null)).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.SealedNumber, (string?)null).SetProperty(c => c.NumberHash, (string?)null)
            .SetProperty(c => c.RangAt, (DateTime?)null).SetProperty(c => c.RangBeforeThatAt, (DateTime?)null));
        // What is left of a contact's words is its number, 20261125-0001.
        await db.SearchWords.Where(w => w.Subject == Subject.Contact && contacts.Contains(w.SubjectId) && !db.Contacts.Any(c => c.Id == w.SubjectId && c.Number == w.Word)).ExecuteDeleteAsync();
        await db.Contacts.Where(c => contacts.Contains(c.Id) && c.CallerHash != null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.CallerHash, (string?)null).SetProperty(c => c.Alias, (string?)null));
        return calls;
    }

    /// <summary>When a number rang tells which calls were one person's as well as its hash, so it goes from her later calls too.</summary>
    private static async Task BlankRings(this HelplineDb db, IReadOnlyCollection<Guid> contacts)
    {
        var gone = await db.Calls.Where(c => contacts.Contains(c.Id) && c.NumberHash != null).Select(c => new { c.NumberHash, c.ArrivedAt }).ToListAsync();
        var (hashes, times) = (gone.Select(g => g.NumberHash).Distinct().ToList(), gone.Select(g => (DateTime?)g.ArrivedAt).Distinct().ToList());
        var later = db.Calls.Where(c => hashes.Contains(c.NumberHash));
        await later.Where(c => times.Contains(c.RangAt)).ExecuteUpdateAsync(set => set.SetProperty(c => c.RangAt, (DateTime?)null));
        await later.Where(c => times.Contains(c.RangBeforeThatAt)).ExecuteUpdateAsync(set => set.SetProperty(c => c.RangBeforeThatAt, (DateTime?)null));
    }

    /// <summary>The sounds of talks and of messages.</summary>
    /// <param name="sounds">Ids of recordings and messages.</param>
    public static async Task<int> DeleteSounds(this HelplineDb db, IReadOnlyCollection<Guid> sounds)
    {
        await db.TalkRecordings.Where(r => sounds.Contains(r.Id)).ExecuteDeleteAsync();
        return await db.KeptSounds.Where(s => sounds.Contains(s.Id)).ExecuteDeleteAsync();
    }
}
