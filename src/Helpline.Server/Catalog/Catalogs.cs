using System.Text.Json;
using Helpline.Contracts.Catalog;
using Helpline.Domain.Catalog;
using Helpline.Domain.Line;
using Helpline.Server.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Helpline.Server.Catalog;

/// <summary>The lists of codes that forms use and people read: <c>config/catalog</c>, with what administrators changed over it.</summary>
/// <param name="shipped">The files; administrators edit these.</param>
/// <param name="others">Lists that are made of something else.</param>
internal sealed class Catalogs(IReadOnlyList<CatalogList> shipped, IReadOnlyList<CatalogList> others, LineRules line, TimeProvider clock)
{
    private readonly Lock taking = new();
    private readonly Dictionary<(string List, string Code), CatalogEdit> edits = [];
    private volatile IReadOnlyList<CatalogList> lists = [.. shipped, .. others];

    /// <summary>As they are in force, retired items too.</summary>
    public IReadOnlyList<CatalogList> Lists => lists;

    /// <summary>The last change that this node has taken.</summary>
    public long Edition { get; private set; }

    /// <summary>The day by which items are offered or retired.</summary>
    public DateOnly Today => DateOnly.FromDateTime(line.Local(clock.GetUtcNow().UtcDateTime));

    public CatalogList? Shipped(string list) => shipped.FirstOrDefault(l => l.Code == list);

    public IEnumerable<CatalogList> Editable => lists.Where(l => Shipped(l.Code) is not null);

    /// <summary>Puts changes over the files; the same again changes nothing.</summary>
    public void Take(IReadOnlyList<CatalogEdit> changes)
    {
        lock (taking)
        {
            foreach (var edit in changes.Where(e => !edits.TryGetValue((e.List, e.Code), out var known) || known.Edition < e.Edition)) edits[(edit.List, edit.Code)] = edit;
            lists = [.. shipped.Select(Overlaid), .. others];
            Edition = edits.Count == 0 ? 0 : edits.Values.Max(e => e.Edition);
        }
    }

    /// <summary>A problem that names the field when a new record may not hold <paramref name="code"/>; null for a code on offer, or an empty one.</summary>
    /// <param name="kept">What the record holds already: that may stay, retired or not.</param>
    public ValidationProblem? Wrong(string list, string field, string? code, string? kept = null)
    {
        if (string.IsNullOrEmpty(code) || code == kept) return null;
        var (on, today) = (lists.First(l => l.Code == list), Today);
        if (on.Items.FirstOrDefault(i => i.Code == code) is not { } item)
            return Refusals.Field(field, $"'{code}' is not on the list {list}; it holds {string.Join(", ", Offered(on, today).Select(i => i.Code))}.");
        return Offered(on, today).Contains(item) ? null : Refusals.Field(field, $"'{code}' on the list {list} is retired or not valid yet; choose another.");
    }

    /// <summary>The same for a code that may be followed by one of what belongs to it, as <c>almaty_region.talgar</c>.</summary>
    public ValidationProblem? WrongWithin(string list, string field, string? path, string? kept = null)
    {
        if (path == kept || path?.Split('.', 2) is not [var code, var inner]) return Wrong(list, field, path, kept);
        if (Wrong(list, field, code) is { } wrong) return wrong;
        if (lists.First(l => l.Code == list).Find(path) is not { } item) return Refusals.Field(field, $"'{inner}' does not belong to {code} on the list {list}.");
        return item.OfferedOn(Today) ? null : Refusals.Field(field, $"'{inner}' of {code} on the list {list} is retired or not valid yet; choose another.");
    }

    /// <summary>The codes that a new record may hold today.</summary>
    public IReadOnlySet<string> Codes(string list) => Offered(lists.First(l => l.Code == list), Today).Select(i => i.Code).ToHashSet(StringComparer.Ordinal);

    /// <summary>What a new record may hold on this day.</summary>
    public static IEnumerable<CatalogItem> Offered(CatalogList list, DateOnly day) =>
        list.ValidFrom > day || list.ValidTo < day ? [] : list.Items.Where(i => i.OfferedOn(day));

    private CatalogList Overlaid(CatalogList list)
    {
        var changed = edits.Values.Where(e => e.List == list.Code).ToDictionary(e => e.Code, e => JsonSerializer.Deserialize<CatalogItem>(e.Item, JsonSerializerOptions.Web)!);
        return changed.Count == 0 ? list : list with { Items = Overlaid(list.Items, "", changed, list.SeedOrder > 0) };
    }

    /// <param name="within">The path of what they belong to, with its dot; empty for the list's own.</param>
    /// <param name="changed">By path.</param>
    private static IReadOnlyList<CatalogItem> Overlaid(IReadOnlyList<CatalogItem> items, string within, Dictionary<string, CatalogItem> changed, bool isSeed)
    {
        var known = items.Select(i => changed.TryGetValue(within + i.Code, out var now) ? Over(i, now, isSeed) : i);
        var added = changed.Where(c => c.Key.LastIndexOf('.') + 1 == within.Length && c.Key.StartsWith(within, StringComparison.Ordinal)).Select(c => c.Value).ExceptBy(items.Select(i => i.Code), i => i.Code);
        return [.. known.Concat(added).OrderBy(i => i.Order).Select(Inside)];

        CatalogItem Inside(CatalogItem item)
        {
            var path = $"{within}{item.Code}.";
            return changed.Keys.Any(c => c.StartsWith(path, StringComparison.Ordinal)) ? item with { Items = Overlaid(item.Items ?? [], path, changed, isSeed) } : item;
        }
    }

    /// <summary>Its key is the file's, and so is what belongs to it unless that was edited itself.</summary>
    private static CatalogItem Over(CatalogItem shipped, CatalogItem now, bool isSeed) => shipped with
    {
        Order = now.Order,
        Text = now.Text,
        Label = now.Label,
        ValidFrom = now.ValidFrom,
        ValidTo = now.ValidTo,
        LegalBasis = now.LegalBasis,
        Shipped = isSeed && shipped.Text != now.Text ? shipped.Text : null,
    };
}
