using Helpline.Domain.Casework;
using Helpline.Domain.Referrals;
using Helpline.Server.Casework;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Journals;

internal sealed class ReferralLine : IJournalRow
{
    public Guid Id { get; init; }
    public DateTime At { get; init; }
    public string Number { get; init; } = "";
    public string? Sender { get; init; }
    public string? Organization { get; init; }
    public string? ServiceKind { get; init; }
    public string? Urgency { get; init; }
    public ReferralState State { get; init; }
    public DateTime? ReceivedAt { get; init; }
    public DateTime? AnsweredAt { get; init; }
    public DateTime? VisitFrom { get; init; }
    public DateTime? CompletedAt { get; init; }
    public DateTime? EndedAt { get; init; }
    public string? NeedMet { get; init; }

    /// <summary>When the receiver reported the result, or it ended otherwise.</summary>
    public DateTime? Finished { get; init; }
    public string? Outcome { get; init; }
    public string? Reason { get; init; }
    public bool IsAnswered { get; init; }
    public bool IsCompleted { get; init; }

    /// <summary>By the end of the period, whatever came later: answered or begun after the deadline, or not at all although it had passed.</summary>
    public bool IsOverdue { get; init; }
    public string? Case { get; init; }

    /// <summary>Days from the sending.</summary>
    public double? AnswerDays => (AnsweredAt - At)?.TotalDays;

    /// <inheritdoc cref="AnswerDays"/>
    public double? ReceiveDays => (ReceivedAt - At)?.TotalDays;

    /// <summary>Days from the sending to the visit that was agreed on.</summary>
    public double? VisitDays => (VisitFrom - At)?.TotalDays;

    /// <inheritdoc cref="AnswerDays"/>
    public double? CloseDays => (EndedAt - At)?.TotalDays;

    /// <inheritdoc cref="AnswerDays"/>
    public double? CompleteDays => (CompletedAt - At)?.TotalDays;
}

/// <summary>Every referral that was sent, by the time of sending.</summary>
internal sealed class ReferralJournal : Journal<ReferralLine>, IEndingJournal
{
    public override string Code => "referrals";

    protected override IReadOnlyList<Column<ReferralLine>> Columns { get; } =
    [
        new("number", (r, _) => r.Number), new("sent", (r, w) => w.Time(r.At)), new("sender", (r, w) => w.Person(r.Sender)), new("organization", (r, _) => r.Organization),
        new("serviceKind", (r, w) => w.Code("service_kinds", r.ServiceKind)), new("urgency", (r, w) => w.Code("referral_urgencies", r.Urgency)), new("state", (r, w) => w.Value("referrals", r.State.ToString())),
        new("received", (r, w) => w.Time(r.ReceivedAt)), new("answered", (r, w) => w.Time(r.AnsweredAt)), new("visit", (r, w) => w.Time(r.VisitFrom)), new("completed", (r, w) => w.Time(r.CompletedAt)), new("closed", (r, w) => w.Time(r.EndedAt)),
        Days("receiveDays", r => r.ReceiveDays), Days("answerDays", r => r.AnswerDays), Days("visitDays", r => r.VisitDays), Days("completeDays", r => r.CompleteDays), Days("closeDays", r => r.CloseDays),
        new("needMet", (r, w) => w.Code("referral_need_met", r.NeedMet)), new("outcome", (r, w) => w.Code("referral_outcomes", r.Outcome)), new("reason", (r, w) => Reason(r, w)), new("overdue", (r, w) => w.Yes(r.IsOverdue)), new("case", (r, _) => r.Case),
    ];

    protected override IReadOnlyList<Filter<ReferralLine>> Filters { get; } =
    [
        By.Enum<ReferralLine, ReferralState>("state", r => r.State, "referrals"), By.Code<ReferralLine>("urgency", r => r.Urgency, "referral_urgencies"),
        By.Code<ReferralLine>("serviceKind", r => r.ServiceKind, "service_kinds"), By.Yes<ReferralLine>("answered", r => r.IsAnswered),
        By.Yes<ReferralLine>("completed", r => r.IsCompleted), By.Yes<ReferralLine>("overdue", r => r.IsOverdue),
        By.Code<ReferralLine>("needMet", r => r.NeedMet, "referral_need_met"),
    ];

