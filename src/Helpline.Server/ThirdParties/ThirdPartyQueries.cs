using Helpline.Domain.ThirdParties;

namespace Helpline.Server.ThirdParties;

internal static class ThirdPartyQueries
{
    public static IQueryable<ThirdParty> Open(this IQueryable<ThirdParty> thirds) => thirds.Where(t =>
        t.State == ThirdPartyState.Calling || t.State == ThirdPartyState.Talking);

    public static IQueryable<ThirdParty> Overdue(this IQueryable<ThirdParty> thirds, DateTime now) => thirds.Where(t =>
        t.State == ThirdPartyState.Calling && t.Deadline <= now);
}
