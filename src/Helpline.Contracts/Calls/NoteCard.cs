namespace Helpline.Contracts.Calls;

/// <summary>The note on a contact. Codes are of <see cref="Routes.Catalog"/>.</summary>
/// <param name="CallId">The contact; a call's has the call's id.</param>
/// <param name="Kind">List <c>call_kinds</c>.</param>
/// <param name="Topics">At most <see cref="MostTopics"/>, each as <c>list.code</c> of <see cref="TopicLists"/>.</param>
/// <param name="Risk">List <c>risk_levels</c>.</param>
/// <param name="Summary">Free text, at most <see cref="SummaryLength"/> characters; encrypted in storage.</param>
/// <param name="Outcome">List <c>call_outcomes</c>.</param>
/// <param name="SavedAt">UTC of the last change.</param>
/// <param name="Version">Sent back with the next change.</param>
/// <param name="ProposedRisk">The level that the answers of the screen propose; null while they say too little.</param>
/// <param name="RiskReason">Why the level is lower than proposed.</param>
/// <param name="SafetySteps">List <c>safety_steps</c>: what was done for somebody in danger.</param>
/// <param name="SafetyReason">Why nothing was done.</param>
/// <param name="Missing">Fields without which it cannot be finished.</param>
/// <param name="FinishedAt">UTC; null for a draft.</param>
public sealed record NoteCard(
    Guid CallId, string? Kind, IReadOnlyList<string>? Topics, string? Risk, string Summary, string? Outcome, DateTime SavedAt, long Version,
    RiskAnswers? Screen = null, string? ProposedRisk = null, string? RiskReason = null, IReadOnlyList<string>? SafetySteps = null,
    string? SafetyReason = null, NoteParticulars? About = null, IReadOnlyList<string>? Missing = null, string? Author = null, DateTime? FinishedAt = null)
{
    public const int SummaryLength = 8000;
    public const int ReasonLength = 500;
    public const int MostTopics = 3;

    /// <summary>Lists of the founding document from which topics are chosen.</summary>
    public static readonly string[] TopicLists = ["service_kinds", "target_groups", "social_protection_definition", "service_forms"];
}

/// <summary>The answers of the risk screen: Yes, No or NotAsked each.</summary>
public sealed record RiskAnswers(
    string? Thoughts = null, string? Plan = null, string? Means = null, string? Time = null, string? Alone = null, string? SomeoneWith = null);

/// <summary>About whom it was; the person in need may be another than the caller.</summary>
/// <param name="CallerKind">List <c>caller_kinds</c>.</param>
/// <param name="CallerAge">List <c>age_bands</c>.</param>
/// <param name="CallerSex">List <c>sexes</c>.</param>
/// <param name="Region">List <c>regions</c>: a region, or a region and its district as <c>almaty_region.talgar</c>.</param>
/// <param name="Language">kk, ru or en.</param>
public sealed record NoteParticulars(
    string? CallerKind = null, string? CallerAge = null, string? CallerSex = null, string? NeedAge = null, string? NeedSex = null,
    string? Region = null, string? Language = null);

/// <summary>A change of some fields: null leaves a field as it is, an empty string or list clears it.</summary>
/// <param name="Version">The version the author saw; null overwrites without asking, as HTTP does without If-Match.</param>
public sealed record NoteChange(
    long? Version, string? Kind, IReadOnlyList<string>? Topics, string? Risk, string? Summary, string? Outcome,
    RiskAnswers? Screen = null, string? RiskReason = null, IReadOnlyList<string>? SafetySteps = null, string? SafetyReason = null,
    NoteParticulars? About = null);

/// <summary>The extension <c>current</c> of the 409 problem: what is stored, to be shown beside what was typed.</summary>
public sealed record NoteConflict(NoteCard Current);

/// <param name="Kind">Sets the kind of call in the same step, so one key ends a silent or prank call.</param>
public sealed record FinishCall(string? Kind);
