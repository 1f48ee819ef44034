namespace Helpline.Contracts.Visits;

/// <summary>What the worker writes of a visit. Times are UTC; codes are of the catalog.</summary>
/// <param name="Household">The household, food and housing.</param>
/// <param name="Benefits">Benefits and documents.</param>
/// <param name="Services">Codes of <c>service_kinds</c>.</param>
/// <param name="DangerSigns">Codes of <c>danger_signs</c>; a finished form answers each.</param>
/// <param name="Result">Code of <c>visit_results</c>.</param>
/// <param name="Arrived">When the visit truly began.</param>
/// <param name="NextFrom">When the next visit is; it is planned with this one's end.</param>
public sealed record VisitFields(
    string Seen, string Health, string Mood, string Household, string Children, string Benefits, IReadOnlyList<string> Services, string Advice,
    IReadOnlyDictionary<string, bool> DangerSigns, string? Result, DateTime? Arrived, DateTime? Left, int? Minutes, DateTime? NextFrom)
{
    /// <summary>Of each text.</summary>
    public const int TextLength = 2000;
    public static readonly VisitFields Empty = new("", "", "", "", "", "", [], "", new Dictionary<string, bool>(), null, null, null, null, null);
}

/// <param name="Version">0 while nothing is stored.</param>
/// <param name="DoneAt">UTC; null for a draft.</param>
public sealed record VisitFormCard(VisitFields Form, DateTime? SavedAt, DateTime? DoneAt, long Version);

/// <param name="Version">What the reader saw; null not to be asked.</param>
public sealed record VisitFormChange(VisitFields Form, long? Version = null);
