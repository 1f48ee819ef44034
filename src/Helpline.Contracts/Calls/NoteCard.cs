namespace Helpline.Contracts.Calls;

/// <summary>The counselor's note on a call. Codes are of <see cref="Routes.Catalog"/>.</summary>
/// <param name="CallId">The call.</param>
/// <param name="Kind">List <c>call_kinds</c>.</param>
/// <param name="Topic">List <c>service_kinds</c>.</param>
/// <param name="Risk">List <c>risk_levels</c>.</param>
/// <param name="Summary">Free text, at most <see cref="SummaryLength"/> characters; encrypted in storage.</param>
/// <param name="Outcome">List <c>call_outcomes</c>.</param>
/// <param name="SavedAt">UTC of the last change.</param>
/// <param name="Version">Sent back with the next change.</param>
public sealed record NoteCard(
    Guid CallId, string? Kind, string? Topic, string? Risk, string Summary, string? Outcome, DateTime SavedAt, long Version)
{
    public const int SummaryLength = 8000;
}

/// <summary>A change of some fields: null leaves a field as it is, an empty string clears it.</summary>
/// <param name="Version">The version the author saw; null overwrites without asking, as HTTP does without If-Match.</param>
public sealed record NoteChange(long? Version, string? Kind, string? Topic, string? Risk, string? Summary, string? Outcome);

/// <summary>The extension <c>current</c> of the 409 problem: what is stored, to be shown beside what was typed.</summary>
public sealed record NoteConflict(NoteCard Current);

/// <param name="Kind">Sets the kind of call in the same step, so one key ends a silent or prank call.</param>
public sealed record FinishCall(string? Kind);
