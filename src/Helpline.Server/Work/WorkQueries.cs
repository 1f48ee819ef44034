using Helpline.Contracts.FollowUps;
using Helpline.Contracts.Work;
using Helpline.Domain.Callbacks;
using Helpline.Domain.Casework;
using Helpline.Domain.Contacts;
using Helpline.Domain.FollowUps;
using Helpline.Domain.Referrals;
using Helpline.Domain.Shifts;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Helpline.Server.FollowUps;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Work;

/// <summary>My work in three questions: how much, the follow-ups, and the rest. A kind of work is a count in the first and a part of the third.</summary>
internal static class WorkQueries
{
    private const int Most = 200;

    /// <summary>A visit is work from a day before it.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    public static async Task<IReadOnlyList<WorkCount>> WorkCounts(this HelplineDb db, Reader who, DateTime now, CancellationToken stop)
    {
        var (me, sees, all, team, soon) = (who.UserName, who.IsSupervisor, who.Team == null, who.Team, now + Ahead);
        // Asked in the same statement only as they stand here; called within it they would be asked by themselves.
        var (answers, refused) = (db.Referrals.SentTo(who).ToAnswer(), db.Referrals.Refused(me));
        var counted = await db.Users.Where(a => a.UserName == me).Select(a => new
        {
            Escalations = db.Escalations.Count(e => e.ClosedAt == null && e.Step != LadderStep.Owner && (e.To == me || sees && e.To == null && (all || e.Team == team))),
            Overdue = db.FollowUps.Count(f => f.Owner == me && f.State == FollowUpState.Due && db.Escalations.Any(e => e.Subject == Subject.FollowUp && e.SubjectId == f.Id && e.DueAt == f.DueAt)),
            Due = db.FollowUps.Count(f => f.Owner == me && f.State == FollowUpState.Due && !db.Escalations.Any(e => e.Subject == Subject.FollowUp && e.SubjectId == f.Id && e.DueAt == f.DueAt)),
            Drafts = db.Notes.Count(n => n.Author == me && n.FinishedAt == null),
            Callbacks = db.Callbacks.Count(c => c.Owner == me && (c.State == CallbackState.Open || c.State == CallbackState.Assigned)),
            Voicemails = db.Voicemails.Count(v => v.Owner == me && v.ClosedAt == null),
            Visits = db.Visits.Count(v => v.Worker == me && v.IsOwed && v.PlannedFrom < soon),
            Shifts = db.Shifts.Count(s => s.Counselor == me && s.State == ShiftState.Taken && s.From > now && s.From < soon),
            Swaps = sees ? db.Swaps.Count(s => s.State == SwapState.Taken) : 0,
            Unsent = db.Referrals.Count(r => r.Sender == me && r.State == ReferralState.Draft && r.DueAt != null),
            Answers = answers.Count(),
            Refused = refused.Count(),
            Reports = db.Referrals.Count(r => r.Sender == me && r.State == ReferralState.Completed),
            StuckJobs = sees ? db.StuckJobs.Count(s => s.GivenUpAt != null) : 0,
        }).SingleAsync(stop);
        return
        [
            new(WorkKind.Escalations, counted.Escalations), new(WorkKind.Overdue, counted.Overdue), new(WorkKind.Due, counted.Due), new(WorkKind.Drafts, counted.Drafts),
            new(WorkKind.Callbacks, counted.Callbacks), new(WorkKind.Voicemails, counted.Voicemails), new(WorkKind.Visits, counted.Visits),
            new(WorkKind.Shifts, counted.Shifts), new(WorkKind.Swaps, counted.Swaps),
            new(WorkKind.Unsent, counted.Unsent), new(WorkKind.Answers, counted.Answers), new(WorkKind.Refused, counted.Refused), new(WorkKind.Reports, counted.Reports), new(WorkKind.StuckJobs, counted.StuckJobs),
        ];
    }

    /// <summary>Due now, the oldest first.</summary>
    public static async Task<IReadOnlyList<FollowUpCard>> WorkFollowUps(this HelplineDb db, Reader who, FollowUpCards cards, DateTime now, CancellationToken stop)
    {
        var rows = await db.FollowUps.AsNoTracking().Where(f => f.Owner == who.UserName && f.State == FollowUpState.Due).OrderBy(f => f.DueAt).ThenBy(f => f.Id).Take(Most).Rows(db).ToListAsync(stop);
        return [.. rows.OrderBy(r => r.FollowUp.DueAt).ThenBy(r => r.FollowUp.Id).Select(r => cards.Of(r, now))];
    }

    public static async Task<IReadOnlyList<WorkRow>> WorkRows(this HelplineDb db, Reader who, DateTime now, CancellationToken stop)
    {
        var rows = db.Drafts(who).Concat(db.Escalated(who)).Concat(db.VisitsOf(who, now)).Concat(db.ShiftsOf(who, now)).Concat(db.Referred(who));
        if (who.IsSupervisor) rows = rows.Concat(db.Stuck()).Concat(db.ToDecide());
        return [.. (await rows.OrderBy(r => r.At).Take(Most).ToListAsync(stop)).Select(r => new WorkRow(r.Kind, r.Id, r.Number, r.At, r.What, r.About))];
    }

