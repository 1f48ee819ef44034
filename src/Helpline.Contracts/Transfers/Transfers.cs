namespace Helpline.Contracts.Transfers;

/// <param name="To">User name of a colleague who is free: she is asked, and the caller hears music meanwhile.</param>
public sealed record AskColleague(string To);

/// <summary>Gives the caller back to the queue; at least one field says for whom.</summary>
/// <param name="To">User name of a colleague who is signed in: asked first when free.</param>
/// <param name="Language">kk, ru or en.</param>
/// <param name="Topic">A code of the list <c>service_kinds</c>.</param>
public sealed record HandOnCall(string? To = null, string? Language = null, string? Topic = null);

/// <summary>A transfer as both boards show it.</summary>
/// <param name="Id">The transfer.</param>
/// <param name="CallId">The call.</param>
/// <param name="From">User name of the counselor whose call it is.</param>
/// <param name="To">User name of the colleague.</param>
/// <param name="State">Asked, Accepted (her line is on its way), Consulting, Completed, Cancelled, Refused, Lapsed (no answer) or Broken (her line ended).</param>
/// <param name="Language">The caller's.</param>
/// <param name="AskedAt">UTC.</param>
/// <param name="Deadline">UTC; she must have answered, or be in the room, by then. Null once both are there.</param>
/// <param name="Version">Rises with every change of this transfer.</param>
public sealed record TransferCard(
    Guid Id, Guid CallId, string From, string To, string State, string Language, DateTime AskedAt, DateTime? Deadline, long Version);
