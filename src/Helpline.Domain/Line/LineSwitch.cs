namespace Helpline.Domain.Line;

/// <summary>What a supervisor has told the line; the last three close it, each with words of its own.</summary>
public enum LineOrder
{
    /// <summary>As the opening hours say.</summary>
    ByHours,

    /// <summary>Open, whatever the hours say.</summary>
    Open,
    Closed,
    Technical,
    Overload,
}

/// <summary>A turn of the supervisor's switch; the newest holds, none is ever altered.</summary>
public sealed class LineSwitch
{
    public long Id { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>User name.</summary>
    public required string By { get; init; }
    public required LineOrder Order { get; init; }

    /// <summary>For colleagues; callers do not hear it.</summary>
    public string? Reason { get; init; }
}
