using Helpline.Domain.Callbacks;
using Helpline.Domain.Calls;
using Helpline.Domain.Cases;
using Helpline.Domain.Casework;
using Helpline.Domain.Contacts;
using Helpline.Domain.FollowUps;
using Helpline.Domain.Notes;
using Helpline.Domain.Persons;
using Helpline.Domain.Referrals;
using Helpline.Domain.Visits;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Privacy;

/// <summary>Takes what is private out of rows and leaves their codes and times. The same again changes nothing.</summary>
internal static partial class Blanking
{
    private static readonly CallState[] Ends =
        [CallState.Done, CallState.Abandoned, CallState.Voicemail, CallState.Callback, CallState.Closed, CallState.Blocked, CallState.Failed];

    private static readonly CallbackState[] Owed = [CallbackState.Draft, CallbackState.Open, CallbackState.Assigned];

    /// <summary>Calls that are over: nobody talks, nothing is owed to the caller, and no open case holds them.</summary>
    public static IQueryable<Call> Settled(this HelplineDb db) => db.Calls.Where(c => Ends.Contains(c.State)
        && !db.Callbacks.Any(b => b.CallId == c.Id && Owed.Contains(b.State))
        && !db.Voicemails.Any(v => v.CallId == c.Id && v.ClosedAt == null)
        && !db.MissedCalls.Any(m => m.CallId == c.Id && m.ActedAt == null)
        && !db.FollowUps.Any(f => f.ContactId == c.Id && f.ClosedAt == null)
        && !db.Referrals.Any(r => r.ContactId == c.Id && r.EndedAt == null)
        && !db.Contacts.Any(k => k.Id == c.Id && k.CaseId != null && db.Cases.Any(o => o.Id == k.CaseId && o.State == CaseState.Open)));

    /// <summary>Contacts that no call was, a walk-in entered late for instance, and that no open work or case holds.</summary>
    public static IQueryable<Contact> SettledWalkIns(this HelplineDb db) => db.Contacts.Where(k => k.Channel == Channel.WalkIn
        && !db.FollowUps.Any(f => f.ContactId == k.Id && f.ClosedAt == null)
        && !db.Referrals.Any(r => r.ContactId == k.Id && r.EndedAt == null)
        && !(k.CaseId != null && db.Cases.Any(o => o.Id == k.CaseId && o.State == CaseState.Open)));

    /// <summary>Notes that still hold a word: in themselves, in a version that was kept, or in what was added.</summary>
    public static IQueryable<Note> WithWords(this HelplineDb db) => db.Notes.Where(n =>
        n.SealedSummary != null || n.SealedRiskReason != null || n.SealedSafetyReason != null
        || db.NoteVersions.Any(v => v.CallId == n.CallId) || db.NoteAddenda.Any(a => a.CallId == n.CallId));

    /// <summary>Texts of notes with all that was kept and added, of reasons, of tries, and of referrals.</summary>
    /// <param name="contacts">Ids, of contacts and of calls.</param>
    /// <returns>How many notes held a word.</returns>
    public static async Task<int> BlankTexts(this HelplineDb db, IReadOnlyCollection<Guid> contacts)
    {
        await db.Calls.Where(c => contacts.Contains(c.Id) && c.SealedReason != null).ExecuteUpdateAsync(set => set.SetProperty(c => c.SealedReason, (string?)null));
        var notes = await db.WithWords().CountAsync(n => contacts.Contains(n.CallId));
        await db.Notes.Where(n => contacts.Contains(n.CallId)).ExecuteUpdateAsync(set => set
            .SetProperty(n => n.SealedSummary, (string?)null).SetProperty(n => n.SealedRiskReason, (string?)null).SetProperty(n => n.SealedSafetyReason, (string?)null));
        await db.NoteVersions.Where(v => contacts.Contains(v.CallId)).ExecuteDeleteAsync();
        await db.NoteAddenda.Where(a => contacts.Contains(a.CallId)).ExecuteDeleteAsync();
        await db.BlankFollowUps(db.FollowUps.Where(f => f.ContactId != null && contacts.Contains(f.ContactId.Value)));
        await BlankReferrals(db.Referrals.Where(r => r.ContactId != null && contacts.Contains(r.ContactId.Value)));
        return notes;
    }

    /// <summary>Visits that referrals of these contacts made to somebody without a name: they are the caller's.</summary>
    public static IQueryable<Visit> VisitsOf(this HelplineDb db, IReadOnlyCollection<Guid> contacts) => db.Visits.Where(v =>
        v.PersonId == null && db.Referrals.Any(r => r.Id == v.ReferralId && r.ContactId != null && contacts.Contains(r.ContactId.Value)));

