using Helpline.Contracts.Organizations;
using Helpline.Domain.Line;
using Helpline.Domain.Organizations;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Organizations;

/// <summary>Organizations as the directory shows them: three questions for a page, however many are on it.</summary>
internal sealed class OrganizationCards(DirectoryRules rules, LineRules line, TimeProvider clock)
{
    /// <summary>The minute of the week, now, where the line is.</summary>
    public int Minute => OpenTime.Of(line.Local(clock.GetUtcNow().UtcDateTime));

    public async Task<IReadOnlyList<OrganizationCard>> Of(HelplineDb db, IReadOnlyCollection<Organization> organizations, CancellationToken stop = default)
    {
        var ids = organizations.Select(o => o.Id).ToList();
        var services = (await db.Services.AsNoTracking().Where(s => ids.Contains(s.OrganizationId)).ToListAsync(stop)).ToLookup(s => s.OrganizationId);
        var locations = (await db.Locations.AsNoTracking().Where(l => ids.Contains(l.OrganizationId)).ToListAsync(stop)).ToLookup(l => l.OrganizationId);
        var times = (await db.OpenTimes.AsNoTracking().Where(t => ids.Contains(t.OrganizationId)).ToListAsync(stop)).ToLookup(t => t.LocationId);
        return [.. organizations.Select(o => Of(o, services[o.Id], locations[o.Id], times))];
    }

    public async Task<OrganizationCard> Of(HelplineDb db, Organization organization, CancellationToken stop = default) => (await Of(db, [organization], stop))[0];

    private OrganizationCard Of(Organization o, IEnumerable<Service> services, IEnumerable<Location> locations, ILookup<Guid, OpenTime> times)
    {
        var places = locations.OrderBy(l => l.Order).Select(l => Of(l, [.. times[l.Id]])).ToList();
        var now = clock.GetUtcNow().UtcDateTime;
        return new(
            o.Id, o.Name, o.OtherNames, o.About, o.Website, o.Email, [.. services.OrderBy(s => s.Status).ThenBy(s => s.Id).Select(Of)], places,
            o.Closed, places.Exists(p => p.OpenNow), o.VerifiedAt, o.VerifiedBy, o.IsStale(now, rules), o.Version);
    }

    private static ServiceCard Of(Service s) =>
        new(s.Id, s.Name, s.Status.ToString(), s.Kinds, s.Languages, s.Eligibility, s.Fees, s.Documents, s.Capacity.ToString(), s.CapacityAt);

    private LocationCard Of(Location l, IReadOnlyCollection<OpenTime> times) =>
        new(l.Id, l.Address, l.Region, l.Area, l.Phones, l.Accessibility, WeekHours.Write(times), times.Any(t => t.Holds(Minute)));
}
