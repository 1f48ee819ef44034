using Helpline.Domain.Cases;
using Helpline.Domain.Casework;
using Helpline.Domain.Contacts;
using Helpline.Domain.Referrals;
using Helpline.Domain.Visits;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Casework;

/// <summary>A referral makes visits, and the two go together.</summary>
internal sealed partial class CaseworkDesk
{
    /// <summary>What was made of a contact belongs to the case that the contact has joined: its referrals, and their visits.</summary>
    private async Task AdoptReferrals(Case of, Contact contact)
    {
        foreach (var referral in await db.Referrals.Where(r => r.ContactId == contact.Id && r.CaseId == null).ToListAsync())
        {
            referral.CaseId = of.Id;
            await GrantToCaseOwner(of.Id, Subject.Referral, referral.Id, referral.CreatedAt);
            Record(Subject.Referral, referral.Id, of.Id, "Joined", to: referral.State.ToString());
            News.Work(referral.Sender);
            foreach (var series in await db.VisitSeries.Where(s => s.ReferralId == referral.Id && s.CaseId == null).ToListAsync()) series.CaseId = of.Id;
            foreach (var visit in await db.Visits.Where(v => v.ReferralId == referral.Id && v.CaseId == null).ToListAsync())
            {
                visit.CaseId = of.Id;
                await GrantToCaseOwner(of.Id, Subject.Visit, visit.Id, visit.PlannedFrom);
                Record(Subject.Visit, visit.Id, of.Id, "Joined", to: visit.State.ToString());
            }
        }
    }

    /// <summary>The referral goes with its visit, where its life lets it: a visit that is planned schedules it, one that took place starts it.</summary>
    private async Task Follow(Visit visit, ReferralEvent what)
    {
        if (visit.ReferralId is not { } id || await db.Referrals.FindAsync(id) is not { } referral) return;
        await MoveReferral(referral, new(what, who.UserName ?? visit.PlannedBy) { From = visit.PlannedFrom, Until = visit.PlannedTo });
    }

    /// <summary>The visit that the referral is scheduled for was moved, or is tried again.</summary>
    /// <param name="before">UTC: when it was to begin.</param>
    private async Task FollowTo(Visit visit, DateTime before)
    {
        if (visit.ReferralId is { } id && await db.Referrals.FindAsync(id) is { } referral && referral.VisitFrom == before) await Follow(visit, ReferralEvent.Rescheduled);
    }

    /// <summary>Nobody is sent any more for a referral that is over without a result.</summary>
    private async Task CancelVisitsFor(Referral ended)
    {
        foreach (var series in await db.VisitSeries.Where(s => s.ReferralId == ended.Id && s.EndedAt == null).ToListAsync()) series.End(now);
        foreach (var visit in await db.Visits.Where(v => v.ReferralId == ended.Id && v.IsOwed).ToListAsync())
            if (!await Cancel(visit, "referral_ended")) await Settle(visit);
    }
}
