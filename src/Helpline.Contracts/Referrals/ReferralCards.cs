namespace Helpline.Contracts.Referrals;

/// <summary>A referral in a list. It holds no text about the person.</summary>
/// <param name="State">Draft, Sent, Received, Accepted, Scheduled, InProgress, OnHold, Completed, Closed, Rejected, NotCompleted, Cancelled or EnteredInError.</param>
/// <param name="ServiceKind">Code of <c>service_kinds</c>.</param>
/// <param name="Urgency">Code of <c>referral_urgencies</c>.</param>
/// <param name="Receiver">User name; null for anybody of the organization, or a partner without an account.</param>
/// <param name="DueAt">UTC, by when the next step is to be taken; null when nothing is waited for.</param>
/// <param name="Overdue">That moment has passed.</param>
/// <param name="Version">Rises with every change.</param>
public sealed record ReferralCard(
    Guid Id, string Number, string State, string OrganizationName, string? Receiver, string ServiceKind, string Urgency, string Sender,
    DateTime CreatedAt, DateTime? SentAt, DateTime? DueAt, bool Overdue, DateTime? VisitFrom, DateTime? VisitUntil, long Version);

/// <param name="Next">What <c>before</c> says for the next page; null on the last one.</param>
public sealed record ReferralList(IReadOnlyList<ReferralCard> Referrals, string? Next);

/// <summary>A referral as its reader may see it.</summary>
/// <param name="Reason">Why, for our own eyes; null for the receiver. This, <paramref name="ForPartner"/> and <paramref name="Remark"/> are null in the answer to a move of whoever was not asked why she reads them.</param>
/// <param name="ForPartner">What the receiver needs to know.</param>
/// <param name="HasReach">Name and telephone can be shown to this reader now.</param>
/// <param name="Remark">The last words of one side to the other.</param>
/// <param name="Moves">What this reader may do now; see <see cref="MoveFields"/>.</param>
/// <param name="Link">The partner's link that holds now; null for the receiver.</param>
public sealed record ReferralDetails(
    ReferralCard Card, Guid? CaseId, Guid? ContactId, Guid? PersonId, Guid? OrganizationId, string? Area, string? Reason, string? ForPartner, bool HasReach, bool Consent,
    string? OverrideReason, DateTime? AnswerBy, DateTime? VisitBy, string? Responsible, DateTime? HoldUntil, string? ReasonCode, string? Remark,
    string? Outcome, IReadOnlyList<string> Services, string? Reached, string? NeedMet, Guid? Replaces, Guid? ReplacedBy,
    IReadOnlyList<string> Moves, PartnerLinkCard? Link, IReadOnlyList<ReferralMoment> History);

/// <summary>One move in the life of a referral.</summary>
/// <param name="By">User name; <c>partner</c> for a partner without an account; null for the system.</param>
/// <param name="Reason">A code of the list that belongs to the move.</param>
public sealed record ReferralMoment(DateTime At, string What, string? By, string? Reason);

/// <param name="OpenedAt">UTC, when the partner opened it first.</param>
public sealed record PartnerLinkCard(DateTime CreatedAt, DateTime ExpiresAt, DateTime? OpenedAt);

/// <summary>An account that may receive referrals.</summary>
public sealed record ReceiverCard(string UserName, string DisplayName);

/// <summary>What is asked for, of whom and for whom; at least one of contact, case and person.</summary>
/// <param name="OrganizationName">At most 200 characters; may be empty when a receiver is chosen.</param>
/// <param name="Receiver">User name of an account that may receive referrals.</param>
/// <param name="Reason">Why, for our own eyes; at most 4000 characters.</param>
/// <param name="ForPartner">What the receiver needs to know, without a name; at most 2000 characters, needed to send it.</param>
/// <param name="Area">Where the person is, without a name; at most 100 characters.</param>
/// <param name="Reach">Name and telephone, shown to the receiver once it has accepted; at most 200 characters, only with consent; null leaves what a draft has.</param>
/// <param name="OverrideReason">Code of <c>referral_override_reasons</c>: why it is sent without consent.</param>
/// <param name="Replaces">A refused one that this one stands in for.</param>
/// <param name="Version">Of a draft that is changed: the version its author saw.</param>
public sealed record ReferralForm(
    Guid? ContactId, Guid? CaseId, Guid? PersonId, Guid? OrganizationId, string? OrganizationName, string? Receiver, string? ServiceKind, string? Urgency,
    string? Reason, string? ForPartner, string? Area, string? Reach, bool Consent, string? OverrideReason, Guid? Replaces = null, long? Version = null)
{
    public const int NameLength = 200;
    public const int ReasonLength = 4000;
    public const int PartnerLength = 2000;
    public const int AreaLength = 100;
    public const int ReachLength = 200;
}

/// <summary>A move; which of the rest it asks for say <see cref="MoveFields"/>.</summary>
/// <param name="Move">Sent, Received, Accepted, Rejected, Scheduled, Rescheduled, Started, Held, Resumed, Completed, Reviewed, NotCompleted, Cancelled or EnteredInError.</param>
/// <param name="Version">The version its author saw; null does not ask.</param>
/// <param name="From">UTC, when the visit begins.</param>
/// <param name="Until">UTC, when the visit ends at the latest, or when a hold is looked at again.</param>
public sealed record ReferralMove(
    string Move, long? Version = null, string? Reason = null, string? Remark = null, string? Responsible = null, DateTime? From = null, DateTime? Until = null,
    string? Outcome = null, IReadOnlyList<string>? Services = null, string? Reached = null, string? NeedMet = null)
{
    public const int RemarkLength = 2000;
    public const int ResponsibleLength = 100;
}

/// <param name="Reason">Code of <c>access_reasons</c>.</param>
public sealed record AccessReason(string? Reason);

/// <summary>Name and telephone of the person; the look is written to the audit trail.</summary>
public sealed record Reach(string Text);

/// <param name="Language">kk, ru or en.</param>
public sealed record NewPartnerLink(string? Language);

/// <summary>Shown once; whoever has the address can answer the referral.</summary>
public sealed record PartnerLinkMade(string Url, DateTime ExpiresAt);
