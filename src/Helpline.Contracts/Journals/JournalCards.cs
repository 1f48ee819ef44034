namespace Helpline.Contracts.Journals;

/// <summary>A journal as <c>config/reports</c> describes it, in one language.</summary>
/// <param name="Code">Part of its address.</param>
public sealed record JournalCard(string Code, string Title, IReadOnlyList<JournalColumn> Columns, IReadOnlyList<JournalFilter> Filters);

/// <param name="IsNumber">Set to the right.</param>
public sealed record JournalColumn(string Code, string Title, bool IsNumber);

/// <param name="TakesNone">What it asks may be left unsaid: the value "-" finds those rows.</param>
public sealed record JournalFilter(string Code, string Title, IReadOnlyList<JournalChoice> Choices, bool TakesNone);

/// <param name="Code">The value in the query.</param>
public sealed record JournalChoice(string Code, string Label);

/// <param name="From">The first local day.</param>
/// <param name="To">The last local day.</param>
/// <param name="Next">Sent as <c>after</c> for the rows that follow; null at the end.</param>
public sealed record JournalPage(DateOnly From, DateOnly To, IReadOnlyList<JournalLine> Lines, string? Next);

/// <param name="Id">Of the call, contact, follow-up, referral, visit or case.</param>
/// <param name="Cells">One for each column, in words; null for an empty one.</param>
/// <param name="Page">Of what the row is about, as contacts/id; null when there is none that the reader may see.</param>
public sealed record JournalLine(Guid Id, IReadOnlyList<string?> Cells, string? Page);

public sealed record JournalCount(int Rows);

/// <param name="Filter">Code of a filter to its value.</param>
/// <param name="Format">Xlsx or Csv.</param>
/// <param name="Language">kk, ru or en.</param>
public sealed record NewExport(string Journal, DateOnly From, DateOnly To, IReadOnlyDictionary<string, string>? Filter, string Format, string Language);

/// <summary>A journal being written to a file. Times are UTC.</summary>
/// <param name="State">Queued, Running, Done, Failed, Cancelled or Expired.</param>
/// <param name="Total">Rows there were when it began; 0 before.</param>
/// <param name="ExpiresAt">Until when it can be fetched; null before it is done.</param>
public sealed record ExportCard(
    Guid Id, string Journal, DateOnly From, DateOnly To, string Filter, string Format, string State, int Rows, int Total, long Bytes, DateTime CreatedAt, DateTime? ExpiresAt);
