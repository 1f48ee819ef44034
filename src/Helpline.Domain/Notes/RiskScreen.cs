namespace Helpline.Domain.Notes;

public enum ScreenAnswer { Yes, No, NotAsked }

/// <summary>Codes of the list <c>risk_levels</c>, which holds all five.</summary>
public enum RiskLevel { None, Low, Medium, High, Imminent }

public static class RiskLevels
{
    public static RiskLevel? Of(string? code) => Enum.TryParse<RiskLevel>(code, ignoreCase: true, out var level) ? level : null;

    public static string Code(this RiskLevel level) => level.ToString().ToLowerInvariant();

    /// <summary>Somebody is in danger now who was not before, or is in more.</summary>
    public static bool RisesToDanger(string? from, string? to) => Of(to) is >= RiskLevel.High and var level && (Of(from) is not { } before || before < level);
}

/// <summary>Six short questions about danger to life; null while a question was not touched. It proposes, and the counselor decides.</summary>
public sealed class RiskScreen
{
    /// <summary>Thoughts of ending one's life or of harming somebody.</summary>
    public ScreenAnswer? Thoughts { get; set; }

    /// <summary>It is thought out how.</summary>
    public ScreenAnswer? Plan { get; set; }

    /// <summary>What it takes is at hand.</summary>
    public ScreenAnswer? Means { get; set; }

    /// <summary>It is to be soon: today, or the hour is set.</summary>
    public ScreenAnswer? Time { get; set; }

    /// <summary>Nobody is near.</summary>
    public ScreenAnswer? Alone { get; set; }

    /// <summary>Somebody can come or stay with them.</summary>
    public ScreenAnswer? SomeoneWith { get; set; }

    /// <summary>The least level that the answers allow; null while they say too little.</summary>
    public RiskLevel? Propose() => this switch
    {
        { Time: ScreenAnswer.Yes } when Plan == ScreenAnswer.Yes || Means == ScreenAnswer.Yes => RiskLevel.Imminent,
        { Plan: ScreenAnswer.Yes, Means: ScreenAnswer.Yes } when IsLeftAlone => RiskLevel.Imminent,
        { Plan: ScreenAnswer.Yes } or { Time: ScreenAnswer.Yes } => RiskLevel.High,
        { Thoughts: ScreenAnswer.Yes, Means: ScreenAnswer.Yes } => RiskLevel.High,
        { Thoughts: ScreenAnswer.Yes } or { Means: ScreenAnswer.Yes } => RiskLevel.Medium,
        { Thoughts: ScreenAnswer.No } => IsLeftAlone ? RiskLevel.Low : RiskLevel.None,
        _ => null,
    };

    private bool IsLeftAlone => Alone == ScreenAnswer.Yes && SomeoneWith != ScreenAnswer.Yes;
}
