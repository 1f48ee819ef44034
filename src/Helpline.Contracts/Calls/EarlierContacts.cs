using Helpline.Contracts.Persons;

namespace Helpline.Contracts.Calls;

/// <summary>What we know of the telephone from which a contact came.</summary>
/// <param name="Alias">What we call it, as K7Q2M; null when the number was withheld.</param>
/// <param name="Count">How many contacts it had with us before, whoever may see them.</param>
/// <param name="Contacts">Those the reader may see, the newest first, at most 20.</param>
/// <param name="Alerts">What must be known at once of the telephone, or of the person who was named; those in force.</param>
public sealed record EarlierContacts(string? Alias, int Count, IReadOnlyList<EarlierContact> Contacts, IReadOnlyList<AlertCard> Alerts);

/// <param name="StartedAt">UTC.</param>
/// <param name="Channel">Call, Voicemail, Callback, Outbound or WalkIn.</param>
/// <param name="Counselor">User name.</param>
/// <param name="HasNote">There is a note that the reader may open; only then are risk and topics told.</param>
public sealed record EarlierContact(
    Guid Id, string Number, DateTime StartedAt, string Channel, string? Counselor, bool HasNote, string? Risk, IReadOnlyList<string> Topics);
