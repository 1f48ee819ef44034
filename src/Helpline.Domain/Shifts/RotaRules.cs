using Helpline.Domain.Line;

namespace Helpline.Domain.Shifts;

/// <summary>Whom calls ring for.</summary>
public enum RoutingBy
{
    /// <summary>Whoever is signed in and available.</summary>
    SignedIn,

    /// <summary>Of those, only counselors who are on shift; supervisors as before.</summary>
    Rota,
}

/// <summary>How many must be on shift in some hours of the week.</summary>
/// <param name="Language">Who speak it; null for anybody.</param>
/// <param name="Hours">Local times; they count only while the line is open.</param>
public sealed record CoverRule(string? Language, int Least, OpeningHours Hours);

/// <summary>A public holiday.</summary>
/// <param name="Year">Null for every year.</param>
public sealed record Holiday(int? Year, int Month, int Day, string Kk, string Ru, string En)
{
    public bool IsOn(DateOnly day) => day.Month == Month && day.Day == Day && (Year is null || Year == day.Year);
}

public sealed record Holidays(IReadOnlyList<Holiday> All)
{
    /// <returns>Null on an ordinary day.</returns>
    public Holiday? On(DateOnly day) => All.FirstOrDefault(h => h.IsOn(day));
}

/// <summary>What staffing is reckoned with where nobody says anything else.</summary>
/// <param name="Weeks">How many past weeks the forecast is the mean of.</param>
/// <param name="PatienceSeconds">How long a caller waits on average before giving up.</param>
/// <param name="HandleSeconds">Talk, hold and wrap-up of one call, while there is no history.</param>
/// <param name="Shrinkage">The share of time on shift that goes into breaks, training and illness; 0 or more, below 1.</param>
public sealed record StaffingRules(int Weeks, int PatienceSeconds, int HandleSeconds, double Shrinkage);

/// <summary>What an organization decides about shifts; <c>config/rota.json</c>.</summary>
public sealed record RotaRules(RoutingBy Routing, IReadOnlyList<CoverRule> Cover, Holidays Holidays, StaffingRules Staffing)
{
    /// <summary>So long before and after her shift calls ring for a counselor too, so that a late colleague leaves no hole.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromMinutes(15);
    public TimeSpan Shortest { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Of one shift, and of shifts with less than <see cref="Rest"/> between them, from the first beginning to the last end.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(12);
    public TimeSpan Rest { get; init; } = TimeSpan.FromHours(11);

    /// <summary>So far ahead weekly shifts are rows.</summary>
    public int PlanWeeks { get; init; } = 8;

    /// <summary>How far ahead a shift may be planned.</summary>
    public int AheadDays { get; init; } = 366;

    /// <summary>So long before a shift its counselor is reminded.</summary>
    public TimeSpan Remind { get; init; } = TimeSpan.FromHours(24);
}
