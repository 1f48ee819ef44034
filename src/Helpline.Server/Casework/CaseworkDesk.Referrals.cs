using Helpline.Contracts.Referrals;
using Helpline.Domain.Casework;
using Helpline.Domain.Referrals;
using Helpline.Server.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Casework;

/// <summary>Referrals: made, changed while they are drafts, and moved.</summary>
internal sealed partial class CaseworkDesk
{
    /// <summary>Null when there is none that the reader may see.</summary>
    public Task<Referral?> FindReferral(Guid id) => db.Referrals.VisibleTo(db, who, now).FirstOrDefaultAsync(r => r.Id == id);

    /// <summary>On which side of it the reader stands; a supervisor who only reads other teams' stands on none.</summary>
    public async Task<ReferralSide> SideOf(Referral referral)
    {
        var sends = who.Supervises(referral.Team) || await Sends(referral);
        return (sends ? ReferralSide.Sender : ReferralSide.None) | (Receives(referral) ? ReferralSide.Receiver : ReferralSide.None);
    }

    /// <summary>It is her work: she reads it without being asked why. Whoever supervises it is asked.</summary>
    public async Task<bool> CaresFor(Referral referral) => Receives(referral) || await Sends(referral);

    private async Task<bool> Sends(Referral referral) => referral.Sender == who.UserName || await IsCaseMine(referral.CaseId);

    private bool Receives(Referral referral) =>
        referral.SentAt is not null && (who.Organization is { } organization ? referral.OrganizationId == organization : referral.Receiver == who.UserName);

    /// <param name="form">Found right before.</param>
    public async Task<Referral> DraftReferral(Guid id, ReferralForm form)
    {
        var referral = new Referral
        {
            Id = id,
            Number = await NextNumber(Subject.Referral),
            ContactId = form.ContactId,
            CaseId = form.CaseId ?? await CaseOf(form.ContactId),
            PersonId = form.PersonId,
            Replaces = form.Replaces,
            Sender = who.UserName!,
            Team = who.Team,
            CreatedAt = now,
            OrganizationName = "",
            ServiceKind = form.ServiceKind!,
            Urgency = form.Urgency!,
            SealedReason = "",
        };
        await WriteReferral(referral, form);
        db.Referrals.Add(referral);
        Record(Subject.Referral, id, referral.CaseId, "Drafted", to: nameof(ReferralState.Draft));
        await Grant(who.UserName!, Subject.Referral, id, GrantGround.Own, now, notes: true);
        await GrantToCaseOwner(referral.CaseId, Subject.Referral, id, now);
        return referral;
    }

    /// <returns>False when it is no draft any more.</returns>
    public async Task<bool> RedraftReferral(Referral referral, ReferralForm form)
    {
        if (referral.State != ReferralState.Draft) return false;
        await WriteReferral(referral, form);
        Record(Subject.Referral, referral.Id, referral.CaseId, "Redrafted");
        return true;
    }

    /// <summary>Every move of a referral, also those that one press makes together.</summary>
    /// <returns>False when it is not legal now; nothing has changed then.</returns>
    public async Task<bool> MoveReferral(Referral referral, ReferralAct act)
    {
        var steps = referral.Steps(act.What);
        foreach (var step in steps)
        {
            var from = referral.State;
            referral.Move(act with { What = step }, now);
            Record(Subject.Referral, referral.Id, referral.CaseId, step.ToString(), from.ToString(), referral.State.ToString(), step == act.What ? act.Reason : null, act.By);
        }
        if (steps.Count == 0) return false;
        if (act.What == ReferralEvent.Accepted && who.UserName is { } receiver && act.By == receiver) referral.Receiver = receiver;
        if (act.What is ReferralEvent.Sent or ReferralEvent.Accepted && referral.Receiver is { } named) await Grant(named, Subject.Referral, referral.Id, GrantGround.Assigned, referral.CreatedAt);
        if (act.What is ReferralEvent.Cancelled or ReferralEvent.NotCompleted or ReferralEvent.EnteredInError) await CancelVisitsFor(referral);
        await StepDown(Subject.Referral, referral.Id);
        await TellOf(referral);
        return true;
    }

    /// <summary>Cancels what is not done yet of a case that is closed; a report that nobody has looked at stays for its sender.</summary>
    /// <returns>How many.</returns>
    public async Task<int> CancelReferralsOf(Guid caseId)
    {
        var count = 0;
        foreach (var referral in await db.Referrals.Where(r => r.CaseId == caseId).ToListAsync())
            if (await MoveReferral(referral, new(ReferralEvent.Cancelled, who.UserName) { Reason = "case_closed" })) count++;
        return count;
    }

    /// <summary>Everybody whose work it is: counts change, and the sender sees what came back.</summary>
    private async Task TellOf(Referral referral)
    {
        News.Work(referral.Sender);
        News.Work(referral.Receiver);
        if (referral.CaseId is { } of) News.Work((await db.Cases.FindAsync(of))?.Owner);
        if (referral.OrganizationId is not { } organization) return;
        foreach (var colleague in await db.Users.Where(a => a.OrganizationId == organization && !a.Disabled).Select(a => a.UserName).ToListAsync()) News.Work(colleague);
    }

    private async Task WriteReferral(Referral referral, ReferralForm form)
    {
        var receiver = await Receiver(form.Receiver);
        (referral.Receiver, referral.OrganizationId) = (receiver?.UserName, receiver?.OrganizationId ?? form.OrganizationId);
        referral.OrganizationName = string.IsNullOrWhiteSpace(form.OrganizationName) ? receiver?.DisplayName ?? "" : form.OrganizationName.Trim();
        (referral.ServiceKind, referral.Urgency, referral.Area) = (form.ServiceKind!, form.Urgency!, Given(form.Area));
        (referral.Consent, referral.OverrideReason) = (form.Consent, form.Consent ? null : Given(form.OverrideReason));
        referral.SealedReason = vault.Seal(form.Reason!, ReferralTexts.Reason(referral.Id));
        referral.SealedForPartner = Given(form.ForPartner) is { } words ? vault.Seal(words, ReferralTexts.ForPartner(referral.Id)) : null;
        referral.SealedReach = !form.Consent ? null
            : form.Reach is null ? referral.SealedReach
            : Given(form.Reach) is { } reach ? vault.Seal(reach, ReferralTexts.Reach(referral.Id)) : null;
        await Index(Subject.Referral, referral.Id, referral.Number, referral.OrganizationName);
    }

    /// <summary>An account that may receive referrals; null when this is none.</summary>
    public async Task<Account?> Receiver(string? userName) => string.IsNullOrEmpty(userName) ? null
        : await db.Users.AsNoTracking().FirstOrDefaultAsync(a => a.UserName == userName && !a.Disabled) is { } account && account.MayReceive() ? account : null;

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Where the texts of a referral are sealed to.</summary>
internal static class ReferralTexts
{
    public static string Reason(Guid referral) => $"Referrals|SealedReason|{referral:N}";
    public static string ForPartner(Guid referral) => $"Referrals|SealedForPartner|{referral:N}";
    public static string Reach(Guid referral) => $"Referrals|SealedReach|{referral:N}";
    public static string Remark(Guid referral) => $"Referrals|SealedRemark|{referral:N}";

    /// <summary>Our social workers, and whoever works for an organization.</summary>
    public static bool MayReceive(this Account account) => account.OrganizationId is not null || account.Roles.Contains(Roles.SocialWorker);
}
