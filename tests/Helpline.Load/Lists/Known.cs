using Helpline.Domain.Casework;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Load.Lists;

/// <summary>Ids of what somebody may open, read from the database that was filled.</summary>
/// <param name="Households">Where somebody is expected.</param>
/// <param name="Busy">The case with the longest timeline.</param>
internal sealed record Known(
    IReadOnlyList<Guid> Cases, IReadOnlyList<Guid> Contacts, IReadOnlyList<Guid> Persons, IReadOnlyList<Guid> FollowUps, IReadOnlyList<Guid> Referrals,
    IReadOnlyList<Guid> Visits, IReadOnlyList<Guid> Households, IReadOnlyList<Guid> Organizations, Guid Busy)
{
    private const int Some = 50;

    /// <param name="who">User name; null for everything there is.</param>
    public static async Task<Known> To(HelplineDb db, string? who)
    {
        var busy = await db.History.Where(h => h.Subject == Subject.Case).GroupBy(h => h.SubjectId).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstAsync();
        return new(
            await Of(Subject.Case, db.Cases.Select(c => c.Id)), await Of(Subject.Contact, db.Contacts.Select(c => c.Id)), await Of(Subject.Person, db.Persons.Select(p => p.Id)),
            await Of(Subject.FollowUp, db.FollowUps.Select(f => f.Id)), await Of(Subject.Referral, db.Referrals.Select(r => r.Id)), await Of(Subject.Visit, db.Visits.Select(v => v.Id)),
            await db.Visits.Where(v => v.IsOwed && v.HouseholdId != null).Select(v => v.HouseholdId!.Value).Take(Some).ToListAsync(), await db.Organizations.Select(o => o.Id).Take(Some).ToListAsync(), busy);

        async Task<IReadOnlyList<Guid>> Of(Subject subject, IQueryable<Guid> all) =>
            await (who is null ? all : db.Grants.Where(g => g.UserName == who && g.Subject == subject).Select(g => g.SubjectId)).Take(Some).ToListAsync();
    }
}

internal static class Choosing
{
    /// <summary>One after the other, again and again.</summary>
    public static Guid At(this IReadOnlyList<Guid> ids, int i) => ids[i % ids.Count];
}
