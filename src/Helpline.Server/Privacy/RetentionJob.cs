using Helpline.Domain.Cases;
using Helpline.Domain.Privacy;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Privacy;

/// <summary>Every night: what was kept for long enough is blanked or deleted, a batch a transaction, so that calls go on meanwhile.</summary>
internal sealed class RetentionJob(Transactions transactions, RetentionRules rules, TimeProvider clock, ILogger<RetentionJob> log)
{
    private const int Batch = 200;

    public async Task Run(CancellationToken stop)
    {
        await Until("summaries", rules.Summaries, Summaries, stop);
        await Until("summaries of walk-ins", rules.Summaries, WalkIns, stop);
        await Until("numbers", rules.Numbers, Numbers, stop);
        await Until("recordings", rules.Recordings, Recordings, stop);
        await Until("voicemails", rules.Voicemails, Voicemails, stop);
        await Until("callers", rules.Callers, Callers, stop);
        await Until("follow-ups", rules.Casework, FollowUps, stop);
        await Until("referrals", rules.Casework, Referrals, stop);
        await Until("visits", rules.Casework, Visits, stop);
        await Until("series of visits", rules.Casework, Series, stop);
        await Until("persons", rules.Persons, Persons, stop);
        await Until("alerts", rules.Alerts, Alerts, stop);
        await Until("audit", rules.Audit, Audit, stop);
    }

    /// <param name="step">Takes at most a batch and says how many it took; called until there is nothing left.</param>
    private async Task Until(string what, int days, Func<HelplineDb, DateTime, Task<int>> step, CancellationToken stop)
    {
        var before = clock.GetUtcNow().UtcDateTime.AddDays(-days);
        var done = 0;
        for (var taken = Batch; taken > 0 && !stop.IsCancellationRequested; done += taken) taken = await transactions.Run(db => step(db, before));
        if (done > 0) log.LogInformation("Retention: {Count} {What} older than {Days} days are gone", done, what, days);
    }

    private static async Task<int> Summaries(HelplineDb db, DateTime before)
    {
        var calls = await db.Settled().Where(c => c.ArrivedAt < before && (c.SealedReason != null || db.WithWords().Any(n => n.CallId == c.Id)))
            .Select(c => c.Id).Take(Batch).ToListAsync();
        if (calls.Count > 0) await db.BlankTexts(calls);
        return calls.Count;
    }

    private static async Task<int> WalkIns(HelplineDb db, DateTime before)
    {
        var contacts = await db.SettledWalkIns().Where(k => k.StartedAt < before && db.WithWords().Any(n => n.CallId == k.Id)).Select(k => k.Id).Take(Batch).ToListAsync();
        if (contacts.Count > 0) await db.BlankTexts(contacts);
        return contacts.Count;
    }

    private static async Task<int> Numbers(HelplineDb db, DateTime before)
    {
        var calls = await db.Settled().Where(c => c.ArrivedAt < before && (c.SealedNumber != null || c.NumberHash != null)).Select(c => c.Id).Take(Batch).ToListAsync();
        if (calls.Count > 0) await db.BlankNumbers(calls);
        return calls.Count;
    }

    private static async Task<int> Recordings(HelplineDb db, DateTime before)
    {
        var recordings = await db.TalkRecordings.Where(r => r.StartedAt < before && db.Settled().Any(c => c.Id == r.CallId)).Select(r => r.Id).Take(Batch).ToListAsync();
        if (recordings.Count > 0) await db.DeleteSounds(recordings);
        return recordings.Count;
    }

    private static async Task<int> Voicemails(HelplineDb db, DateTime before)
    {
        var messages = await db.Voicemails.Where(v => v.ClosedAt < before && db.KeptSounds.Any(s => s.Id == v.Id) && db.Settled().Any(c => c.Id == v.CallId))
            .Select(v => v.Id).Take(Batch).ToListAsync();
        if (messages.Count > 0) await db.DeleteSounds(messages);
        return messages.Count;
    }

