using Helpline.Domain.Cases;
using Helpline.Domain.Casework;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Journals;

internal sealed class CaseLine : IJournalRow
{
    public Guid Id { get; init; }
    public DateTime At { get; init; }
    public string Number { get; init; } = "";
    public string? Title { get; init; }
    public string? Owner { get; init; }
    public string? Risk { get; init; }
    public CaseState State { get; init; }
    public DateTime? ClosedAt { get; init; }

    /// <summary>Of the last closing up to the end of the period, also when the case was opened again since.</summary>
    public string? CloseReason { get; init; }
    public DateTime TouchedAt { get; init; }
}

/// <summary>
/// Cases, by the time of opening. Which ones a period has is told by the filter <c>clock</c>: opened in it, opened again, closed,
/// or on record at one of its ends. A case is in one of atStart, opened and reopened at most, and
/// atStart + opened + reopened − closed = atEnd.
/// </summary>
internal sealed class CaseJournal : Journal<CaseLine>
{
    public const string Clock = "clock";

    public override string Code => "cases";

    protected override IReadOnlyList<Column<CaseLine>> Columns { get; } =
    [
        new("number", (r, _) => r.Number), new("opened", (r, w) => w.Time(r.At)), new("title", (r, _) => r.Title), new("owner", (r, w) => w.Person(r.Owner)),
        new("risk", (r, w) => w.Code("risk_levels", r.Risk)), new("state", (r, w) => w.Value("cases", r.State.ToString())), new("closed", (r, w) => w.Time(r.ClosedAt)),
        new("closeReason", (r, w) => w.Code("case_close_reasons", r.CloseReason)), new("touched", (r, w) => w.Time(r.TouchedAt)),
    ];

    protected override IReadOnlyList<Filter<CaseLine>> Filters { get; } =
    [
        // It decides which rows there are, below.
        new RuleFilter<CaseLine>(Clock, (rows, _, _) => rows, null, w => w.Values("caseClocks")),
        By.Enum<CaseLine, CaseState>("state", r => r.State, "cases", alongTime: true), By.Person<CaseLine>("owner", r => r.Owner, alongTime: true),
        By.Code<CaseLine>("risk", r => r.Risk, "risk_levels"), By.Code<CaseLine>("closeReason", r => r.CloseReason, "case_close_reasons"),
    ];

    protected override IQueryable<CaseLine> Rows(JournalScope scope)
    {
        var (db, end, closed) = (scope.Db, scope.Period.End, nameof(CaseEvent.Closed));
        var cases = Of(db.Cases.AsNoTracking().LedBy(scope.Who).Where(c => c.OpenedAt < end), scope.Filters.GetValueOrDefault(Clock, "opened"), scope);
        return cases.Select(c => new CaseLine
        {
            Id = c.Id,
            At = c.OpenedAt,
            Number = c.Number,
            Title = c.Title,
            Owner = c.Owner,
            Risk = c.Risk,
            State = c.State,
            ClosedAt = c.ClosedAt,
            CloseReason = db.History.Where(h => h.Subject == Subject.Case && h.SubjectId == c.Id && h.What == closed && h.At < end).OrderByDescending(h => h.At).Select(h => h.Reason).FirstOrDefault(),
            TouchedAt = c.TouchedAt,
        });
    }

    private static IQueryable<Case> Of(IQueryable<Case> cases, string clock, JournalScope scope)
    {
        var (db, begin, end) = (scope.Db, scope.Period.Begin, scope.Period.End);
        var (closings, reopenings) = (Moves(db, nameof(CaseEvent.Closed)), Moves(db, nameof(CaseEvent.Reopened)));
        return clock switch
        {
            "atStart" => OnRecord(cases.Where(c => c.OpenedAt < begin), db, begin),
            "atEnd" => OnRecord(cases, db, end),
            "reopened" => cases.Where(c => c.OpenedAt < begin
                && reopenings.Any(h => h.SubjectId == c.Id && h.At >= begin && h.At < end)
                && closings.Count(h => h.SubjectId == c.Id && h.At < begin) > reopenings.Count(h => h.SubjectId == c.Id && h.At < begin)),
            "closed" => cases.Where(c => closings.Any(h => h.SubjectId == c.Id && h.At >= begin && h.At < end)
                && closings.Count(h => h.SubjectId == c.Id && h.At < end) > reopenings.Count(h => h.SubjectId == c.Id && h.At < end)),
            _ => cases.Where(c => c.OpenedAt >= begin),
        };
    }

    // Closing and opening again take turns, so a case is on record while it was opened again as often as it was closed.
    private static IQueryable<Case> OnRecord(IQueryable<Case> cases, HelplineDb db, DateTime at)
    {
        var (closings, reopenings) = (Moves(db, nameof(CaseEvent.Closed)), Moves(db, nameof(CaseEvent.Reopened)));
        return cases.Where(c => closings.Count(h => h.SubjectId == c.Id && h.At < at) == reopenings.Count(h => h.SubjectId == c.Id && h.At < at));
    }

    private static IQueryable<HistoryEntry> Moves(HelplineDb db, string what) => db.History.Where(h => h.Subject == Subject.Case && h.What == what);
}
