namespace Helpline.Contracts.Board;

/// <summary>A call that rings on one counselor's board.</summary>
/// <param name="Id">The offer.</param>
/// <param name="CallId">The call.</param>
/// <param name="Language">The caller's language: kk, ru or en.</param>
/// <param name="ExpiresAt">UTC; after it the next counselor is asked.</param>
/// <param name="WaitingSince">UTC; when the caller entered the queue.</param>
/// <param name="ByPhone">The counselor's own telephone is rung too.</param>
public sealed record OfferCard(Guid Id, Guid CallId, string Language, DateTime ExpiresAt, DateTime WaitingSince, bool ByPhone = false);

/// <param name="Id">The offer.</param>
/// <param name="CallId">The call.</param>
/// <param name="Outcome">Accepted, Declined, Expired, Unacknowledged or Withdrawn (the caller left).</param>
/// <param name="TakenBy">Who has the call now, if somebody has.</param>
public sealed record ClosedOffer(Guid Id, Guid CallId, string Outcome, string? TakenBy);

/// <summary>The call is yours: the browser leg dials in with the ticket.</summary>
/// <param name="Ticket">Single use, 30 s; sent to the telephony provider as the parameter <c>ticket</c>.</param>
/// <param name="CallId">The call.</param>
public sealed record AcceptedOffer(string Ticket, Guid CallId);
