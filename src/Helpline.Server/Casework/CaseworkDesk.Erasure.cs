using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Helpline.Domain.Audit;
using Helpline.Domain.Calls;
using Helpline.Domain.Cases;
using Helpline.Domain.Casework;
using Helpline.Domain.Persons;
using Helpline.Domain.Privacy;
using Helpline.Server.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Casework;

/// <summary>Somebody asked to be forgotten: what is private is blanked, counts stay, and a proof is kept.</summary>
internal sealed partial class CaseworkDesk
{
    /// <param name="reason">A code of <c>access_reasons</c>.</param>
    /// <returns>Null while something of the caller is not over: a call, something owed, an open case.</returns>
    public async Task<Erasure?> EraseNumber(CallerNumber number, string reason = AccessReasons.Request)
    {
        var hash = vault.Hash(number);
        var calls = await db.Calls.Where(c => c.NumberHash == hash || db.Callbacks.Any(b => b.CallId == c.Id && b.NumberHash == hash)).Select(c => c.Id).ToListAsync();
        var contacts = (await db.Contacts.Where(c => c.CallerHash == hash).Select(c => c.Id).ToListAsync()).Union(calls).ToList();
        if (!await IsOver(calls, contacts)) return null;
        var counts = await Blank(contacts);
        counts["callers"] = await db.ForgetTelephones([hash]);
        return Prove(ErasureOf.Number, Subject.Contact, null, contacts, counts, reason);
    }

    /// <inheritdoc cref="EraseNumber"/>
    public async Task<Erasure?> ErasePerson(Person person, string reason = AccessReasons.Request)
    {
        var cases = await db.OfNobodyElse(person.Id, person.HouseholdId).Select(c => c.Id).ToListAsync();
        var contacts = await db.Contacts.Where(c => c.PersonId == person.Id || c.PersonId == null && c.CaseId != null && cases.Contains(c.CaseId.Value)).Select(c => c.Id).ToListAsync();
        if (await IsOpen(person, cases) || !await IsOver(await db.Calls.Where(c => contacts.Contains(c.Id)).Select(c => c.Id).ToListAsync(), contacts)) return null;
        var telephones = await TelephonesOf(person, contacts);
        var counts = await Blank(contacts);
        counts["callers"] = await db.ForgetTelephones(telephones);
        await db.BlankPerson(person.Id, cases);
        person.Forget(now);
        (counts["cases"], counts["persons"]) = (cases.Count, 1);
        return Prove(ErasureOf.Person, Subject.Person, person.Id, [.. contacts, .. cases, person.Id], counts, reason);
    }

    /// <summary>Hashes of those that are hers, and of nobody else by name.</summary>
    private async Task<List<string>> TelephonesOf(Person person, IReadOnlyCollection<Guid> contacts)
    {
        var hers = await db.Contacts.Where(c => contacts.Contains(c.Id) && c.CallerHash != null).Select(c => c.CallerHash!).Distinct().ToListAsync();
        if (person.PhoneHash is { } own) hers.Add(own);
        var others = await db.Persons.Where(p => p.Id != person.Id && p.PhoneHash != null && hers.Contains(p.PhoneHash)).Select(p => p.PhoneHash!)
            .Concat(db.Contacts.Where(c => c.PersonId != null && c.PersonId != person.Id && c.CallerHash != null && hers.Contains(c.CallerHash)).Select(c => c.CallerHash!))
            .ToListAsync();
        return [.. hers.Except(others)];
    }

    /// <summary>A case, a follow-up, a referral or a visit of hers is not over.</summary>
    private async Task<bool> IsOpen(Person person, IReadOnlyCollection<Guid> cases) => await db.Cases.AnyAsync(c => (c.PersonId == person.Id || cases.Contains(c.Id)) && c.State == CaseState.Open)
        || await db.FollowUps.AnyAsync(f => f.PersonId == person.Id && f.ClosedAt == null)
        || await db.Referrals.AnyAsync(r => r.PersonId == person.Id && r.EndedAt == null)
        || await db.Visits.AnyAsync(v => v.PersonId == person.Id && v.IsOwed);

    private async Task<bool> IsOver(IReadOnlyCollection<Guid> calls, IReadOnlyCollection<Guid> contacts) =>
        await db.Settled().CountAsync(c => calls.Contains(c.Id)) == calls.Count
        && !await db.FollowUps.AnyAsync(f => f.ContactId != null && contacts.Contains(f.ContactId.Value) && f.ClosedAt == null)
        && !await db.Referrals.AnyAsync(r => r.ContactId != null && contacts.Contains(r.ContactId.Value) && r.EndedAt == null)
        && !await db.VisitsOf(contacts).AnyAsync(v => v.IsOwed)
        && !await db.Contacts.AnyAsync(k => contacts.Contains(k.Id) && k.CaseId != null && db.Cases.Any(o => o.Id == k.CaseId && o.State == CaseState.Open));

    private async Task<Dictionary<string, int>> Blank(IReadOnlyCollection<Guid> contacts)
    {
        var sounds = await db.TalkRecordings.Where(r => contacts.Contains(r.CallId)).Select(r => r.Id).ToListAsync();
        await db.BlankVisitsOf(contacts);
        sounds.AddRange(await db.Voicemails.Where(v => contacts.Contains(v.CallId)).Select(v => v.Id).ToListAsync());
        return new()
        {
            ["contacts"] = await db.Contacts.CountAsync(c => contacts.Contains(c.Id)),
            ["notes"] = await db.BlankTexts(contacts),
            ["calls"] = await db.BlankNumbers(contacts),
            ["sounds"] = await db.DeleteSounds(sounds),
        };
    }

    /// <param name="person">The one row that the audit trail may name; a number has none.</param>
    private Erasure Prove(ErasureOf of, Subject subject, Guid? person, IEnumerable<Guid> ids, Dictionary<string, int> counts, string reason)
    {
        var list = string.Concat(ids.Select(id => id.ToString("D")).Order(StringComparer.Ordinal).Select(id => id + "\n"));
        var proof = new Erasure
        {
            Id = Guid.CreateVersion7(),
            Of = of,
            At = now,
            By = who.UserName!,
            Counts = JsonSerializer.Serialize(counts),
            IdsHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list))),
        };
        db.Erasures.Add(proof);
        Audit(AuditAction.Erased, subject, person ?? proof.Id, of == ErasureOf.Person ? "person" : "number", reason);
        return proof;
    }
}
