using Helpline.Domain.Visits;

namespace Helpline.Domain.Shifts;

/// <summary>A shift of every week, in local times of the line; its shifts are rows some weeks ahead, and each can be changed by itself.</summary>
public sealed class WeeklyShift : IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>On which it begins.</summary>
    public required DayOfWeek Day { get; init; }
    public required TimeOnly Begins { get; init; }

    /// <summary>On the next day when it is not later than <see cref="Begins"/>.</summary>
    public required TimeOnly Ends { get; init; }

    /// <summary>User name; null for an open one.</summary>
    public string? Counselor { get; init; }
    public string? Language { get; init; }

    /// <summary>Worked on public holidays too.</summary>
    public bool OnHolidays { get; init; } = true;

    /// <summary>The first local day that may have one.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>User name.</summary>
    public required string MadeBy { get; init; }

    /// <summary>UTC, since when no shifts come of it any more.</summary>
    public DateTime? EndedAt { get; private set; }
    public long Version { get; private set; }

    /// <returns>False when it has ended already.</returns>
    public bool End(DateTime now)
    {
        if (EndedAt is not null) return false;
        EndedAt = now;
        return true;
    }

    /// <summary>The local days on which it begins, in order, both ends included.</summary>
    public IEnumerable<DateOnly> Days(DateOnly from, DateOnly to, Holidays holidays)
    {
        for (var day = from < FirstDay ? FirstDay : from; day <= to; day = day.AddDays(1))
            if (day.DayOfWeek == Day && (OnHolidays || holidays.On(day) is null)) yield return day;
    }

    /// <summary>Beginning and end in UTC: the wall clock decides, so a night in which clocks are turned is an hour longer or shorter.</summary>
    public (DateTime From, DateTime To) On(DateOnly day, TimeZoneInfo zone) =>
        (zone.Utc(day, Begins), zone.Utc(Ends > Begins ? day : day.AddDays(1), Ends));
}
