using Helpline.Domain.Audit;
using Helpline.Domain.Callbacks;
using Helpline.Domain.Calls;
using Helpline.Domain.Casework;
using Helpline.Domain.Counselors;
using Helpline.Domain.Work;
using Helpline.Server.Accounts;
using Helpline.Server.Callbacks;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Calls;

/// <summary>Promises to call back.</summary>
internal sealed partial class CallDesk
{
    public Task<Callback?> CallbackOf(Call call) => db.Callbacks.SingleOrDefaultAsync(c => c.CallId == call.Id);

    /// <summary>Writes down a number that is to be confirmed.</summary>
    public async Task<Callback> Draft(Call call, CallerNumber number)
    {
        var callback = await CallbackOf(call);
        if (callback is null)
            db.Callbacks.Add(callback = new Callback { Id = Guid.CreateVersion7(now), CallId = call.Id, Language = call.Language!, AskedAt = now, QueuedAt = call.QueuedAt ?? now });
        callback.Write(vault.Seal(number.E164, CallbackCards.NumberPlace(callback.Id)), vault.Hash(number));
        return callback;
    }

    /// <summary>The number is right: from now on somebody owes the call, whether or not the caller stays for the rest.</summary>
    public async Task<bool> Promise(Call call, Callback callback)
    {
        if (callback.State != CallbackState.Draft) return CallbackFlow.IsOwed(callback.State);
        if (!call.PromiseCallback(now)) return false;
        var older = await db.Callbacks.Owed().Where(c => c.NumberHash == callback.NumberHash).ToListAsync();
        // Written before the newer one is open: one person is never owed two calls.
        foreach (var one in older) if (one.MergeInto(callback, now)) Record("CallbackMerged", one.CallId, one.Owner);
        if (older.Count > 0) await db.SaveChangesAsync();
        callback.Confirm(callback.Owner ?? await OwnerFor(call.Language!));
        Record("CallbackPromised", call.Id, callback.Owner);
        return true;
    }

    public bool Take(Callback callback, string by)
    {
        if (!callback.Take(by)) return false;
        Record("CallbackTaken", callback.CallId, by);
        return true;
    }

    public bool GiveTo(Callback callback, string owner)
    {
        if (!callback.GiveTo(owner)) return false;
        Record("CallbackGivenOn", callback.CallId, owner);
        return true;
    }

    /// <summary>Nobody will call the person: what was promised is not kept.</summary>
    public bool LayAside(Callback callback, string by)
    {
        if (!callback.Close(CallbackEvent.LaidAside, now)) return false;
        Record("CallbackGivenUp", callback.CallId, by);
        return true;
    }

    /// <summary>Somebody sees the number.</summary>
    /// <param name="reason">A code of <c>access_reasons</c>.</param>
    public void Look(Callback callback, string by, string reason)
    {
        Record("CallbackNumberSeen", callback.CallId, by);
        db.Append(new AuditEntry { At = now, Actor = by, Action = AuditAction.NumberShown, Subject = Subject.Contact, SubjectId = callback.CallId, What = "number", Reason = reason });
    }

    /// <summary>Who answers for a new task; null while there is no counselor at all.</summary>
    private async Task<string?> OwnerFor(string language)
    {
        var counselors = await db.Users.AsNoTracking().Where(a => !a.Disabled)
            .Select(a => new { a.UserName, a.Roles, a.Languages, IsHere = db.Presences.Any(p => p.UserName == a.UserName && p.State != PresenceState.Offline) }).ToListAsync();
        // Counted by owner, and not for each counselor anew: a line that is behind with its tasks has many of both.
        var tasks = await db.Callbacks.Owed().Select(c => c.Owner)
            .Concat(db.Voicemails.Where(v => v.ClosedAt == null).Select(v => v.Owner))
            .Where(owner => owner != null).GroupBy(owner => owner!).Select(g => new { Owner = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Owner, g => g.Count);
        return TaskOwner.Choose(counselors.Where(c => c.Roles.Contains(Roles.Counselor))
            .Select(c => new Candidate(c.UserName!, c.Languages, c.IsHere, tasks.GetValueOrDefault(c.UserName!))), language);
    }
}
