namespace Helpline.Domain.Organizations;

public enum ServiceStatus { Active, TemporarilyClosed, Inactive }

/// <summary>Whether it takes somebody now.</summary>
public enum Capacity { Unknown, Free, WaitingList, Full }

/// <summary>What an organization does for people. It is never deleted, for referrals name it: it becomes inactive.</summary>
public sealed class Service
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required string Name { get; set; }
    public ServiceStatus Status { get; set; }

    /// <summary>Codes of <c>service_kinds</c>.</summary>
    public List<string> Kinds { get; set; } = [];

    /// <summary>In which it is given: kk, ru, en.</summary>
    public List<string> Languages { get; set; } = [];

    /// <summary>For whom it is.</summary>
    public string? Eligibility { get; set; }
    public string? Fees { get; set; }

    /// <summary>What to bring.</summary>
    public string? Documents { get; set; }
    public Capacity Capacity { get; private set; }

    /// <summary>UTC, when the capacity was told.</summary>
    public DateTime? CapacityAt { get; private set; }

    /// <summary>The time moves only with what is told.</summary>
    public void Tell(Capacity capacity, DateTime now)
    {
        if (capacity == Capacity) return;
        (Capacity, CapacityAt) = (capacity, now);
    }
}
