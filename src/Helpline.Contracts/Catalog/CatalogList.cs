namespace Helpline.Contracts.Catalog;

/// <summary>A list of codes with their words in three languages, from <c>config/catalog</c>.</summary>
public sealed record CatalogList(string Code, Words Title, IReadOnlyList<CatalogItem> Items);

/// <param name="Code">Stable; what is stored.</param>
/// <param name="Order">Where it stands in the list.</param>
/// <param name="Text">The whole wording.</param>
/// <param name="Label">A label for screens; equal to <paramref name="Text"/> when the file has none.</param>
/// <param name="Quick">A kind of call that one press finishes.</param>
/// <param name="Key">The key that does it, a letter or digit.</param>
public sealed record CatalogItem(string Code, int Order, Words Text, Words Label, bool Quick = false, string? Key = null);

public sealed record Words(string Kk, string Ru, string En);
