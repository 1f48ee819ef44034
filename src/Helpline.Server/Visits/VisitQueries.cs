using Helpline.Domain.Casework;
using Helpline.Domain.Visits;
using Helpline.Server.Accounts;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Visits;

internal static class VisitQueries
{
    /// <inheritdoc cref="CaseworkQueries.VisibleTo(IQueryable{Domain.Contacts.Contact}, HelplineDb, Reader, DateTime)"/>
    public static IQueryable<Visit> VisibleTo(this IQueryable<Visit> visits, HelplineDb db, Reader who, DateTime now) => visits.Seen(db, who, Subject.Visit, now);

    /// <summary>A worker's visits that begin in a span of time.</summary>
    public static IQueryable<Visit> OfWorker(this IQueryable<Visit> visits, string worker, DateTime from, DateTime to) =>
        visits.Where(v => v.Worker == worker && v.PlannedFrom >= from && v.PlannedFrom < to).OrderBy(v => v.PlannedFrom);

    /// <summary>What is owed in an area, or in a household: by priority, then by time.</summary>
    public static IQueryable<Visit> Owed(this IQueryable<Visit> visits, string? area, Guid? household)
    {
        // A parameter: SQLite takes a column that merely stands there for no equality, and then sorts without the index.
        var owed = true;
        return (household is { } home ? visits.Where(v => v.HouseholdId == home && v.IsOwed == owed) : visits.Where(v => v.Area == area && v.IsOwed == owed))
            .OrderBy(v => v.Priority).ThenBy(v => v.PlannedFrom).ThenBy(v => v.Id);
    }

    /// <summary>What supervisors are asked to look at, the longest first.</summary>
    public static IQueryable<Visit> ToLookAt(this IQueryable<Visit> visits) => visits.Where(v => v.AttentionSince != null).OrderBy(v => v.AttentionSince);

    /// <summary>Visits whose time was over at a moment and of which nobody reported.</summary>
    public static IQueryable<Visit> Unreported(this IQueryable<Visit> visits, DateTime before) =>
        visits.Where(v => (v.State == VisitState.Planned || v.State == VisitState.Confirmed) && v.PlannedTo < before);

    /// <summary>Missed ones that began before a moment, in whose place nothing is planned and of which no supervisor was asked.</summary>
    public static IQueryable<Visit> Unanswered(this IQueryable<Visit> visits, HelplineDb db, DateTime before)
    {
        var owed = true;
        // Owed and not ahead is missed: said so, it is sought in what each worker owes, and not in all that was ever missed.
        return visits.Where(v => db.Users.Select(a => a.UserName).Contains(v.Worker) && v.IsOwed == owed && v.PlannedFrom <= before
            && v.State != VisitState.Planned && v.State != VisitState.Confirmed && v.Attention == null);
    }

    /// <summary>Somebody who can be sent; null when she cannot.</summary>
    public static async Task<Account?> VisitWorker(this HelplineDb db, string? userName) =>
        await db.Users.AsNoTracking().FirstOrDefaultAsync(a => a.UserName == userName && !a.Disabled) is { } account && Goes(account) ? account : null;

    /// <summary>Of our own people; a partner sends its own.</summary>
    public static bool Goes(Account account) => account.OrganizationId is null && account.Roles.Exists(r => r is Roles.SocialWorker or Roles.Counselor);
}
