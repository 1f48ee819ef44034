using Helpline.Contracts.Organizations;

namespace Helpline.Tests.Organizations;

/// <summary>Cards of the directory as somebody types them.</summary>
internal static class Cards
{
    public static OrganizationChange New(string name, string kind = "social_legal") => new(
        name, null, null, null, null, [new(null, "Advice", "Active", [kind], ["kk", "ru"], null, null, "Identity card", "Free")],
        [new(null, "Abai 1", "astana", null, ["+7 7172 00 00 00"], null, ["09:00-18:00", "09:00-18:00", "", "", "", "", "22:00-02:00"])]);

    /// <summary>The card as it is stored, for the next change.</summary>
    public static OrganizationChange Of(OrganizationCard card) => new(
        card.Name, card.OtherNames, card.About, card.Website, card.Email,
        [.. card.Services.Select(s => new ServiceChange(s.Id, s.Name, s.Status, s.Kinds, s.Languages, s.Eligibility, s.Fees, s.Documents, s.Capacity))],
        [.. card.Locations.Select(l => new LocationChange(l.Id, l.Address, l.Region, l.Area, l.Phones, l.Accessibility, l.Hours))], card.Closed, card.Version);
}
