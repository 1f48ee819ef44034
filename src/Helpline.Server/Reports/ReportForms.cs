using Helpline.Contracts.Catalog;
using Helpline.Domain.Callbacks;
using Helpline.Domain.Calls;
using Helpline.Domain.Cases;
using Helpline.Domain.Contacts;
using Helpline.Domain.FollowUps;
using Helpline.Domain.Offers;
using Helpline.Domain.Referrals;
using Helpline.Domain.Visits;
using Helpline.Server.Hosting;
using Helpline.Server.Journals;

namespace Helpline.Server.Reports;

/// <summary>A column, a filter, a section or a figure of a form: its code, and its title in three languages.</summary>
internal sealed record FormLine(string Code, Words Title);

/// <summary>A journal as the organization wants it: which columns in which order, and by what people narrow it.</summary>
internal sealed record JournalForm(string Journal, Words Title, IReadOnlyList<FormLine> Columns, IReadOnlyList<FormLine> Filters);

/// <param name="FreezeOnDay">The day of the month on whose night the month before is frozen; 0 for never.</param>
/// <param name="Signatures">Who signs the printed report.</param>
internal sealed record ReportForm(Words Title, int FreezeOnDay, IReadOnlyList<ReportSection> Sections, IReadOnlyList<Words> Signatures);

internal sealed record ReportSection(string Code, Words Title, IReadOnlyList<FormLine> Figures);

/// <summary>Words of values that no catalog holds: states, channels, languages.</summary>
internal sealed class ReportValues(IReadOnlyDictionary<string, IReadOnlyDictionary<string, Words>> values)
{
    public IReadOnlyDictionary<string, Words> Of(string kind) => values[kind];
}

/// <summary><c>config/reports</c>, checked before anything starts.</summary>
internal sealed record ReportForms(IReadOnlyList<JournalForm> Journals, ReportForm Report, ReportValues Values)
{
    private const string Folder = "reports";
    private const int LastFreezeDay = 28;

    /// <summary>What must have words, by kind.</summary>
    private static readonly Dictionary<string, string[]> Needed = new()
    {
        ["calls"] = Enum.GetNames<CallState>(),
        ["offers"] = Enum.GetNames<OfferState>(),
        // A draft is no row of the journal, nor is one that goes on in a newer one.
        ["callbacks"] = [.. Enum.GetNames<CallbackState>().Except([nameof(CallbackState.Draft), nameof(CallbackState.Merged)])],
        ["directions"] = ["In", "Out"],
        ["channels"] = Enum.GetNames<Channel>(),
        ["languages"] = JournalWords.Languages,
        ["follow-ups"] = Enum.GetNames<FollowUpState>(),
        ["followUpKinds"] = Enum.GetNames<FollowUpKind>(),
        ["referrals"] = Enum.GetNames<ReferralState>(),
        ["visits"] = Enum.GetNames<VisitState>(),
        ["visitKinds"] = Enum.GetNames<VisitKind>(),
        ["cases"] = Enum.GetNames<CaseState>(),
        ["caseClocks"] = ["opened", "reopened", "closed", "atStart", "atEnd"],
        ["answers"] = ["yes", "no", Journal.None],
        ["statement"] = ["period", "filter", "all", "maker", "madeAt", "rows", "zone"],
    };

    public JournalForm Of(Journal journal) => Journals.Single(f => f.Journal == journal.Code);

    public static ReportForms Read(ConfigFolder config) => new([.. Journal.All.Select(j => ReadJournal(config, j))], ReadReport(config), ReadValues(config));

    private static JournalForm ReadJournal(ConfigFolder config, Journal journal)
    {
        var file = $"{Folder}/{journal.Code}.json";
        var form = config.Read<JournalForm>(file);
        var where = $"config/{file}";
        if (form.Journal != journal.Code) throw new SettingsException($"{where}, key journal,", $"is '{form.Journal}'", $"'{journal.Code}', the name of the file");
        Check(where, "title", form.Title);
        Check(where, "columns", "column", form.Columns, [.. journal.ColumnCodes]);
        Check(where, "filters", "filter", form.Filters, [.. journal.FilterCodes]);
        return form;
    }

    private static ReportForm ReadReport(ConfigFolder config)
    {
        const string File = $"{Folder}/report.json", Where = $"config/{File}";
        var form = config.Read<ReportForm>(File);
        Check(Where, "title", form.Title);
        if (form.FreezeOnDay is < 0 or > LastFreezeDay) throw new SettingsException($"{Where}, key freezeOnDay,", $"is {form.FreezeOnDay}", $"a day from 1 to {LastFreezeDay}, or 0 for never");
        if (form.Sections is not { Count: > 0 }) throw new SettingsException($"{Where}, key sections,", "is empty", "at least one section");
        foreach (var section in form.Sections)
        {
            Check(Where, $"sections, {section.Code}: title", section.Title);
            Check(Where, $"sections, {section.Code}: figures", "figure", section.Figures, [.. ReportFigures.Codes]);
        }
        if (form.Sections.SelectMany(s => s.Figures).GroupBy(f => f.Code).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new SettingsException($"{Where}, key sections,", $"has the figure {twice.Key} twice", "each figure once");
        foreach (var signature in form.Signatures ?? []) Check(Where, "signatures", signature);
        return form with { Signatures = form.Signatures ?? [] };
    }

    private static ReportValues ReadValues(ConfigFolder config)
    {
        const string File = $"{Folder}/values.json", Where = $"config/{File}";
        var values = config.Read<Dictionary<string, Dictionary<string, Words>>>(File);
        foreach (var (kind, codes) in Needed)
        {
            if (!values.TryGetValue(kind, out var words)) throw new SettingsException($"{Where}, key {kind},", "is missing", $"words in kk, ru and en for each of {string.Join(", ", codes)}");
            foreach (var code in codes) Check(Where, $"{kind}, {code}", words.GetValueOrDefault(code));
        }
        return new(values.ToDictionary(v => v.Key, v => (IReadOnlyDictionary<string, Words>)v.Value));
    }

    private static void Check(string where, string key, string what, IReadOnlyList<FormLine>? lines, IReadOnlyList<string> known)
    {
        if (lines is null || lines.Count == 0 && what != "filter") throw new SettingsException($"{where}, key {key},", "is empty", $"at least one {what}");
        foreach (var line in lines)
        {
            if (!known.Contains(line.Code)) throw new SettingsException($"{where}, key {key},", $"has the unknown {what} '{line.Code}'", $"of {string.Join(", ", known)}");
            Check(where, $"{key}, {line.Code}: title", line.Title);
        }
        if (lines.GroupBy(l => l.Code).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new SettingsException($"{where}, key {key},", $"has the {what} {twice.Key} twice", "each once");
    }

    private static void Check(string where, string key, Words? words)
    {
        if (words is null || new[] { words.Kk, words.Ru, words.En }.Any(string.IsNullOrWhiteSpace))
            throw new SettingsException($"{where}, key {key},", "lacks a language", "words in kk, ru and en");
    }
}
