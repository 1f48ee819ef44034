namespace Helpline.Domain.Visits;

/// <summary>A worker's visits and shifts for the calendar of her telephone. Whoever holds the token reads them, so they hold no name and no address.</summary>
public sealed class CalendarFeed
{
    /// <summary>User name; one feed a worker.</summary>
    public required string UserName { get; init; }

    /// <summary>SHA-256 of the token, in hexadecimal; the token itself is shown once and kept nowhere.</summary>
    public required string TokenHash { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime MadeAt { get; set; }
}
