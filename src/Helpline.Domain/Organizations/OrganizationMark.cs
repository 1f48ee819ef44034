namespace Helpline.Domain.Organizations;

/// <summary>By what the directory is filtered: a kind or a language of an active service, a region of a place. Written anew with every change of the card.</summary>
public sealed class OrganizationMark
{
    public const string WholeCountry = "region:*";

    /// <summary>As <c>kind:social_legal</c>, <c>language:kk</c> or <c>region:astana</c>.</summary>
    public required string Mark { get; init; }
    public required Guid OrganizationId { get; init; }

    public static string Kind(string code) => "kind:" + code;
    public static string Language(string code) => "language:" + code;
    public static string Region(string code) => "region:" + code;

    /// <summary>The marks of a card; a district is found with its region too.</summary>
    public static IReadOnlySet<string> Of(IReadOnlyCollection<Service> services, IReadOnlyCollection<Location> locations)
    {
        var given = services.Where(s => s.Status == ServiceStatus.Active).ToList();
        var regions = locations.Select(l => l.Region is { } region ? Region(region) : WholeCountry);
        var around = locations.Where(l => l.Region?.Contains('.') == true).Select(l => Region(l.Region!.Split('.')[0]));
        return given.SelectMany(s => s.Kinds).Select(Kind).Concat(given.SelectMany(s => s.Languages).Select(Language)).Concat(regions).Concat(around).ToHashSet();
    }
}
