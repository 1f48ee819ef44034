namespace Helpline.Contracts.Metrics;

/// <summary>What occupancy and utilization are made of over some local days. Seconds by the clock.</summary>
/// <param name="Hour">Only this local hour of each day; null for whole days.</param>
/// <param name="Zone">IANA zone of the days and hours.</param>
/// <param name="Total">The sum of the days.</param>
/// <param name="Occupancy">Of the total.</param>
/// <param name="Utilization">Of the total.</param>
/// <param name="Days">Those on which anybody was signed in, the first one first.</param>
/// <param name="Stretches">Of a single day, by counselor and time, together its sums; none of several days. A supervisor of a team is given her team's.</param>
public sealed record CrewTime(
    DateOnly From, DateOnly To, int? Hour, string Zone, TimeSums Total, FigureCard Occupancy, FigureCard Utilization, IReadOnlyList<DayTime> Days, IReadOnlyList<TimeStretch> Stretches);

/// <param name="SignedIn">Breaks included.</param>
/// <param name="Ready">Could take a call, ringing included.</param>
/// <param name="Work">Talk, hold and wrap-up.</param>
public sealed record TimeSums(double SignedIn, double Ready, double Work);

public sealed record DayTime(DateOnly Day, TimeSums Sums);

/// <summary>A stretch of one counselor's time: as she said she was, or at work on a call. What she said goes on below her calls.</summary>
/// <param name="Counselor">User name.</param>
/// <param name="Name">Display name.</param>
/// <param name="Presence">Available, LastCall, Break, Technical, Debrief or Paused; null while at work on a call.</param>
/// <param name="Part">Talk, Hold or Wrap; null for what she said.</param>
/// <param name="LocalFrom">By the wall clock of the line.</param>
/// <param name="LocalUntil">By the wall clock of the line.</param>
public sealed record TimeStretch(string Counselor, string Name, string? Presence, string? Part, DateTime LocalFrom, DateTime LocalUntil, TimeSums Sums);