    private static async Task<int> Callers(HelplineDb db, DateTime before)
    {
        var hashes = await db.CallerMemories.Where(m => m.LastCallAt < before).Select(m => m.Hash).Take(Batch).ToListAsync();
        var flags = await db.CallerFlags.Where(f => f.Until < before).Select(f => f.Id).Take(Batch).ToListAsync();
        if (hashes.Count > 0) await db.CallerMemories.Where(m => hashes.Contains(m.Hash)).ExecuteDeleteAsync();
        if (flags.Count > 0) await db.CallerFlags.Where(f => flags.Contains(f.Id)).ExecuteDeleteAsync();
        return hashes.Count + flags.Count;
    }

    private static async Task<int> FollowUps(HelplineDb db, DateTime before)
    {
        var followUps = await db.FollowUps.Where(f => f.ClosedAt < before && db.FollowUpAttempts.Any(a => a.FollowUpId == f.Id && a.SealedNote != null)
            && !db.Cases.Any(c => c.Id == f.CaseId && c.State == CaseState.Open)).Select(f => f.Id).Take(Batch).ToListAsync();
        if (followUps.Count > 0) await db.BlankFollowUps(db.FollowUps.Where(f => followUps.Contains(f.Id)));
        return followUps.Count;
    }

    private static async Task<int> Referrals(HelplineDb db, DateTime before)
    {
        var referrals = await db.Referrals.Where(r => r.EndedAt < before && r.SealedReason != "" && !db.Cases.Any(c => c.Id == r.CaseId && c.State == CaseState.Open))
            .Select(r => r.Id).Take(Batch).ToListAsync();
        if (referrals.Count > 0) await Blanking.BlankReferrals(db.Referrals.Where(r => referrals.Contains(r.Id)));
        return referrals.Count;
    }

    private static async Task<int> Visits(HelplineDb db, DateTime before)
    {
        var visits = await db.Visits.Where(v => v.EndedAt < before && !v.IsOwed && (v.SealedAddress != null || db.VisitRecords.Any(r => r.VisitId == v.Id))
            && !db.Cases.Any(c => c.Id == v.CaseId && c.State == CaseState.Open)).Select(v => v.Id).Take(Batch).ToListAsync();
        if (visits.Count > 0) await db.BlankVisits(db.Visits.Where(v => visits.Contains(v.Id)));
        return visits.Count;
    }

    /// <summary>Where a series led, once the last of its visits was long ago.</summary>
    private static async Task<int> Series(HelplineDb db, DateTime before)
    {
        var series = await db.VisitSeries.Where(s => s.SealedAddress != null && s.MadeAt < before && !db.Visits.Any(v => v.SeriesId == s.Id && (v.IsOwed || v.EndedAt >= before))
            && !db.Cases.Any(c => c.Id == s.CaseId && c.State == CaseState.Open)).Select(s => s.Id).Take(Batch).ToListAsync();
        if (series.Count > 0) await db.VisitSeries.Where(s => series.Contains(s.Id)).ExecuteUpdateAsync(set => set.SetProperty(s => s.SealedAddress, (string?)null));
        return series.Count;
    }

    private async Task<int> Persons(HelplineDb db, DateTime before)
    {
        var persons = await db.NotHeardOfSince(before).OrderBy(p => p.Id).Take(Batch).ToListAsync();
        foreach (var person in persons)
        {
            await db.BlankPerson(person.Id, await db.OfNobodyElse(person.Id, person.HouseholdId).Select(c => c.Id).ToListAsync());
            person.Forget(clock.GetUtcNow().UtcDateTime);
            // Of a home where two are forgotten the second was the last.
            await db.SaveChangesAsync();
        }
        return persons.Count;
    }

    private static async Task<int> Alerts(HelplineDb db, DateTime before)
    {
        var alerts = await db.Alerts.Where(a => a.Until < before).Select(a => a.Id).Take(Batch).ToListAsync();
        if (alerts.Count > 0) await db.Alerts.Where(a => alerts.Contains(a.Id)).ExecuteDeleteAsync();
        return alerts.Count;
    }

    private static async Task<int> Audit(HelplineDb db, DateTime before)
    {
        var entries = await db.AuditTrail.Where(a => a.At < before).Select(a => a.Id).Take(Batch).ToListAsync();
        if (entries.Count > 0) await db.AuditTrail.Where(a => entries.Contains(a.Id)).ExecuteDeleteAsync();
        return entries.Count;
    }
}
