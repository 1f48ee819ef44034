using Helpline.Contracts.Catalog;
using Helpline.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Helpline.Server.Catalog;

/// <summary>The lists of codes that forms use, from <c>config/catalog</c>.</summary>
internal sealed class Catalogs(IReadOnlyList<CatalogList> lists)
{
    private readonly Dictionary<string, HashSet<string>> codes =
        lists.ToDictionary(l => l.Code, l => l.Items.Select(i => i.Code).ToHashSet(StringComparer.Ordinal));

    public IReadOnlyList<CatalogList> Lists => lists;

    /// <summary>A problem that names the field when <paramref name="code"/> is not on the list; null for a known or an empty code.</summary>
    public ValidationProblem? Wrong(string list, string field, string? code) => string.IsNullOrEmpty(code) || codes[list].Contains(code)
        ? null
        : Refusals.Field(field, $"'{code}' is not on the list {list}; it holds {string.Join(", ", codes[list])}.");
}
