using Helpline.Contracts.Organizations;

namespace Helpline.Dashboard.Organizations;

/// <summary>A card of the directory while somebody writes it.</summary>
public sealed class OrganizationDraft
{
    public string Name { get; set; } = "";
    public string OtherNames { get; set; } = "";
    public string About { get; set; } = "";
    public string Website { get; set; } = "";
    public string Email { get; set; } = "";
    public bool Closed { get; set; }
    public List<ServiceDraft> Services { get; } = [];
    public List<LocationDraft> Locations { get; } = [];

    public static OrganizationDraft Of(OrganizationCard? card)
    {
        var draft = new OrganizationDraft();
        if (card is null)
        {
            draft.Services.Add(new());
            draft.Locations.Add(new());
            return draft;
        }
        (draft.Name, draft.OtherNames, draft.About, draft.Website, draft.Email, draft.Closed) =
            (card.Name, card.OtherNames ?? "", card.About ?? "", card.Website ?? "", card.Email ?? "", card.Closed);
        draft.Services.AddRange(card.Services.Select(ServiceDraft.Of));
        draft.Locations.AddRange(card.Locations.Select(LocationDraft.Of));
        return draft;
    }

    public OrganizationChange Change(long? version) => new(
        Name, OtherNames, About, Website, Email, [.. Services.Select(s => s.Change())], [.. Locations.Select(l => l.Change())], Closed, version);
}

public sealed class ServiceDraft
{
    public Guid? Id { get; init; }
    public string Name { get; set; } = "";
    public string Status { get; set; } = "Active";
    public HashSet<string> Kinds { get; init; } = [];
    public HashSet<string> Languages { get; init; } = [];
    public string Eligibility { get; set; } = "";
    public string Fees { get; set; } = "";
    public string Documents { get; set; } = "";
    public string Capacity { get; set; } = "Unknown";

    public static ServiceDraft Of(ServiceCard s) => new()
    {
        Id = s.Id,
        Name = s.Name,
        Status = s.Status,
        Kinds = [.. s.Kinds],
        Languages = [.. s.Languages],
        Eligibility = s.Eligibility ?? "",
        Fees = s.Fees ?? "",
        Documents = s.Documents ?? "",
        Capacity = s.Capacity,
    };

    public ServiceChange Change() => new(Id, Name, Status, [.. Kinds], [.. Languages], Eligibility, Fees, Documents, Capacity);
}

public sealed class LocationDraft
{
    public Guid? Id { get; init; }
    public string Address { get; set; } = "";
    public string Region { get; set; } = "";
    public string Area { get; set; } = "";

    /// <summary>Separated by commas.</summary>
    public string Phones { get; set; } = "";
    public string Accessibility { get; set; } = "";
    public string[] Hours { get; init; } = ["", "", "", "", "", "", ""];

    public static LocationDraft Of(LocationCard l) => new()
    {
        Id = l.Id,
        Address = l.Address ?? "",
        Region = l.Region ?? "",
        Area = l.Area ?? "",
        Phones = string.Join(", ", l.Phones),
        Accessibility = l.Accessibility ?? "",
        Hours = [.. l.Hours],
    };

    public LocationChange Change() =>
        new(Id, Address, Region, Area, Phones.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), Accessibility, Hours);
}
