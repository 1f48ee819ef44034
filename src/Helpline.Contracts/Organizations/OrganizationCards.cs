namespace Helpline.Contracts.Organizations;

/// <summary>An organization of the directory with all that is known of it.</summary>
/// <param name="OtherNames">What else people call it.</param>
/// <param name="Closed">It is found by nobody who searches.</param>
/// <param name="OpenNow">One of its places is open at this moment.</param>
/// <param name="VerifiedAt">UTC; null when nobody has made sure of it yet.</param>
/// <param name="VerifiedBy">User name.</param>
/// <param name="Stale">Somebody should make sure of it again.</param>
public sealed record OrganizationCard(
    Guid Id, string Name, string? OtherNames, string? About, string? Website, string? Email, IReadOnlyList<ServiceCard> Services,
    IReadOnlyList<LocationCard> Locations, bool Closed, bool OpenNow, DateTime? VerifiedAt, string? VerifiedBy, bool Stale, long Version);

/// <param name="Status">Active, TemporarilyClosed or Inactive.</param>
/// <param name="Kinds">Codes of <c>service_kinds</c>.</param>
/// <param name="Languages">kk, ru, en.</param>
/// <param name="Documents">What to bring.</param>
/// <param name="Capacity">Unknown, Free, WaitingList or Full.</param>
/// <param name="CapacityAt">UTC, when that was told.</param>
public sealed record ServiceCard(
    Guid Id, string Name, string Status, IReadOnlyList<string> Kinds, IReadOnlyList<string> Languages, string? Eligibility, string? Fees, string? Documents,
    string Capacity, DateTime? CapacityAt);

/// <param name="Region">Code of <c>regions</c>; null for the whole country.</param>
/// <param name="Hours">For each day from Monday, as <c>09:00-13:00, 14:00-18:00</c>; empty for closed.</param>
public sealed record LocationCard(
    Guid Id, string? Address, string? Region, string? Area, IReadOnlyList<string> Phones, string? Accessibility, IReadOnlyList<string> Hours, bool OpenNow);

/// <summary>Found organizations, by name.</summary>
/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record FoundOrganizations(IReadOnlyList<OrganizationCard> Organizations, string? Next);

/// <summary>An organization as it shall be.</summary>
/// <param name="Services">All of them; one that is left out stays as it is.</param>
/// <param name="Locations">All of them; one that is left out is gone.</param>
/// <param name="Version">The version that was edited; null for a new one.</param>
public sealed record OrganizationChange(
    string Name, string? OtherNames, string? About, string? Website, string? Email, IReadOnlyList<ServiceChange> Services,
    IReadOnlyList<LocationChange> Locations, bool Closed = false, long? Version = null);

/// <param name="Id">Null for a new one.</param>
public sealed record ServiceChange(
    Guid? Id, string Name, string Status, IReadOnlyList<string> Kinds, IReadOnlyList<string> Languages, string? Eligibility, string? Fees, string? Documents,
    string Capacity);

/// <param name="Id">Null for a new one.</param>
public sealed record LocationChange(
    Guid? Id, string? Address, string? Region, string? Area, IReadOnlyList<string> Phones, string? Accessibility, IReadOnlyList<string> Hours);

/// <summary>Somebody was told of it in a contact.</summary>
/// <param name="At">UTC.</param>
/// <param name="By">User name.</param>
public sealed record GivenInformation(Guid Id, Guid OrganizationId, string Organization, Guid? ServiceId, string? Service, DateTime At, string By);

/// <param name="ServiceId">Of that organization; null when no single one is meant.</param>
public sealed record GiveInformation(Guid OrganizationId, Guid? ServiceId = null);

/// <summary>How many of an import were new.</summary>
public sealed record DirectoryImported(int Added, int Known);
