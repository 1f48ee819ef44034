namespace Helpline.Contracts.Catalog;

/// <summary>A list that an administrator may edit, in a line.</summary>
public sealed record CatalogListLine(string Code, Words Title, int Items, bool InForms, int SeedOrder);

/// <summary>A list before an administrator: retired items too.</summary>
/// <param name="List">The list as it is in force.</param>
/// <param name="Edits">By path of the item, who changed it last; an item that was never changed has none.</param>
public sealed record EditedCatalog(CatalogList List, IReadOnlyDictionary<string, CatalogEditCard> Edits);

/// <param name="By">User name.</param>
/// <param name="At">UTC.</param>
/// <param name="Added">It is in no file: an administrator added it.</param>
public sealed record CatalogEditCard(long Version, string By, DateTime At, bool Added);

/// <summary>An item as it shall be. Its code never changes, and no item is deleted.</summary>
/// <param name="Version">The version that was edited; 0 for an item that was never changed, or a new one.</param>
public sealed record CatalogItemChange(
    Words Text, Words Label, int Order, DateOnly? ValidFrom, DateOnly? ValidTo, Words? LegalBasis, long Version);

/// <param name="Code">2 to 40 small letters, digits and underscores; after the code of what it belongs to and a dot, where the list has such items.</param>
public sealed record NewCatalogItem(string Code, CatalogItemChange Item);
