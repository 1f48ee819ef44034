namespace Helpline.Domain.Organizations;

/// <summary>Somebody was told of an organization in a contact.</summary>
public sealed class ContactResource
{
    public required Guid Id { get; init; }
    public required Guid ContactId { get; init; }
    public required Guid OrganizationId { get; init; }

    /// <summary>Of that organization; null when no single one was meant.</summary>
    public Guid? ServiceId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>User name.</summary>
    public required string By { get; init; }
}
