using Helpline.Contracts.Catalog;
using Helpline.Contracts.Search;

namespace Helpline.Dashboard.Reference;

/// <summary>Finds words in the lists whatever language they are typed in: an item is found with all that belongs to it.</summary>
internal static class ReferenceSearch
{
    /// <summary>A list whose title holds the words is shown with the items that hold them too.</summary>
    public static bool Holds(CatalogList list, string sought) =>
        sought.Length == 0 || Holds(list.Title, sought) || list.Statement is { } statement && Holds(statement, sought) || list.Items.Any(item => Holds(item, sought));

    public static bool Holds(CatalogItem item, string sought) =>
        sought.Length == 0 || Holds(item.Text, sought) || Holds(item.Label, sought) || (item.Items ?? []).Any(inner => Holds(inner, sought));

    private static bool Holds(Words words, string sought) => new[] { words.Kk, words.Ru, words.En }.Any(text => Folding.Fold(text).Contains(Folding.Fold(sought), StringComparison.Ordinal));
}
