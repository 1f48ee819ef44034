namespace Helpline.Contracts.Searching;

/// <summary>What was found of one kind.</summary>
/// <param name="Subject">Person, Case, Contact or Referral.</param>
/// <param name="Next">Sent as <c>after</c>, with this subject, for what follows; null when this was all.</param>
public sealed record FoundGroup(string Subject, IReadOnlyList<Found> Items, string? Next);

/// <param name="Number">What people call it.</param>
/// <param name="Name">A person's name, a case's title, or the alias of a contact's telephone.</param>
/// <param name="State">Of a case; a contact's channel.</param>
/// <param name="Risk">Of a case.</param>
/// <param name="At">UTC, when it began or was made.</param>
public sealed record Found(Guid Id, string Number, string? Name, string? State, string? Risk, DateTime At);
