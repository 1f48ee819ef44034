using Helpline.Domain.Casework;
using Helpline.Domain.FollowUps;
using Helpline.Domain.Persons;
using Helpline.Server.Casework;
using Helpline.Server.Data;

namespace Helpline.Server.FollowUps;

/// <summary>A follow-up and what its card needs of others.</summary>
/// <param name="SealedNumber">The number that the contact came from.</param>
internal sealed record FollowUpRow(FollowUp FollowUp, Person? Person, string? SealedNumber, string? Alias, string? CaseNumber, LadderStep? Step);

internal static class FollowUpQueries
{
    /// <inheritdoc cref="CaseworkQueries.VisibleTo(IQueryable{Domain.Contacts.Contact}, HelplineDb, Reader, DateTime)"/>
    public static IQueryable<FollowUp> VisibleTo(this IQueryable<FollowUp> followUps, HelplineDb db, Reader who, DateTime now) => followUps.Seen(db, who, Subject.FollowUp, now);

    /// <summary>Those whose alarm should have rung by now, and was lost.</summary>
    public static IQueryable<FollowUp> Late(this IQueryable<FollowUp> followUps, DateTime now) =>
        followUps.Where(f => (f.State == FollowUpState.Scheduled || f.State == FollowUpState.Attempted) && f.DueAt <= now);

    public static IQueryable<FollowUpRow> Rows(this IQueryable<FollowUp> followUps, HelplineDb db) =>
        from f in followUps
        join p in db.Persons on f.PersonId equals (Guid?)p.Id into persons
        from person in persons.DefaultIfEmpty()
        join c in db.Contacts on f.ContactId equals (Guid?)c.Id into contacts
        from contact in contacts.DefaultIfEmpty()
        select new FollowUpRow(
            f, person, db.Calls.Where(call => call.Id == f.ContactId).Select(call => call.SealedNumber).FirstOrDefault(), contact == null ? null : contact.Alias,
            db.Cases.Where(inCase => inCase.Id == f.CaseId).Select(inCase => inCase.Number).FirstOrDefault(),
            db.Escalations.Where(e => e.Subject == Subject.FollowUp && e.SubjectId == f.Id && e.ClosedAt == null)
                .OrderByDescending(e => e.Step == LadderStep.Supervisor ? 2 : e.Step == LadderStep.Coordinator ? 1 : 0).Select(e => (LadderStep?)e.Step).FirstOrDefault());
}
