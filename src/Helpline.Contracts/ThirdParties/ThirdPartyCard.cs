namespace Helpline.Contracts.ThirdParties;

/// <summary>Somebody called into the reader's talk. It never holds a number.</summary>
/// <param name="State">Calling, Talking, Unreached, Left or TakenOff.</param>
/// <param name="Partner">A code of the list <c>partners</c>; null for a number that was typed.</param>
/// <param name="Version">Rises with every change of this third party.</param>
public sealed record ThirdPartyCard(Guid Id, Guid CallId, string State, string? Partner, DateTime AskedAt, long Version);

/// <summary>Either of the two.</summary>
/// <param name="Partner">A code of the list <c>partners</c>.</param>
/// <param name="Number">As one would dial it.</param>
public sealed record AddThirdParty(string? Partner, string? Number = null);
