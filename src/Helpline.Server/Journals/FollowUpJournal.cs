using Helpline.Domain.FollowUps;
using Helpline.Server.Casework;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Journals;

internal sealed class FollowUpLine : IJournalRow
{
    public Guid Id { get; init; }
    public DateTime At { get; init; }
    public string Number { get; init; } = "";
    public DateTime PlannedAt { get; init; }
    public FollowUpKind Kind { get; init; }
    public string? Why { get; init; }
    public string? Risk { get; init; }
    public string? Language { get; init; }
    public string? Owner { get; init; }
    public int Attempts { get; init; }
    public FollowUpState State { get; init; }
    public DateTime? ClosedAt { get; init; }
    public string? EndReason { get; init; }
    public string? Case { get; init; }
    public string? Contact { get; init; }
}

/// <summary>Every follow-up, by the time it is due.</summary>
internal sealed class FollowUpJournal : Journal<FollowUpLine>, IEndingJournal
{
    public override string Code => "follow-ups";

    protected override IReadOnlyList<Column<FollowUpLine>> Columns { get; } =
    [
        new("number", (r, _) => r.Number), new("planned", (r, w) => w.Time(r.PlannedAt)), new("due", (r, w) => w.Time(r.At)), new("kind", (r, w) => w.Value("followUpKinds", r.Kind.ToString())),
        new("why", (r, w) => w.Code("follow_up_reasons", r.Why)), new("risk", (r, w) => w.Code("risk_levels", r.Risk)), new("language", (r, w) => w.Value("languages", r.Language)),
        new("owner", (r, w) => w.Person(r.Owner)), new("attempts", (r, _) => JournalWords.Number(r.Attempts), IsNumber: true), new("state", (r, w) => w.Value("follow-ups", r.State.ToString())),
        new("closed", (r, w) => w.Time(r.ClosedAt)), new("endReason", (r, w) => w.Code("follow_up_ends", r.EndReason)), new("case", (r, _) => r.Case), new("contact", (r, _) => r.Contact),
    ];

    protected override IReadOnlyList<Filter<FollowUpLine>> Filters { get; } =
    [
        By.Enum<FollowUpLine, FollowUpState>("state", r => r.State, "follow-ups"), By.Enum<FollowUpLine, FollowUpKind>("kind", r => r.Kind, "followUpKinds"),
        By.Code<FollowUpLine>("risk", r => r.Risk, "risk_levels"), By.Person<FollowUpLine>("owner", r => r.Owner, alongTime: true),
    ];

    public async Task<ILookup<string, double>> Took(JournalScope scope, CancellationToken stop)
    {
        var ended = await Narrowed(scope).Where(r => r.ClosedAt != null).Select(r => new { r.State, Begun = r.PlannedAt, Ended = r.ClosedAt }).ToListAsync(stop);
        return ended.ToLookup(r => r.State.ToString(), r => (r.Ended!.Value - r.Begun).TotalDays);
    }

    /// <summary>It stands on the page of its case or contact.</summary>
    protected override string? Page(FollowUpLine row) => null;

    protected override IQueryable<FollowUpLine> Rows(JournalScope scope)
    {
        var (db, begin, end) = (scope.Db, scope.From, scope.Period.End);
        return db.FollowUps.AsNoTracking().LedBy(scope.Who).Where(f => f.DueAt >= begin && f.DueAt < end).Select(f => new FollowUpLine
        {
            Id = f.Id,
            At = f.DueAt,
            Number = f.Number,
            PlannedAt = f.PlannedAt,
            Kind = f.Kind,
            Why = f.Why,
            Risk = f.Risk,
            Language = f.Language,
            Owner = f.Owner,
            Attempts = f.Attempts,
            State = f.State,
            ClosedAt = f.ClosedAt,
            EndReason = f.EndReason,
            Case = db.Cases.Where(c => c.Id == f.CaseId).Select(c => c.Number).FirstOrDefault(),
            Contact = db.Contacts.Where(c => c.Id == f.ContactId).Select(c => c.Number).FirstOrDefault(),
        });
    }
}
