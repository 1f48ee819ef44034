using Helpline.Contracts.Persons;

namespace Helpline.Contracts.Contacts;

/// <summary>One time that we were in contact with somebody; times are UTC.</summary>
/// <param name="Number">What people call it.</param>
/// <param name="Channel">Call, Voicemail, Callback, Outbound or WalkIn.</param>
/// <param name="EnteredLateAt">When it was entered, if that was later than it took place.</param>
/// <param name="Counselor">User name of whoever answers for it.</param>
/// <param name="Alias">What we call the telephone it came from; null when that was withheld.</param>
public sealed record ContactCard(
    Guid Id, string Number, string Channel, DateTime StartedAt, DateTime? EnteredLateAt, string? Counselor, string? Language,
    string? Alias, Guid? PersonId, Guid? CaseId, long Version);

/// <param name="PersonNumber">What people call the person; her name is on her own page.</param>
/// <param name="MayReadNote">The reader may see the text of its note.</param>
/// <param name="MayShareNote">She may let a colleague see it too.</param>
/// <param name="MayChange">It is the reader's own, or her team's.</param>
/// <param name="Alerts">Those on the telephone and on the person that hold now.</param>
public sealed record ContactDetails(
    ContactCard Contact, string? PersonNumber, string? CaseNumber, bool MayReadNote, bool MayShareNote, bool MayChange, IReadOnlyList<AlertCard> Alerts);

/// <summary>Somebody came to us.</summary>
/// <param name="StartedAt">UTC; null for now. Not in the future.</param>
/// <param name="Language">kk, ru or en.</param>
public sealed record WalkIn(DateTime? StartedAt, string? Language);

/// <param name="PersonId">Null when it was somebody else after all.</param>
public sealed record ContactPerson(Guid? PersonId, long? Version = null);
