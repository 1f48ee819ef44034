namespace Helpline.Domain.Contacts;

/// <summary>How somebody came to us, or we to them.</summary>
public enum Channel { Call, Voicemail, Callback, Outbound, WalkIn }

/// <summary>
/// One time that we were in contact with somebody, who may stay anonymous for ever. A contact by telephone has the id of its
/// call. Codes are of the catalog; times are UTC.
/// </summary>
public sealed class Contact : IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>What people call it: 20261125-0001.</summary>
    public required string Number { get; init; }
    public required Channel Channel { get; init; }

    /// <summary>When it took place, also when it was entered later.</summary>
    public required DateTime StartedAt { get; set; }

    /// <summary>When it was entered, if that was later than it took place.</summary>
    public DateTime? EnteredLateAt { get; init; }

    /// <summary>User name of whoever answers for it; null while nobody does.</summary>
    public string? Counselor { get; set; }

    /// <summary>Her team when she took it; null for an organization without teams.</summary>
    public string? Team { get; set; }

    /// <summary>kk, ru or en.</summary>
    public string? Language { get; set; }

    /// <summary>Keyed hash of the caller's number; null when it was withheld.</summary>
    public string? CallerHash { get; init; }

    /// <summary>The caller's name among us, from the hash: the same telephone, the same alias.</summary>
    public string? Alias { get; init; }
    public Guid? PersonId { get; set; }
    public Guid? CaseId { get; set; }
    public long Version { get; private set; }
}
