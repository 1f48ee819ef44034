using Helpline.Contracts.Catalog;
using Helpline.Server.Hosting;

namespace Helpline.Server.Catalog;

/// <summary>A file of <c>config/catalog</c>, checked before anything starts.</summary>
internal static class CatalogFile
{
    public static CatalogList Read(ConfigFolder config, string path)
    {
        var list = config.Read<CatalogList>(path);
        var file = $"config/{path}";
        if (list.Code != Path.GetFileNameWithoutExtension(path)) throw new SettingsException($"{file}, key code,", $"is '{list.Code}'", "the name of the file");
        if (list.Items is null || list is { Items.Count: 0, InForms: true }) throw new SettingsException($"{file}, key items,", "is empty", "at least one item");
        Check(file, "title", list.Title);
        if (list.Statement is { } statement) Check(file, "statement", statement);
        if (list.LegalBasis is { } basis) Check(file, "legalBasis", basis);
        CheckDays(file, list.ValidFrom, list.ValidTo);
        return list with { Items = Items($"{file},", list.Items) };
    }

    private static IReadOnlyList<CatalogItem> Items(string where, IReadOnlyList<CatalogItem> items)
    {
        if (items.GroupBy(i => i.Code).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new SettingsException($"{where} key items,", $"has the code {twice.Key} twice", "each code once");
        return [.. items.Select(item => Item($"{where} item {item.Code},", item))];
    }

    private static CatalogItem Item(string where, CatalogItem item)
    {
        Check(where, "text", item.Text);
        var label = item.Label ?? item.Text;
        Check(where, "label", label);
        if (item.LegalBasis is { } basis) Check(where, "legalBasis", basis);
        if (item.Shipped is not null) throw new SettingsException($"{where} key shipped,", "is not a key of this file", "the words of the file in text");
        CheckDays(where, item.ValidFrom, item.ValidTo);
        return item with { Label = label, Items = item.Items is { } inner ? Items(where, inner) : null };
    }

    private static void CheckDays(string where, DateOnly? from, DateOnly? to)
    {
        if (to < from) throw new SettingsException($"{where.TrimEnd(',')}, key validTo,", $"is {to:yyyy-MM-dd}, before validFrom", "a day on or after validFrom");
    }

    private static void Check(string where, string key, Words? words)
    {
        if (words is null || new[] { words.Kk, words.Ru, words.En }.Any(string.IsNullOrWhiteSpace))
            throw new SettingsException($"{where.TrimEnd(',')}, key {key},", "lacks a language", "words in kk, ru and en");
    }
}
