using Helpline.Contracts.Referrals;
using Helpline.Domain.Cases;
using Helpline.Domain.Referrals;
using Helpline.Server.Casework;
using Helpline.Server.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Referrals;

/// <summary>Why something is not done with a referral.</summary>
internal static class ReferralRefusals
{
    /// <summary>Why a move is refused; null when it is not. Nothing has changed then.</summary>
    public static async Task<IResult?> OfMove(CaseworkDesk desk, ReferralChecks checks, Referral referral, ReferralMove move, ReferralEvent what)
    {
        if ((await desk.SideOf(referral) & ReferralFlow.Side(what)) == 0) return Refusals.Forbidden("This is the other side's to do.");
        if (what == ReferralEvent.Accepted && referral.AcceptedBy is { } taker)
            return taker == desk.Who.UserName ? TypedResults.Ok(await desk.Details(referral)) : Taken(referral);
        if (move.Version is { } seen && seen != referral.Version) return await Stale(desk, referral);
        if (referral.Steps(what).Count == 0) return NotNow(referral);
        return checks.Wrong(move, what, desk.Now) ?? (what == ReferralEvent.Sent ? ReferralChecks.NotReady(referral) : null);
    }

    /// <summary>What the referral is for must be there for its sender, and a closed case takes nothing new.</summary>
    public static async Task<IResult?> Unseen(CaseworkDesk desk, ReferralForm form)
    {
        if (form.ContactId is { } id)
        {
            if (await desk.SeeContact(id) is not { } contact) return Refusals.Field("contactId", "There is no such contact.");
            if (!await desk.MayAddTo(contact)) return Caseworkers.OnlyReads();
        }
        if (form.PersonId is { } person && !await desk.Db.Persons.VisibleTo(desk.Db, desk.Who, desk.Now).AnyAsync(p => p.Id == person)) return Refusals.Field("personId", "There is no such person.");
        if (await UnknownReceiver(desk, form) is { } unknown) return unknown;
        if (form.CaseId is not { } of) return await desk.CaseOf(form.ContactId) is { } joined ? Closed(await desk.Db.Cases.FindAsync(joined), desk.Now) : null;
        if (await desk.SeeCase(of) is not { } found) return Refusals.Field("caseId", "There is no such case.");
        return desk.MayChange(found) ? Closed(found, desk.Now) : Caseworkers.OnlyReads();
    }

    private static IResult? Closed(Case? of, DateTime now) => of?.Touch(now) == false ? Refusals.Conflict("The case is closed: reopen it first.", ("field", "caseId")) : null;

    public static async Task<IResult?> UnknownReceiver(CaseworkDesk desk, ReferralForm form) =>
        string.IsNullOrEmpty(form.Receiver) || await desk.Receiver(form.Receiver) is not null ? null : Refusals.Field("receiver", "Nobody of that name receives referrals.");

    /// <summary>A refused referral gives way to the one that is made in its place, once.</summary>
    public static async Task<IResult?> OfSuccessor(CaseworkDesk desk, Guid old, Guid successor) =>
        await desk.FindReferral(old) is not { } referral ? Refusals.Field("replaces", "There is no such referral.")
        : !(await desk.SideOf(referral)).HasFlag(ReferralSide.Sender) ? Refusals.Forbidden("This is another sender's referral.")
        : referral.GiveWayTo(successor) ? null
        : Refusals.Conflict("Only a referral that was refused, or not completed, is replaced, and only once.", ("field", "replaces"), ("replacedBy", referral.ReplacedBy));

    private static IResult Taken(Referral referral) => Refusals.Conflict(
        $"{referral.Responsible} has accepted it already.", ("field", "responsible"), ("takenBy", referral.Receiver ?? referral.Responsible), ("state", referral.State.ToString()));

    public static IResult NotNow(Referral referral) =>
        Refusals.Conflict($"The referral is {referral.State}: this cannot be done now.", ("field", "state"), ("state", referral.State.ToString()));

    public static async Task<IResult> Stale(CaseworkDesk desk, Referral referral) =>
        Refusals.Conflict("The referral was changed meanwhile.", ("field", "version"), ("current", await desk.Details(referral)));
}
