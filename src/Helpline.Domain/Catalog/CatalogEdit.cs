namespace Helpline.Domain.Catalog;

/// <summary>
/// An item of a list as an administrator wrote it, over the shipped file or beside it. There is one for an item, and none is
/// ever deleted, so no code that a record holds is lost.
/// </summary>
public sealed class CatalogEdit : IVersioned
{
    public required Guid Id { get; init; }
    public required string List { get; init; }

    /// <summary>Its path: the code, after that of what it belongs to and a dot.</summary>
    public required string Code { get; init; }

    /// <summary>The whole item, as JSON of the contracts.</summary>
    public required string Item { get; set; }

    /// <summary>The number of this change among all changes: a node takes what came after the last one it has.</summary>
    public required long Edition { get; set; }

    /// <summary>User name.</summary>
    public required string By { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; set; }
    public long Version { get; private set; }
}
