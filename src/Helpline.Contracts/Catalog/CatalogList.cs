namespace Helpline.Contracts.Catalog;

/// <summary>A list of codes with their words in three languages, from <c>config/catalog</c> and from what administrators changed since.</summary>
/// <param name="InForms">A form chooses from it; the others are there to be read.</param>
/// <param name="SeedOrder">Its place among the lists of the founding document on social assistance; 0 for a list of our own.</param>
/// <param name="Statement">What the document says around the list.</param>
/// <param name="LegalBasis">The act it comes from, and whether it still holds.</param>
/// <param name="ValidFrom">The first day on which its items are offered; null for always.</param>
/// <param name="ValidTo">The last day on which its items are offered; null for ever.</param>
/// <param name="Fixed">The program acts by its codes, so none is added or retired; words may change.</param>
public sealed record CatalogList(
    string Code, Words Title, IReadOnlyList<CatalogItem> Items, bool InForms = true, int SeedOrder = 0, Words? Statement = null, Words? LegalBasis = null,
    DateOnly? ValidFrom = null, DateOnly? ValidTo = null, bool Fixed = false)
{
    /// <summary>The item at a path, <c>almaty_region.talgar</c> for one that belongs to another; null when there is none.</summary>
    public CatalogItem? Find(string path) => path.Split('.').Aggregate((Items: (IReadOnlyList<CatalogItem>?)Items, Found: (CatalogItem?)null), (at, code) =>
    {
        var found = at.Items?.FirstOrDefault(item => item.Code == code);
        return (found?.Items, found);
    }).Found;
}

/// <param name="Code">Stable; what is stored.</param>
/// <param name="Order">Where it stands in the list.</param>
/// <param name="Text">The whole wording.</param>
/// <param name="Label">A label for screens; equal to <paramref name="Text"/> when the file has none.</param>
/// <param name="Quick">A kind of call that one press finishes.</param>
/// <param name="Key">The key that does it, a letter or digit.</param>
/// <param name="Items">What belongs to it, with codes unique within it.</param>
/// <param name="ValidFrom">The first day on which it is offered for a new record; null for always.</param>
/// <param name="ValidTo">The last such day; records that hold it keep it. Null for ever.</param>
/// <param name="LegalBasis">The act it comes from, where it has one of its own.</param>
/// <param name="Shipped">What the founding document says, where an administrator chose other words; never written in a file.</param>
public sealed record CatalogItem(
    string Code, int Order, Words Text, Words Label, bool Quick = false, string? Key = null, IReadOnlyList<CatalogItem>? Items = null,
    DateOnly? ValidFrom = null, DateOnly? ValidTo = null, Words? LegalBasis = null, Words? Shipped = null)
{
    /// <summary>Whether a new record may hold it on this day.</summary>
    public bool OfferedOn(DateOnly day) => !(ValidFrom > day) && !(ValidTo < day);
}

public sealed record Words(string Kk, string Ru, string En);
