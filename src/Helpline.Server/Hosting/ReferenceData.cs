using Helpline.Contracts.Catalog;
using Helpline.Domain.Notes;
using Helpline.Domain.Organizations;
using Helpline.Domain.Privacy;
using Helpline.Domain.Routing;
using Helpline.Domain.Shifts;
using Helpline.Server.Catalog;
using Helpline.Server.FollowUps;
using Helpline.Server.Line;
using Helpline.Server.Referrals;
using Helpline.Server.Reports;
using Helpline.Server.Shifts;
using Helpline.Server.Telephony;
using Helpline.Server.ThirdParties;
using Helpline.Server.Visits;

namespace Helpline.Server.Hosting;

/// <summary>Loads and checks every file of <c>config/</c> before anything starts.</summary>
internal static class ReferenceData
{
    /// <summary>The lists that forms and rules name; a missing one would leave a field without choices.</summary>
    private static readonly string[] NeededLists =
    [
        "call_kinds", "service_kinds", "risk_levels", "call_outcomes", "break_reasons", "sexes", "age_bands", "access_reasons", "case_close_reasons",
        "caller_kinds", "safety_steps", "regions", "target_groups", "service_forms", "social_protection_definition", "referral_urgencies",
        "referral_override_reasons", "referral_reject_reasons", "referral_hold_reasons", "referral_not_completed_reasons", "referral_cancel_reasons",
        "referral_error_reasons", "referral_outcomes", "referral_reached", "referral_need_met", "follow_up_reasons", "follow_up_ends", "areas",
        "visit_missed_reasons", "visit_cancel_reasons", "visit_results", "danger_signs",
    ];

    public static void AddReferenceData(this WebApplicationBuilder builder)
    {
        var config = ConfigFolder.Find(builder.Configuration, builder.Environment);
        var languages = Languages(config);
        builder.Services.AddSingleton(config);
        var rota = RotaFile.Read(config, languages);
        builder.Services.AddSingleton(rota);
        builder.Services.AddSingleton(Routing(config) with { OnShiftWithin = rota.Routing == RoutingBy.Rota ? rota.Grace : null });
        builder.Services.AddSingleton(VisitsFile.Read(config));
        builder.Services.AddSingleton(languages);
        var line = LineFile.Read(config, languages);
        builder.Services.AddSingleton(line);
        builder.Services.AddSingleton(Partners.Read(config, new Numbers(line)));
        var lists = config.Files("catalog", "*.json").Select(file => CatalogFile.Read(config, file)).ToList();
        builder.Services.AddSingleton(services => new Catalogs(lists, [services.GetRequiredService<Partners>().List], line, services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<CatalogKeeper>().AddHostedService(services => services.GetRequiredService<CatalogKeeper>());
        foreach (var missing in NeededLists.Except(config.Files("catalog", "*.json").Select(f => Path.GetFileNameWithoutExtension(f))))
            throw new SettingsException($"config/catalog/{missing}.json", "is missing", "the list as shipped");
        CheckRiskLevels(lists.Single(l => l.Code == "risk_levels"));
        builder.Services.AddSingleton(ServiceLevelsFile.Read(config, line, lists.Single(l => l.Code == "referral_urgencies").Items.Select(i => i.Code)));
        builder.Services.AddSingleton(ServiceLevelsFile.ReadPromise(config));
        builder.Services.AddSingleton(FollowUpsFile.Read(config, languages, [.. lists.Single(l => l.Code == "risk_levels").Items.Select(i => i.Code)]));
        foreach (var prompt in Prompts.Missing(config, languages))
            throw new SettingsException($"config/prompts/audio/{prompt}", "is missing", "a recording, or config/prompts/render to make one");
        builder.Services.AddSingleton(FallbackDocument.Read(config));
        var reports = ReportForms.Read(config);
        builder.Services.AddSingleton(reports).AddSingleton(reports.Values);
        builder.Services.AddSingleton(config.Read<DirectoryRules>("directory.json"));
        builder.Services.AddSingleton(config.Read<RetentionRules>("retention.json"));
    }

    private static void CheckRiskLevels(CatalogList levels)
    {
        if (Enum.GetValues<RiskLevel>().Select(RiskLevels.Code).Except(levels.Items.Select(i => i.Code)).FirstOrDefault() is { } code)
            throw new SettingsException("config/catalog/risk_levels.json, key items,", $"lacks the code {code}, which the risk screen proposes", "the five levels as shipped");
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
            if (step.Ask == before.Ask && step.AtOnce == before.AtOnce) throw new SettingsException(Key, $"asks nobody new after {step.AfterSeconds} s", "steps that each ask more people, or ring for more at once");
            if (step.AtOnce < before.AtOnce) throw new SettingsException(Key, $"rings for fewer at once after {step.AfterSeconds} s than before", "atOnce that stays or rises");
            if (step.Ask < before.Ask) throw new SettingsException(Key, $"asks fewer people after {step.AfterSeconds} s than before", "steps that widen: exact, anyWithLanguage, supervisors, backup");
        }
        if (rules.Steps.FirstOrDefault(s => s.AtOnce is < 1 or > 10) is { } odd) throw new SettingsException(Key, $"rings for {odd.AtOnce} at once", "atOnce from 1 to 10");
        if (rules.AcknowledgeSeconds >= rules.OfferSeconds)
            throw new SettingsException("config/routing.json, key acknowledgeSeconds,", $"is {rules.AcknowledgeSeconds}, and the offer is over after {rules.OfferSeconds} s", "less than offerSeconds");
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
}
