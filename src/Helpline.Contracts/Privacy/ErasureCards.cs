namespace Helpline.Contracts.Privacy;

/// <summary>Somebody asked us to forget them. One of the two is given.</summary>
/// <param name="Number">A caller's telephone, in any spelling.</param>
/// <param name="Reason">List <c>access_reasons</c>; null for the person's own request.</param>
public sealed record EraseRequest(Guid? PersonId, string? Number, string? Reason = null);

/// <summary>The proof of an erasure; it holds nothing of what was erased.</summary>
/// <param name="Of">Person or Number.</param>
/// <param name="At">UTC.</param>
/// <param name="By">User name.</param>
/// <param name="Counts">How many rows of each kind were blanked: calls, contacts, notes, sounds, callers, cases, persons.</param>
/// <param name="IdsHash">SHA-256, in hexadecimal, over the sorted ids of the rows, each on a line.</param>
public sealed record ErasureCard(Guid Id, string Of, DateTime At, string By, IReadOnlyDictionary<string, int> Counts, string IdsHash);
