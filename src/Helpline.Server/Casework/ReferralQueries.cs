using System.Globalization;
using Helpline.Domain.Casework;
using Helpline.Domain.Referrals;
using Helpline.Server.Data;

namespace Helpline.Server.Casework;

/// <summary>Who may see which referrals, and the lists of them; filtered in the query, never after it.</summary>
internal static class ReferralQueries
{
    /// <summary>A partner's account: what was sent to its organization. Everybody else as of contacts.</summary>
    public static IQueryable<Referral> VisibleTo(this IQueryable<Referral> referrals, HelplineDb db, Reader who, DateTime now) => who switch
    {
        { Organization: { } organization } => referrals.Where(r => r.OrganizationId == organization && r.SentAt != null),
        _ => referrals.Seen(db, who, Subject.Referral, now),
    };

    /// <summary>Sent to this reader, to herself or to her organization.</summary>
    public static IQueryable<Referral> SentTo(this IQueryable<Referral> referrals, Reader who) => who.Organization is { } organization
        ? referrals.Where(r => r.OrganizationId == organization)
        : referrals.Where(r => r.Receiver == who.UserName);

    public static IQueryable<Referral> ToAnswer(this IQueryable<Referral> referrals) =>
        referrals.Where(r => r.State == ReferralState.Sent || r.State == ReferralState.Received);

    public static IQueryable<Referral> InHand(this IQueryable<Referral> referrals) => referrals.Where(r =>
        r.State == ReferralState.Accepted || r.State == ReferralState.Scheduled || r.State == ReferralState.InProgress || r.State == ReferralState.OnHold);

    /// <summary>Whatever is late at this moment, longest first: an answer, a visit, a hold's review or the sender's look at a report.</summary>
    public static IQueryable<Referral> OverdueReferrals(this HelplineDb db, DateTime now) => db.Referrals.Where(r => r.DueAt < now).OrderBy(r => r.DueAt);

    /// <summary>Newest first, after the row that <paramref name="place"/> names.</summary>
    public static IQueryable<Referral> After(this IQueryable<Referral> referrals, ReferralPlace? place) => place is { CreatedAt: var at, Id: var id }
        ? referrals.Where(r => r.CreatedAt <= at && (r.CreatedAt < at || r.Id.CompareTo(id) < 0))
        : referrals;
}

/// <summary>Where a page of a list ends.</summary>
internal sealed record ReferralPlace(DateTime CreatedAt, Guid Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{CreatedAt.Ticks}.{Id:N}");

    /// <returns>Null when it is none.</returns>
    public static ReferralPlace? Parse(string text) =>
        text.Split('.') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at <= DateTime.MaxValue.Ticks && Guid.TryParseExact(id, "N", out var guid)
            ? new(new DateTime(at, DateTimeKind.Utc), guid)
            : null;
}
