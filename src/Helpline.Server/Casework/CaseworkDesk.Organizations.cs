using Helpline.Contracts.Organizations;
using Helpline.Contracts.Search;
using Helpline.Domain.Audit;
using Helpline.Domain.Casework;
using Helpline.Domain.Contacts;
using Helpline.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Casework;

/// <summary>The directory, and what of it was told to whom.</summary>
internal sealed partial class CaseworkDesk
{
    /// <summary>A new card, written as the form says; the form was found right.</summary>
    public async Task<Organization> AddOrganization(OrganizationChange form)
    {
        var organization = new Organization { Id = Guid.CreateVersion7(), Name = form.Name, SortName = "" };
        db.Organizations.Add(organization);
        await WriteOrganization(organization, form, [], []);
        return organization;
    }

    /// <summary>Writes a card as the form says; the form was found right.</summary>
    public async Task WriteOrganization(Organization organization, OrganizationChange form, IReadOnlyCollection<Service> services, IReadOnlyCollection<Location> locations)
    {
        (organization.Name, organization.OtherNames, organization.About) = (form.Name.Trim(), Said(form.OtherNames), Said(form.About));
        (organization.Website, organization.Email, organization.Closed) = (Said(form.Website), Said(form.Email), form.Closed);
        organization.SortName = SortName(organization);
        var written = form.Services.Select(s => Write(organization, s, services.FirstOrDefault(known => known.Id == s.Id))).ToList();
        written.AddRange(services.Except(written).ToList());
        var places = form.Locations.Select((l, i) => Write(organization, l, i, locations.FirstOrDefault(known => known.Id == l.Id))).ToList();
        db.Locations.RemoveRange(locations.Except(places));
        await WriteHours(organization, form.Locations, places);
        await Mark(organization, written, places);
        // The card is one thing with one version, whichever of its rows has changed.
        if (db.Entry(organization).State == EntityState.Unchanged) db.Entry(organization).State = EntityState.Modified;
        Audit(AuditAction.Changed, Subject.Organization, organization.Id);
    }

    public void Verify(Organization organization)
    {
        organization.Verify(who.UserName!, now);
        Audit(AuditAction.Changed, Subject.Organization, organization.Id, "verified");
    }

    /// <summary>Notes that somebody was told of it; the same twice in a contact is once.</summary>
    public async Task Give(Contact contact, Guid organization, Guid? service)
    {
        if (await db.ContactResources.AnyAsync(g => g.ContactId == contact.Id && g.OrganizationId == organization && g.ServiceId == service)) return;
        db.ContactResources.Add(new ContactResource { Id = Guid.CreateVersion7(), ContactId = contact.Id, OrganizationId = organization, ServiceId = service, At = now, By = who.UserName! });
        Record(Subject.Contact, contact.Id, contact.CaseId, "InformationGiven", to: organization.ToString("N"));
    }

    /// <summary>It was noted by mistake.</summary>
    public void TakeBack(Contact contact, ContactResource given)
    {
        db.ContactResources.Remove(given);
        Record(Subject.Contact, contact.Id, contact.CaseId, "InformationTakenBack", from: given.OrganizationId.ToString("N"));
    }

    private Service Write(Organization organization, ServiceChange form, Service? service)
    {
        if (service is null) db.Services.Add(service = new Service { Id = Guid.CreateVersion7(), OrganizationId = organization.Id, Name = form.Name });
        (service.Name, service.Status) = (form.Name.Trim(), Enum.Parse<ServiceStatus>(form.Status));
        (service.Kinds, service.Languages) = ([.. (form.Kinds ?? []).Distinct()], [.. (form.Languages ?? []).Distinct()]);
        (service.Eligibility, service.Fees, service.Documents) = (Said(form.Eligibility), Said(form.Fees), Said(form.Documents));
        service.Tell(Enum.Parse<Capacity>(form.Capacity), now);
        return service;
    }

    private Location Write(Organization organization, LocationChange form, int order, Location? location)
    {
        if (location is null) db.Locations.Add(location = new Location { Id = Guid.CreateVersion7(), OrganizationId = organization.Id });
        (location.Address, location.Region, location.Area) = (Said(form.Address), Said(form.Region), Said(form.Area));
        (location.Phones, location.Accessibility, location.Order) = ([.. form.Phones ?? []], Said(form.Accessibility), order);
        return location;
    }

    private async Task WriteHours(Organization organization, IReadOnlyList<LocationChange> forms, IReadOnlyList<Location> places)
    {
        var wanted = forms.Zip(places).SelectMany(pair => (pair.First.Hours ?? []).SelectMany((text, day) => WeekHours.Read(day, text) ?? [])
            .Select(span => new OpenTime { LocationId = pair.Second.Id, OrganizationId = organization.Id, From = span.From, Until = span.Until }))
            .DistinctBy(t => (t.LocationId, t.From)).ToList();
        foreach (var old in await db.OpenTimes.Where(t => t.OrganizationId == organization.Id).ToListAsync())
            if (wanted.RemoveAll(t => (t.LocationId, t.From, t.Until) == (old.LocationId, old.From, old.Until)) == 0) db.OpenTimes.Remove(old);
        // A span with another end has the key of the old one, which must be gone first.
        await Save();
        db.OpenTimes.AddRange(wanted);
    }

    private async Task Mark(Organization organization, IReadOnlyCollection<Service> services, IReadOnlyCollection<Location> locations)
    {
        var marks = OrganizationMark.Of(services, locations).ToHashSet();
        foreach (var old in await db.OrganizationMarks.Where(m => m.OrganizationId == organization.Id).ToListAsync())
            if (!marks.Remove(old.Mark)) db.OrganizationMarks.Remove(old);
        db.OrganizationMarks.AddRange(marks.Select(mark => new OrganizationMark { Mark = mark, OrganizationId = organization.Id }));
        var phones = locations.SelectMany(l => l.Phones).Select(p => string.Concat(p.Where(char.IsAsciiDigit)));
        await Index(Subject.Organization, organization.Id, [organization.Name, organization.OtherNames, .. services.Select(s => s.Name), .. locations.Select(l => l.Area), .. phones]);
    }

    private static string SortName(Organization organization) => $"{Folding.Fold(organization.Name)}|{organization.Id:N}";

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
