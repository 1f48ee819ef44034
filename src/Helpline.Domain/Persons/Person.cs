namespace Helpline.Domain.Persons;

/// <summary>By what right we keep a person's data.</summary>
public enum ConsentGround
{
    /// <summary>The person agreed.</summary>
    Consent,

    /// <summary>A parent or guardian agreed.</summary>
    Guardian,

    /// <summary>A law obliges us; the basis is written down.</summary>
    Law,

    /// <summary>Life is in danger and nobody could be asked.</summary>
    VitalInterest,
}

/// <summary>Somebody known to us by consent or on a legal ground. Codes are of the catalog; times are UTC.</summary>
public sealed class Person : IVersioned
{
    /// <summary>What the name of an erased person reads, and the title of her case.</summary>
    public const string Forgotten = "—";

    public required Guid Id { get; init; }

    /// <summary>What people call it: 20261125-0001.</summary>
    public required string Number { get; init; }
    public required string Name { get; set; }
    public int? BirthYear { get; set; }

    /// <summary>Code of <c>sexes</c>.</summary>
    public string? Sex { get; set; }

    /// <summary>kk, ru or en.</summary>
    public string? Language { get; set; }

    /// <summary>Code of <c>regions</c>, as <c>almaty_region</c> or <c>almaty_region.talgar</c>.</summary>
    public string? Region { get; set; }

    /// <summary>Where she lives, encrypted.</summary>
    public string? SealedAddress { get; set; }
    public Guid? HouseholdId { get; set; }
    public string? SealedPhone { get; set; }
    public string? PhoneHash { get; set; }
    public required ConsentGround Ground { get; set; }

    /// <summary>Which law, or how consent was given.</summary>
    public string? GroundBasis { get; set; }
    public required DateTime GroundAt { get; set; }
    public required string GroundBy { get; set; }
    public DateTime? WithdrawnAt { get; set; }
    public SafeContact SafeContact { get; set; } = SafeContact.Careful;

    /// <summary>User name of whoever made the row.</summary>
    public required string CreatedBy { get; init; }
    public required DateTime CreatedAt { get; init; }
    public string? Team { get; set; }
    public long Version { get; private set; }

    /// <summary>The person wants no more of us: nobody may call or write, and nothing of the row is changed again.</summary>
    /// <returns>False when it was withdrawn before.</returns>
    public bool Withdraw(DateTime now)
    {
        if (WithdrawnAt is not null) return false;
        (WithdrawnAt, SafeContact) = (now, SafeContact.Careful);
        return true;
    }

    /// <summary>Of whom she was nothing is left; that there was somebody stays for the counts, and nobody may contact her.</summary>
    public void Forget(DateTime now)
    {
        (Name, BirthYear, SealedAddress, SealedPhone, PhoneHash) = (Forgotten, null, null, null, null);
        (HouseholdId, GroundBasis, SafeContact, WithdrawnAt) = (null, null, SafeContact.Careful, WithdrawnAt ?? now);
    }
}
