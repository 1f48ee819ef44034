using Helpline.Contracts.Referrals;
using Helpline.Domain.Referrals;
using Helpline.Server.Casework;
using Helpline.Server.Catalog;
using Helpline.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Helpline.Server.Referrals;

/// <summary>What is wrong with a form, by field; and a move as the desk makes it.</summary>
internal sealed class ReferralChecks(Catalogs catalogs, ServiceLevels levels)
{
    public ValidationProblem? Wrong(ReferralForm form) =>
        (form is { ContactId: null, CaseId: null, PersonId: null } ? Refusals.Field("caseId", "A referral is for a contact, a case or a person.") : null)
        ?? Code("service_kinds", "serviceKind", form.ServiceKind)
        ?? Code("referral_urgencies", "urgency", form.Urgency)
        ?? Text("reason", form.Reason, ReferralForm.ReasonLength, needed: true)
        ?? Text("forPartner", form.ForPartner, ReferralForm.PartnerLength)
        ?? Text("organizationName", form.OrganizationName, ReferralForm.NameLength)
        ?? Text("area", form.Area, ReferralForm.AreaLength)
        ?? Text("reach", form.Reach, ReferralForm.ReachLength)
        ?? catalogs.Wrong("referral_override_reasons", "overrideReason", form.OverrideReason)
        ?? (!form.Consent && !string.IsNullOrWhiteSpace(form.Reach) ? Refusals.Field("reach", "Name and telephone are shared only with the person's consent.") : null);

    /// <summary>What still lacks before a draft can be sent.</summary>
    public static ValidationProblem? NotReady(Referral referral) => referral switch
    {
        { OrganizationName: "" } => Refusals.Field("organizationName", "It is not said whom it goes to."),
        { SealedForPartner: null } => Refusals.Field("forPartner", "The receiver is told nothing yet."),
        { Consent: false, OverrideReason: null } => Refusals.Field("consent", "It is sent with the person's consent, or with a reason why without."),
        _ => null,
    };

    public ValidationProblem? Wrong(ReferralMove move, ReferralEvent what, DateTime now)
    {
        var asks = MoveFields.Of(what.ToString());
        return (asks.Reasons is { } reasons ? Code(reasons, "reason", move.Reason) : null)
            ?? (asks.Responsible ? Text("responsible", move.Responsible, ReferralMove.ResponsibleLength, needed: true) : null)
            ?? (asks.Visit ? Visit(move, now) : null)
            ?? (asks.Review && !(move.Until > now) ? Refusals.Field("until", "A hold is looked at again at a time to come.") : null)
            ?? (asks.Result ? Code("referral_outcomes", "outcome", move.Outcome) ?? Services(move.Services) : null)
            ?? (asks.Loop ? Code("referral_reached", "reached", move.Reached) ?? Code("referral_need_met", "needMet", move.NeedMet) : null)
            ?? Text("remark", move.Remark, ReferralMove.RemarkLength);
    }

    /// <param name="by">Whoever makes it, when that is nobody with an account.</param>
    public ReferralAct Act(CaseworkDesk desk, Referral referral, ReferralMove move, ReferralEvent what, string? by = null)
    {
        var asks = MoveFields.Of(what.ToString());
        return new(what, by ?? desk.Who.UserName)
        {
            Reason = asks.Reasons is null ? null : move.Reason,
            SealedRemark = asks.Remark && !string.IsNullOrWhiteSpace(move.Remark) ? desk.Vault.Seal(move.Remark.Trim(), ReferralTexts.Remark(referral.Id)) : null,
            Responsible = move.Responsible?.Trim(),
            From = move.From,
            Until = move.Until,
            Outcome = move.Outcome,
            Services = [.. (move.Services ?? []).Distinct()],
            Reached = move.Reached,
            NeedMet = move.NeedMet,
            Deadlines = what == ReferralEvent.Sent ? levels.For(referral.Urgency, desk.Now) : null,
            ReviewBy = what == ReferralEvent.Completed ? levels.ReviewBy(desk.Now) : null,
        };
    }

    private static ValidationProblem? Visit(ReferralMove move, DateTime now) =>
        !(move.From >= now) ? Refusals.Field("from", "A visit begins at a time to come.")
        : move.Until <= move.From ? Refusals.Field("until", "A visit ends after it began.")
        : null;

    private ValidationProblem? Services(IReadOnlyList<string>? services) => services is { Count: > 0 }
        ? services.Select(code => Code("service_kinds", "services", code)).FirstOrDefault(wrong => wrong is not null)
        : Refusals.Field("services", "It is not said what was given.");

    private ValidationProblem? Code(string list, string field, string? code) =>
        string.IsNullOrEmpty(code) ? Refusals.Field(field, $"A code of the list {list} is needed.") : catalogs.Wrong(list, field, code);

    private static ValidationProblem? Text(string field, string? text, int most, bool needed = false) =>
        needed && string.IsNullOrWhiteSpace(text) ? Refusals.Field(field, "A few words are needed.")
        : text?.Length > most ? Refusals.Field(field, $"The text has {text.Length} characters; at most {most} fit.")
        : null;
}
