namespace Helpline.Domain.Line;

/// <summary>When the line is open and how much it takes; <c>config/line.json</c>.</summary>
/// <param name="Zone">The hours, holidays and quiet hours are local times of this zone.</param>
/// <param name="Holidays">Closed all day.</param>
/// <param name="Quiet">Nobody is called back then.</param>
/// <param name="LongestWait">After it the caller is offered a callback or a message, and may go on waiting.</param>
/// <param name="QueueLimit">How many may wait.</param>
/// <param name="EmergencyNumber">Digits.</param>
/// <param name="BackupNumber">E.164: takes calls while no counselor is signed in, and those that have waited to the last step of routing; null for none.</param>
/// <param name="DangerDigit">The key for immediate danger, in the menu and while waiting.</param>
/// <param name="Country">Whose dialing habits a typed number follows; two letters.</param>
/// <param name="RecordTalks">Talks are recorded, each only with the caller's consent by digit.</param>
public sealed record LineRules(
    TimeZoneInfo Zone, OpeningHours Hours, IReadOnlySet<DateOnly> Holidays, OpeningHours Quiet, TimeSpan LongestWait, int QueueLimit,
    string EmergencyNumber, string? BackupNumber, string DangerDigit, string Country, bool RecordTalks = false)
{
    /// <summary>How long a caller who was cut off is asked about it.</summary>
    public static readonly TimeSpan CutOffRemembered = TimeSpan.FromMinutes(10);

    /// <summary>The least patience with an empty line before those who wait are told.</summary>
    public static readonly TimeSpan EmptyFor = TimeSpan.FromSeconds(60);

    public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Zone);

    /// <summary>The day it is in the zone of the line.</summary>
    public DateOnly Today(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>Why the line is closed at this moment; null when it is open.</summary>
    /// <param name="order">What the supervisor's switch says; null when it was never turned.</param>
    public Diversion? Closed(LineOrder? order, DateTime utc) => order switch
    {
        LineOrder.Open => null,
        LineOrder.Closed => Diversion.Closed,
        LineOrder.Technical => Diversion.Technical,
        LineOrder.Overload => Diversion.QueueFull,
        _ when Holidays.Contains(Today(utc)) => Diversion.Holiday,
        _ => Hours.Holds(Local(utc)) ? null : Diversion.Closed,
    };
}

/// <summary>Spans of local time, each on a day of the week; one that ends after 24:00 goes on into the next day.</summary>
public sealed record OpeningHours(IReadOnlyList<OpenSpan> Spans)
{
    public bool Holds(DateTime local) => Spans.Any(s => s.Holds(local));
}

/// <param name="From">From midnight of <paramref name="Day"/>.</param>
/// <param name="Until">From the same midnight; up to 48 hours.</param>
public sealed record OpenSpan(DayOfWeek Day, TimeSpan From, TimeSpan Until)
{
    public bool Holds(DateTime local) =>
        local.DayOfWeek == Day && From <= local.TimeOfDay && local.TimeOfDay < Until
        || local.AddDays(-1).DayOfWeek == Day && local.TimeOfDay + TimeSpan.FromDays(1) < Until;
}
