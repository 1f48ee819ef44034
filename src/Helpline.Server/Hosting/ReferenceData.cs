using Helpline.Contracts.Catalog;
using Helpline.Domain.Routing;
using Helpline.Server.Catalog;
using Helpline.Server.Telephony;

namespace Helpline.Server.Hosting;

/// <summary>Loads and checks every file of <c>config/</c> before anything starts.</summary>
internal static class ReferenceData
{
    /// <summary>The lists that forms and rules name; a missing one would leave a field without choices.</summary>
    private static readonly string[] NeededLists = ["call_kinds", "service_kinds", "risk_levels", "call_outcomes"];

    public static void AddReferenceData(this WebApplicationBuilder builder)
    {
        var config = ConfigFolder.Find(builder.Configuration, builder.Environment);
        var languages = Languages(config);
        builder.Services.AddSingleton(config);
        builder.Services.AddSingleton(config.Read<RoutingRules>("routing.json"));
        builder.Services.AddSingleton(languages);
        builder.Services.AddSingleton(new Catalogs([.. config.Files("catalog", "*.json").Select(file => List(config, file))]));
        foreach (var missing in NeededLists.Except(config.Files("catalog", "*.json").Select(f => Path.GetFileNameWithoutExtension(f))))
            throw new SettingsException($"config/catalog/{missing}.json", "is missing", "the list as shipped");
        foreach (var prompt in Prompts.Missing(config, languages))
            throw new SettingsException($"config/prompts/audio/{prompt}", "is missing", "a recording, or config/prompts/render to make one");
    }

    private sealed record LanguageFile(List<Language> Languages, string Default);

    private static Languages Languages(ConfigFolder config)
    {
        const string File = "config/languages.json";
        var file = config.Read<LanguageFile>("languages.json");
        if (file.Languages is not { Count: > 0 }) throw new SettingsException($"{File}, key languages,", "is empty", "at least one language");
        if (file.Languages.FirstOrDefault(l => l.Digit is not { Length: 1 } || !char.IsAsciiDigit(l.Digit[0])) is { } odd)
            throw new SettingsException($"{File}, key languages, {odd.Code}: digit", $"is '{odd.Digit}'", "one digit");
        if (file.Languages.GroupBy(l => l.Digit).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new SettingsException($"{File}, key languages,", $"has the digit {twice.Key} twice", "a digit of its own for each language");
        return new(file.Languages, file.Languages.Find(l => l.Code == file.Default)
            ?? throw new SettingsException($"{File}, key default,", $"is '{file.Default}'", $"one of {string.Join(", ", file.Languages.Select(l => l.Code))}"));
    }

    private static CatalogList List(ConfigFolder config, string path)
    {
        var list = config.Read<CatalogList>(path);
        if (list.Code != Path.GetFileNameWithoutExtension(path)) throw new SettingsException($"config/{path}, key code,", $"is '{list.Code}'", "the name of the file");
        if (list.Items is not { Count: > 0 }) throw new SettingsException($"config/{path}, key items,", "is empty", "at least one item");
        if (list.Items.GroupBy(i => i.Code).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new SettingsException($"config/{path}, key items,", $"has the code {twice.Key} twice", "each code once");
        foreach (var item in list.Items)
            foreach (var (key, words) in new[] { ("text", item.Text), ("label", item.Label) })
                if (words is null || new[] { words.Kk, words.Ru, words.En }.Any(string.IsNullOrWhiteSpace))
                    throw new SettingsException($"config/{path}, item {item.Code}, key {key},", "lacks a language", "words in kk, ru and en");
        return list;
    }
}
