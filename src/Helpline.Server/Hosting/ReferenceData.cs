using Helpline.Contracts.Catalog;
using Helpline.Domain.Routing;
using Helpline.Server.Catalog;
using Helpline.Server.Line;
using Helpline.Server.Telephony;

namespace Helpline.Server.Hosting;

/// <summary>Loads and checks every file of <c>config/</c> before anything starts.</summary>
internal static class ReferenceData
{
    /// <summary>The lists that forms and rules name; a missing one would leave a field without choices.</summary>
    private static readonly string[] NeededLists = ["call_kinds", "service_kinds", "risk_levels", "call_outcomes", "break_reasons"];

    public static void AddReferenceData(this WebApplicationBuilder builder)
    {
        var config = ConfigFolder.Find(builder.Configuration, builder.Environment);
        var languages = Languages(config);
        builder.Services.AddSingleton(config);
        builder.Services.AddSingleton(Routing(config));
        builder.Services.AddSingleton(languages);
        builder.Services.AddSingleton(LineFile.Read(config, languages));
        builder.Services.AddSingleton(new Catalogs([.. config.Files("catalog", "*.json").Select(file => List(config, file))]));
        foreach (var missing in NeededLists.Except(config.Files("catalog", "*.json").Select(f => Path.GetFileNameWithoutExtension(f))))
            throw new SettingsException($"config/catalog/{missing}.json", "is missing", "the list as shipped");
        foreach (var prompt in Prompts.Missing(config, languages))
            throw new SettingsException($"config/prompts/audio/{prompt}", "is missing", "a recording, or config/prompts/render to make one");
        builder.Services.AddSingleton(FallbackDocument.Read(config));
    }

    private static RoutingRules Routing(ConfigFolder config)
    {
        var rules = config.Read<RoutingRules>("routing.json");
        const string Key = "config/routing.json, key steps,";
        if (rules.Steps is not [{ AfterSeconds: 0 }, ..]) throw new SettingsException(Key, "has no step at 0 seconds", "a first step with afterSeconds 0");
        for (var i = 1; i < rules.Steps.Count; i++)
        {
            var (before, step) = (rules.Steps[i - 1], rules.Steps[i]);
            if (step.AfterSeconds <= before.AfterSeconds) throw new SettingsException(Key, $"goes from {before.AfterSeconds} s to {step.AfterSeconds} s", "steps by rising time");
            if (step.Ask < before.Ask) throw new SettingsException(Key, $"asks fewer people after {step.AfterSeconds} s than before", "steps that widen: exact, anyWithLanguage, supervisors, backup");
        }
        if (rules.Steps.FirstOrDefault(s => s.AtOnce is < 1 or > 10) is { } odd) throw new SettingsException(Key, $"rings for {odd.AtOnce} at once", "atOnce from 1 to 10");
        return rules;
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
