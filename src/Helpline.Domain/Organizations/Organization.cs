namespace Helpline.Domain.Organizations;

/// <summary>Somebody who helps, in the directory; fields after Open Referral's HSDS 3.0. Nothing here is private.</summary>
public sealed class Organization : IVersioned
{
    public required Guid Id { get; init; }
    public required string Name { get; set; }

    /// <summary>What else people call it, in other languages or for short.</summary>
    public string? OtherNames { get; set; }
    public string? About { get; set; }
    public string? Website { get; set; }
    public string? Email { get; set; }

    /// <summary>The folded name and the id: lists are sorted and paged by it.</summary>
    public required string SortName { get; set; }

    /// <summary>It is shown to nobody who searches; what was given and referred keeps it.</summary>
    public bool Closed { get; set; }

    /// <summary>UTC, when somebody last made sure that the card is right.</summary>
    public DateTime? VerifiedAt { get; private set; }

    /// <summary>User name.</summary>
    public string? VerifiedBy { get; private set; }
    public long Version { get; private set; }

    public void Verify(string by, DateTime now) => (VerifiedAt, VerifiedBy) = (now, by);

    /// <summary>Whether somebody should look again.</summary>
    public bool IsStale(DateTime now, DirectoryRules rules) => VerifiedAt is not { } at || at.AddDays(rules.StaleAfterDays) < now;
}
