using Helpline.Domain.Visits;
using Helpline.Server.Casework;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Journals;

internal sealed class VisitLine : IJournalRow
{
    public Guid Id { get; init; }
    public DateTime At { get; init; }
    public string Number { get; init; } = "";
    public DateTime PlannedAt { get; init; }
    public DateTime? EndedAt { get; init; }
    public string? Area { get; init; }
    public VisitKind Kind { get; init; }
    public string? Worker { get; init; }
    public VisitState State { get; init; }
    public DateTime? HeldAt { get; init; }
    public int? Minutes { get; init; }
    public string? Result { get; init; }
    public int Attempt { get; init; }
    public string? MissedReason { get; init; }
    public string? Services { get; init; }
    public DateTime? Next { get; init; }
    public bool Late { get; init; }
    public VisitAttention? Attention { get; init; }
    public string? Case { get; init; }
    public string? Referral { get; init; }

    public IReadOnlyList<string> ServiceCodes => Services?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}

/// <summary>Every patronage visit, by its planned time.</summary>
internal sealed class VisitJournal : Journal<VisitLine>, IEndingJournal
{
    public override string Code => "visits";

    protected override IReadOnlyList<Column<VisitLine>> Columns { get; } =
    [
        new("number", (r, _) => r.Number), new("planned", (r, w) => w.Time(r.At)), new("area", (r, w) => w.Code("areas", r.Area)), new("kind", (r, w) => w.Value("visitKinds", r.Kind.ToString())),
        new("worker", (r, w) => w.Person(r.Worker)), new("state", (r, w) => w.Value("visits", r.State.ToString())), new("held", (r, w) => w.Time(r.HeldAt)),
        new("minutes", (r, _) => JournalWords.Number(r.Minutes), IsNumber: true), new("result", (r, w) => w.Code("visit_results", r.Result)),
        new("services", (r, w) => w.Codes("service_kinds", r.ServiceCodes)), new("next", (r, w) => w.Time(r.Next)),
        new("attempt", (r, _) => JournalWords.Number(r.Attempt), IsNumber: true), new("missedReason", (r, w) => w.Code("visit_missed_reasons", r.MissedReason)),
        new("late", (r, w) => w.Yes(r.Late)), new("danger", (r, w) => w.Yes(r.Attention == VisitAttention.DangerSigns)), new("case", (r, _) => r.Case), new("referral", (r, _) => r.Referral),
    ];

    protected override IReadOnlyList<Filter<VisitLine>> Filters { get; } =
    [
        By.Enum<VisitLine, VisitState>("state", r => r.State, "visits", alongTime: true), By.Enum<VisitLine, VisitKind>("kind", r => r.Kind, "visitKinds"),
        By.Person<VisitLine>("worker", r => r.Worker), By.Code<VisitLine>("area", r => r.Area, "areas", alongTime: true),
        By.Code<VisitLine>("missedReason", r => r.MissedReason, "visit_missed_reasons"),
        new RuleFilter<VisitLine>("service", WithService, CountServices, w => w.Codes("service_kinds"), takesNone: true),
    ];

    public async Task<ILookup<string, double>> Took(JournalScope scope, CancellationToken stop)
    {
        var ended = await Narrowed(scope).Where(r => r.EndedAt != null).Select(r => new { r.State, Begun = r.PlannedAt, Ended = r.EndedAt }).ToListAsync(stop);
        return ended.ToLookup(r => r.State.ToString(), r => (r.Ended!.Value - r.Begun).TotalDays);
    }

    private static IQueryable<VisitLine> WithService(IQueryable<VisitLine> rows, string service, JournalScope scope)
    {
        var word = $" {service} ";
        return service == None ? rows.Where(r => r.Services == null || r.Services == "") : rows.Where(r => r.Services!.Contains(word));
    }

    private static async Task<IReadOnlyDictionary<string, int>> CountServices(IQueryable<VisitLine> rows, CancellationToken stop)
    {
        var counts = new Dictionary<string, int>();
        await foreach (var row in rows.Select(r => new VisitLine { Services = r.Services }).AsAsyncEnumerable().WithCancellation(stop))
            foreach (var service in row.ServiceCodes.DefaultIfEmpty(None)) counts[service] = counts.GetValueOrDefault(service) + 1;
        return counts;
    }

    protected override IQueryable<VisitLine> Rows(JournalScope scope)
    {
        var (db, begin, end) = (scope.Db, scope.From, scope.Period.End);
        return db.Visits.AsNoTracking().LedBy(scope.Who).Where(v => v.PlannedFrom >= begin && v.PlannedFrom < end).Select(v => new VisitLine
        {
            Id = v.Id,
            At = v.PlannedFrom,
            Number = v.Number,
            PlannedAt = v.PlannedAt,
            EndedAt = v.EndedAt,
            Area = v.Area,
            Kind = v.Kind,
            Worker = v.Worker,
            State = v.State,
            HeldAt = v.HeldAt,
            Minutes = v.Minutes,
            Result = v.Result,
            Attempt = v.Attempt,
            MissedReason = v.MissedReason,
            Services = v.Services,
            Next = v.NextFrom,
            Late = v.EnteredLate,
            Attention = v.Attention,
            Case = db.Cases.Where(c => c.Id == v.CaseId).Select(c => c.Number).FirstOrDefault(),
            Referral = db.Referrals.Where(r => r.Id == v.ReferralId).Select(r => r.Number).FirstOrDefault(),
        });
    }
}
