using System.ComponentModel.DataAnnotations;

namespace Helpline.Domain.Visits;

/// <summary>A part of the visit form that an organization may leave out. Who was seen, signs of danger and times are always asked.</summary>
public enum VisitSection { Health, Mood, Household, Children, Benefits, Services, Advice, Next }

/// <summary>What an organization decides about patronage visits; <c>config/visits.json</c>.</summary>
public sealed record VisitRules
{
    /// <summary>After so many missed visits a supervisor decides.</summary>
    [Range(1, 10)] public int Attempts { get; init; } = 2;

    /// <summary>So long after its end a visit that nobody reported is taken as missed.</summary>
    [Range(0, 72)] public int GraceHours { get; init; } = 6;

    /// <summary>So long before its planned time a visit may have taken place.</summary>
    [Range(0, 720)] public int EarlierHours { get; init; } = 72;

    /// <summary>So many days after it took place a visit that nobody had planned may still be entered.</summary>
    [Range(0, 92)] public int LateDays { get; init; } = 14;

    /// <summary>How long a visit is when its end is not given.</summary>
    [Range(10, 480)] public int Minutes { get; init; } = 60;

    /// <summary>How far ahead a visit may be planned.</summary>
    [Range(7, 730)] public int AheadDays { get; init; } = 366;

    /// <summary>How many visits a series may have.</summary>
    [Range(2, 400)] public int LongestSeries { get; init; } = 120;

    /// <summary>Which parts of the form are shown.</summary>
    public IReadOnlyList<VisitSection> Sections { get; init; } = Enum.GetValues<VisitSection>();
}
