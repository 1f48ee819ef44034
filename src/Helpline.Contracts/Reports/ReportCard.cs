namespace Helpline.Contracts.Reports;

/// <summary>A report in the words of one language.</summary>
/// <param name="Period">As 2026-11, 2026-Q4 or 2026.</param>
/// <param name="From">The first local day.</param>
/// <param name="To">The last local day.</param>
/// <param name="IsOver">The period lies behind us, so its report can be frozen.</param>
/// <param name="FrozenAt">UTC; null when the numbers are those of this moment.</param>
/// <param name="FrozenBy">Display name; null when the night of the set day did it.</param>
/// <param name="Corrections">How many numbers of what was in the period have become others since it was frozen.</param>
public sealed record ReportCard(
    string Period, DateOnly From, DateOnly To, string Title, bool IsOver, DateTime? FrozenAt, string? FrozenBy, int Corrections,
    IReadOnlyList<ReportSectionCard> Sections, IReadOnlyList<string> Signatures);

public sealed record ReportSectionCard(string Title, IReadOnlyList<ReportFigureCard> Figures);

/// <param name="Code">Of its definition.</param>
/// <param name="Numbers">One; or one for each value by which it is split, the largest parts of a list in the list's order.</param>
public sealed record ReportFigureCard(string Code, string Title, IReadOnlyList<ReportNumberCard> Numbers);

/// <param name="Label">Null for a figure that is not split.</param>
/// <param name="Number">As frozen, or as it is; null for no value.</param>
/// <param name="IsCorrected">What was in the period is known otherwise since it was frozen.</param>
/// <param name="Now">What it has become.</param>
/// <param name="Rows">Journal and query of the rows behind it, as <c>contacts?channel=Call</c>; the period is the report's.</param>
/// <param name="WentOn">It has become another because what was begun in the period went on after it was frozen.</param>
public sealed record ReportNumberCard(string? Label, double? Number, bool IsCorrected, double? Now, string Rows, bool WentOn = false);

/// <param name="Period">As 2026-11, 2026-Q4 or 2026.</param>
public sealed record FreezeReport(string Period);