    private static IQueryable<Row> Drafts(this HelplineDb db, Reader who) =>
        db.Notes.Where(n => n.Author == who.UserName && n.FinishedAt == null)
            .Join(db.Contacts, n => n.CallId, c => c.Id, (n, c) => new Row { Kind = WorkKind.Drafts, Id = c.Id, Number = c.Number, At = n.CreatedAt, What = c.Channel == Channel.WalkIn ? "WalkIn" : null, About = null });

    private static IQueryable<Row> VisitsOf(this HelplineDb db, Reader who, DateTime now)
    {
        var soon = now + Ahead;
        return db.Visits.Where(v => v.Worker == who.UserName && v.IsOwed && v.PlannedFrom < soon)
            .Select(v => new Row { Kind = WorkKind.Visits, Id = v.Id, Number = v.Number, At = v.PlannedFrom, What = null, About = null });
    }

    private static IQueryable<Row> ShiftsOf(this HelplineDb db, Reader who, DateTime now)
    {
        var soon = now + Ahead;
        return db.Shifts.Where(s => s.Counselor == who.UserName && s.State == ShiftState.Taken && s.From > now && s.From < soon)
            .Select(s => new Row { Kind = WorkKind.Shifts, Id = s.Id, Number = "", At = s.From, What = null, About = null });
    }

    private static IQueryable<Row> ToDecide(this HelplineDb db) => db.Swaps.Where(s => s.State == SwapState.Taken)
        .Join(db.Shifts, s => s.ShiftId, f => f.Id, (s, f) => new Row { Kind = WorkKind.Swaps, Id = s.Id, Number = s.AskedBy, At = f.From, What = s.TakenBy, About = null });

    /// <summary>Came back without a result; the sender has neither sent another nor closed the loop.</summary>
    private static IQueryable<Referral> Refused(this IQueryable<Referral> referrals, string? sender) => referrals.Where(r =>
        r.Sender == sender && (r.State == ReferralState.Rejected || r.State == ReferralState.NotCompleted) && r.ReplacedBy == null && r.Reached == null);

    /// <summary>To be sent or answered, and what came back to its sender.</summary>
    private static IQueryable<Row> Referred(this HelplineDb db, Reader who)
    {
        var me = who.UserName;
        return db.Referrals.SentTo(who).ToAnswer()
            .Select(r => new Row { Kind = WorkKind.Answers, Id = r.Id, Number = r.Number, At = r.DueAt ?? r.CreatedAt, What = r.Urgency, About = null })
            .Concat(db.Referrals.Where(r => r.Sender == me && r.State == ReferralState.Draft && r.DueAt != null)
                .Select(r => new Row { Kind = WorkKind.Unsent, Id = r.Id, Number = r.Number, At = r.DueAt ?? r.CreatedAt, What = r.Urgency, About = null }))
            .Concat(db.Referrals.Refused(me)
                .Select(r => new Row { Kind = WorkKind.Refused, Id = r.Id, Number = r.Number, At = r.EndedAt ?? r.CreatedAt, What = r.OrganizationName, About = null }))
            .Concat(db.Referrals.Where(r => r.Sender == me && r.State == ReferralState.Completed)
                .Select(r => new Row { Kind = WorkKind.Reports, Id = r.Id, Number = r.Number, At = r.DueAt ?? r.CreatedAt, What = r.OrganizationName, About = null }));
    }

    private static IQueryable<Row> Escalated(this HelplineDb db, Reader who)
    {
        var (me, sees, all, team) = (who.UserName, who.IsSupervisor, who.Team == null, who.Team);
        return db.Escalations.Where(e => e.ClosedAt == null && e.Step != LadderStep.Owner && (e.To == me || sees && e.To == null && (all || e.Team == team)))
            .Select(e => new Row
            {
                Kind = WorkKind.Escalations,
                Id = e.Id,
                Number = e.Number,
                At = e.RaisedAt,
                What = e.Cause == EscalationCause.AtRisk ? "AtRisk" : e.Cause == EscalationCause.NotReached ? "NotReached" : e.Cause == EscalationCause.NotPlanned ? "NotPlanned"
                    : e.Cause == EscalationCause.DangerSigns ? "DangerSigns" : e.Cause == EscalationCause.VisitMissed ? "VisitMissed" : "Overdue",
                About = e.SubjectId,
            });
    }

    private static IQueryable<Row> Stuck(this HelplineDb db) =>
        db.StuckJobs.Where(s => s.GivenUpAt != null).Select(s => new Row { Kind = WorkKind.StuckJobs, Id = s.SubjectId, Number = s.Kind.ToString(), At = s.FirstAt, What = s.Error, About = null });

    private sealed class Row
    {
        public required string Kind { get; init; }
        public required Guid Id { get; init; }
        public required string Number { get; init; }
        public required DateTime At { get; init; }
        public required string? What { get; init; }
        public required Guid? About { get; init; }
    }
}
