using Helpline.Contracts.Cases;
using Helpline.Contracts.Contacts;

namespace Helpline.Contracts.Persons;

/// <summary>How a person may be reached without harm.</summary>
/// <param name="From">Local time from which it is safe to call; null, as <paramref name="To"/>, for any time outside quiet hours.</param>
/// <param name="MaySms">She asked for text messages.</param>
public sealed record SafeContactCard(
    bool MayCall = false, TimeOnly? From = null, TimeOnly? To = null, string? WhoMayAnswer = null, string? WhatToSay = null,
    bool MayLeaveMessage = false, bool MaySms = false)
{
    public const int WordsLength = 200;
}

/// <summary>What is written down of a person. Codes are of the catalog.</summary>
/// <param name="Language">kk, ru or en.</param>
/// <param name="Region">List <c>regions</c>.</param>
/// <param name="Address">Encrypted in storage.</param>
/// <param name="Phone">Encrypted in storage and never sent back: null leaves it as it is, an empty text forgets it.</param>
public sealed record PersonForm(
    string Name, int? BirthYear, string? Sex, string? Language, string? Region, string? Address, string? Phone, SafeContactCard SafeContact)
{
    public const int NameLength = 120;
    public const int AddressLength = 500;
    public const int BasisLength = 200;
}

/// <param name="Ground">Consent, Guardian, Law or VitalInterest; nobody's data are kept without one.</param>
/// <param name="GroundBasis">Which law, or how consent was given; needed for Law.</param>
/// <param name="ContactId">The contact in which she came to us.</param>
/// <param name="CaseId">The case that she is the person of.</param>
public sealed record NewPerson(PersonForm Person, string? Ground, string? GroundBasis = null, Guid? ContactId = null, Guid? CaseId = null);

/// <param name="Version">The version that was seen; null overwrites without asking.</param>
public sealed record PersonChange(PersonForm Person, long? Version);

/// <summary>A person; times are UTC.</summary>
/// <param name="Number">What people call the row.</param>
/// <param name="PhoneEnding">The last two digits; empty without a number, null when it cannot be read.</param>
/// <param name="WithdrawnAt">Nobody may contact her since then.</param>
public sealed record PersonCard(
    Guid Id, string Number, string Name, int? BirthYear, string? Sex, string? Language, string? Region, string? Address, string? PhoneEnding,
    string Ground, string? GroundBasis, DateTime GroundAt, string GroundBy, DateTime? WithdrawnAt, SafeContactCard SafeContact,
    Guid? HouseholdId, string CreatedBy, DateTime CreatedAt, long Version);

/// <param name="Household">Those whom she lives with and the reader may see.</param>
public sealed record PersonDetails(
    PersonCard Person, bool MayChange, string? HouseholdNumber, IReadOnlyList<PersonName> Household, IReadOnlyList<AlertCard> Alerts,
    IReadOnlyList<CaseCard> Cases, IReadOnlyList<ContactCard> Contacts);

public sealed record PersonName(Guid Id, string Number, string Name, int? BirthYear);

/// <param name="Reason">List <c>access_reasons</c>.</param>
public sealed record Access(string Reason);

public sealed record PersonNumber(string Number);

/// <param name="PersonId">A person whom she lives with; null for nobody.</param>
public sealed record LivesWith(Guid? PersonId);

/// <summary>What is typed of a new person.</summary>
public sealed record Likeness(string? Name, int? BirthYear, string? Phone);

/// <param name="Until">UTC.</param>
public sealed record NewAlert(string Text, DateTime Until)
{
    public const int TextLength = 500;
}

/// <param name="Text">Null when it cannot be read: its key is lost.</param>
/// <param name="OnPerson">About the person; otherwise about the telephone.</param>
/// <param name="MayTakeDown">The reader may, before its time.</param>
public sealed record AlertCard(Guid Id, string? Text, bool OnPerson, string By, DateTime At, DateTime Until, bool MayTakeDown);
