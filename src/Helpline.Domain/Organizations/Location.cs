namespace Helpline.Domain.Organizations;

/// <summary>Where an organization is found, or from where it answers.</summary>
public sealed class Location
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }

    /// <summary>Null for one that answers by telephone only.</summary>
    public string? Address { get; set; }

    /// <summary>Code of <c>regions</c>; null for the whole country.</summary>
    public string? Region { get; set; }

    /// <summary>The part of a town or district that it is there for.</summary>
    public string? Area { get; set; }

    /// <summary>As people dial them.</summary>
    public List<string> Phones { get; set; } = [];

    /// <summary>Ramp, lift, sign language.</summary>
    public string? Accessibility { get; set; }
    public int Order { get; set; }
}

/// <summary>A span of the week in which a place is open, in minutes of local time from Monday 00:00.</summary>
public sealed class OpenTime
{
    public const int Day = 24 * 60;
    public const int Week = 7 * Day;

    public required Guid LocationId { get; init; }
    public required Guid OrganizationId { get; init; }
    public required int From { get; init; }

    /// <summary>Up to a day after the end of the week, for one that begins on Sunday and goes over midnight.</summary>
    public required int Until { get; init; }

    /// <param name="minute">Of the week.</param>
    public bool Holds(int minute) => From <= minute && minute < Until || minute + Week < Until;

    /// <summary>The minute of the week.</summary>
    public static int Of(DateTime local) => ((int)local.DayOfWeek + 6) % 7 * Day + (int)local.TimeOfDay.TotalMinutes;
}