    /// <summary>What was written of these visits, where they and their series went.</summary>
    public static async Task BlankVisitsOf(this HelplineDb db, IReadOnlyCollection<Guid> contacts)
    {
        await db.BlankVisits(db.VisitsOf(contacts));
        await db.VisitSeries.Where(s => s.PersonId == null && db.Referrals.Any(r => r.Id == s.ReferralId && r.ContactId != null && contacts.Contains(r.ContactId.Value)))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.SealedAddress, (string?)null));
    }

    /// <summary>Cases about a person and nobody else. Where others live in the home that a case is about, it is theirs as well.</summary>
    /// <param name="home">Her household.</param>
    public static IQueryable<Case> OfNobodyElse(this HelplineDb db, Guid person, Guid? home) => db.Cases.Where(c =>
        (c.PersonId == person || c.PersonId == null && c.HouseholdId != null && c.HouseholdId == home)
        && !db.Persons.Any(p => p.Id != person && p.HouseholdId != null && p.HouseholdId == c.HouseholdId));

    /// <summary>What was written of a person in her follow-ups, referrals and visits, where she lives, what was warned of, and the words that find her.</summary>
    /// <param name="cases">About her and nobody else: also what bears no name in them is of her, and so is their title.</param>
    public static async Task BlankPerson(this HelplineDb db, Guid person, IReadOnlyCollection<Guid> cases)
    {
        await db.BlankFollowUps(db.FollowUps.Where(f => f.PersonId == person || f.PersonId == null && f.CaseId != null && cases.Contains(f.CaseId.Value)));
        await BlankReferrals(db.Referrals.Where(r => r.PersonId == person || r.PersonId == null && r.CaseId != null && cases.Contains(r.CaseId.Value)));
        await db.BlankVisits(db.Visits.Where(v => v.PersonId == person || v.PersonId == null && v.CaseId != null && cases.Contains(v.CaseId.Value)));
        await db.VisitSeries.Where(s => s.PersonId == person || s.PersonId == null && s.CaseId != null && cases.Contains(s.CaseId.Value))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.SealedAddress, (string?)null));
        await db.Alerts.Where(a => a.PersonId == person).ExecuteDeleteAsync();
        await db.Cases.Where(c => cases.Contains(c.Id)).ExecuteUpdateAsync(set => set.SetProperty(c => c.Title, Person.Forgotten));
        // What is left of a row's words is its number.
        await db.SearchWords.Where(w => w.Subject == Subject.Case && cases.Contains(w.SubjectId) && !db.Cases.Any(c => c.Id == w.SubjectId && c.Number == w.Word)).ExecuteDeleteAsync();
        await db.SearchWords.Where(w => w.Subject == Subject.Person && w.SubjectId == person && !db.Persons.Any(p => p.Id == w.SubjectId && p.Number == w.Word)).ExecuteDeleteAsync();
    }

    /// <summary>Persons of whom nothing was heard and nothing is left to do: no case, contact, follow-up, referral or visit of hers is open or as young as that.</summary>
    public static IQueryable<Person> NotHeardOfSince(this HelplineDb db, DateTime before) => db.Persons.Where(p => p.Name != Person.Forgotten && p.CreatedAt < before
        && !db.Cases.Any(c => (c.PersonId == p.Id || c.HouseholdId != null && c.HouseholdId == p.HouseholdId) && (c.State == CaseState.Open || c.TouchedAt >= before))
        && !db.Contacts.Any(k => k.PersonId == p.Id && k.StartedAt >= before)
        && !db.FollowUps.Any(f => f.PersonId == p.Id && (f.ClosedAt == null || f.ClosedAt >= before))
        && !db.Referrals.Any(r => r.PersonId == p.Id && (r.EndedAt == null || r.EndedAt >= before))
        && !db.Visits.Any(v => v.PersonId == p.Id && (v.IsOwed || v.EndedAt >= before)));

    public static Task BlankFollowUps(this HelplineDb db, IQueryable<FollowUp> followUps) =>
        db.FollowUpAttempts.Where(a => followUps.Any(f => f.Id == a.FollowUpId)).ExecuteUpdateAsync(set => set.SetProperty(a => a.SealedNote, (string?)null));

    public static Task BlankReferrals(IQueryable<Referral> referrals) => referrals.ExecuteUpdateAsync(set => set
        .SetProperty(r => r.SealedReason, "").SetProperty(r => r.SealedForPartner, (string?)null)
        .SetProperty(r => r.SealedReach, (string?)null).SetProperty(r => r.SealedRemark, (string?)null).SetProperty(r => r.Area, (string?)null));

    /// <summary>What the worker wrote, and where she went.</summary>
    public static async Task BlankVisits(this HelplineDb db, IQueryable<Visit> visits)
    {
        await db.VisitRecords.Where(r => visits.Any(v => v.Id == r.VisitId)).ExecuteDeleteAsync();
        await visits.ExecuteUpdateAsync(set => set.SetProperty(v => v.SealedAddress, (string?)null));
    }
}
