namespace Helpline.Domain.Persons;

/// <summary>People who live together; <see cref="Person.HouseholdId"/> says who.</summary>
public sealed class Household
{
    public required Guid Id { get; init; }

    /// <summary>What people call it: 20261125-0001.</summary>
    public required string Number { get; init; }

    /// <summary>User name of whoever made the row.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }
}