    private static Column<ReferralLine> Days(string code, Func<ReferralLine, double?> of) => new(code, (r, _) => JournalWords.Number(of(r)), IsNumber: true);

    /// <summary>Days from sending to the answer, and to the report of the result, of those that have come to it.</summary>
    public async Task<(List<double> Answer, List<double> Complete)> Days(JournalScope scope, CancellationToken stop)
    {
        var times = await Narrowed(scope).Select(r => new { r.At, r.AnsweredAt, r.CompletedAt }).ToListAsync(stop);
        return ([.. times.Select(t => (t.AnsweredAt - t.At)?.TotalDays).OfType<double>()], [.. times.Select(t => (t.CompletedAt - t.At)?.TotalDays).OfType<double>()]);
    }

    public async Task<ILookup<string, double>> Took(JournalScope scope, CancellationToken stop)
    {
        var ended = await Narrowed(scope).Where(r => r.Finished != null).Select(r => new { r.State, Begun = r.At, Ended = r.Finished }).ToListAsync(stop);
        return ended.ToLookup(r => r.State.ToString(), r => (r.Ended!.Value - r.Begun).TotalDays);
    }

    protected override IQueryable<ReferralLine> Rows(JournalScope scope)
    {
        var (db, begin, end, started) = (scope.Db, scope.From, scope.Period.End, nameof(ReferralEvent.Started));
        var until = end < scope.Now ? end : scope.Now;
        return db.Referrals.AsNoTracking().LedBy(scope.Who).Where(r => r.SentAt >= begin && r.SentAt < end).Select(r => new ReferralLine
        {
            Id = r.Id,
            At = r.SentAt!.Value,
            Number = r.Number,
            Sender = r.Sender,
            Organization = r.OrganizationName,
            ServiceKind = r.ServiceKind,
            Urgency = r.Urgency,
            State = r.State,
            ReceivedAt = r.ReceivedAt,
            AnsweredAt = r.AnsweredAt,
            VisitFrom = r.VisitFrom,
            CompletedAt = r.CompletedAt,
            Finished = r.CompletedAt ?? r.EndedAt,
            Outcome = r.Outcome,
            Reason = r.ReasonCode,
            IsAnswered = r.AnsweredAt != null,
            IsCompleted = r.CompletedAt != null,
            EndedAt = r.EndedAt,
            NeedMet = r.NeedMet,
            IsOverdue = r.AnswerBy != null && r.AnswerBy < until && (r.AnsweredAt == null || r.AnsweredAt > r.AnswerBy) && (r.EndedAt == null || r.EndedAt > r.AnswerBy)
                || r.VisitBy != null && r.VisitBy < until && (r.EndedAt == null || r.EndedAt > r.VisitBy)
                    && !db.History.Any(h => h.Subject == Subject.Referral && h.SubjectId == r.Id && h.What == started && h.At <= r.VisitBy),
            Case = db.Cases.Where(c => c.Id == r.CaseId).Select(c => c.Number).FirstOrDefault(),
        });
    }

    private static string? Reason(ReferralLine row, JournalWords words) => row.State switch
    {
        ReferralState.Rejected => words.Code("referral_reject_reasons", row.Reason),
        ReferralState.OnHold => words.Code("referral_hold_reasons", row.Reason),
        ReferralState.NotCompleted => words.Code("referral_not_completed_reasons", row.Reason),
        ReferralState.Cancelled => words.Code("referral_cancel_reasons", row.Reason),
        ReferralState.EnteredInError => words.Code("referral_error_reasons", row.Reason),
        _ => null,
    };
}
