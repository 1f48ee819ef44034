using Helpline.Contracts.Reports;
using Helpline.Domain.Journals;
using Helpline.Domain.Line;
using Helpline.Domain.Reports;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Helpline.Server.Journals;

namespace Helpline.Server.Reports;

/// <summary>Counts a report, and lays it out as its form says.</summary>
internal sealed class ReportMaker(ReportForms forms, LineRules line, TimeProvider clock)
{
    /// <summary>So far back a report that was not frozen in its time is frozen later.</summary>
    private const int MostMonths = 36;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public JournalPeriod Days(ReportPeriod period) => JournalPeriod.Of(period.From, period.To, line.Zone);

    public bool IsOver(ReportPeriod period) => Days(period).End <= Now;

    /// <summary>What is to be frozen by now, the oldest first: each month whose day to freeze has come, and with its last month the quarter and the year.</summary>
    /// <param name="first">The day of the first record.</param>
    public IEnumerable<ReportPeriod> ToFreeze(DateOnly first)
    {
        var bound = Today.AddMonths(-MostMonths);
        for (var month = ReportPeriod.Month(first < bound ? bound : first); month.To.AddDays(forms.Report.FreezeOnDay) <= Today; month = ReportPeriod.Month(month.To.AddDays(1)))
        {
            yield return month;
            if (month.From.Month % 3 == 0) yield return ReportPeriod.Parse($"{month.From:yyyy}-Q{month.From.Month / 3}")!;
            if (month.From.Month == 12) yield return ReportPeriod.Parse($"{month.From:yyyy}")!;
        }
    }

    public DateOnly Today => DateOnly.FromDateTime(line.Local(Now));

    /// <summary>Every number of the form as it is now.</summary>
    public async Task<List<ReportNumber>> Count(HelplineDb db, Reader who, ReportPeriod period, CancellationToken stop)
    {
        var numbers = new List<ReportNumber>();
        foreach (var code in forms.Report.Sections.SelectMany(s => s.Figures).Select(f => f.Code))
            numbers.AddRange(await Count(db, who, code, Days(period), stop));
        return numbers;
    }

    /// <param name="frozen">The numbers that count; null when those of now do.</param>
    public ReportCard Card(ReportPeriod period, IReadOnlyList<ReportNumber> now, (FrozenReport Report, IReadOnlyList<FrozenNumber> Numbers)? frozen, JournalWords words)
    {
        var kept = frozen?.Numbers.ToDictionary(n => (n.Figure, n.Key), n => n.Number);
        var current = now.ToDictionary(n => (n.Figure, n.Key), n => n.Number);
        var sections = forms.Report.Sections.Select(s => new ReportSectionCard(
            words.In(s.Title), [.. s.Figures.Select(f => new ReportFigureCard(f.Code, words.In(f.Title), [.. Numbers(f.Code, current, kept, words)]))])).ToList();
        var corrections = sections.SelectMany(s => s.Figures).SelectMany(f => f.Numbers).Count(n => n.IsCorrected);
        return new(period.Code, period.From, period.To, words.In(forms.Report.Title), IsOver(period), frozen?.Report.FrozenAt, words.Person(frozen?.Report.FrozenBy), corrections,
            sections, [.. forms.Report.Signatures.Select(words.In)]);
    }

    private async Task<IEnumerable<ReportNumber>> Count(HelplineDb db, Reader who, string code, JournalPeriod days, CancellationToken stop)
    {
        var (figure, filters) = (ReportFigures.Of(code), ReportFigures.Of(code).Filters.ToDictionary(f => f.Code, f => f.Value));
        var (journal, scope) = (Journal.Find(figure.Journal)!, new JournalScope(db, who, days, line.Zone, Now, filters));
        if (figure.Days is { } median) return [new(code, "", await median(scope, stop))];
        if (figure.By is null) return [new(code, "", await journal.Count(scope, stop))];
        var counts = await journal.CountBy(scope, figure.By, stop);
        return counts.Where(c => figure.Keys?.Invoke(c.Key) ?? true).Select(c => new ReportNumber(code, c.Key, c.Value));
    }

    // A value that had rows when it was frozen and has none now, or the other way round, has changed too.
    private static IEnumerable<ReportNumberCard> Numbers(
        string code, Dictionary<(string, string), double?> now, Dictionary<(string Figure, string Key), double?>? kept, JournalWords words)
    {
        var figure = ReportFigures.Of(code);
        var choices = figure.By is null ? [] : Journal.Find(figure.Journal)!.Choices(figure.By, words).ToDictionary(c => c.Code, c => c.Label);
        var keys = figure.By is null ? [""] : now.Keys.Concat(kept?.Keys.Select(k => (k.Figure, k.Key)) ?? []).Where(k => k.Item1 == code).Select(k => k.Item2).Distinct().ToList();
        var order = choices.Keys.Index().ToDictionary(c => c.Item, c => c.Index);
        foreach (var key in keys.OrderBy(k => order.GetValueOrDefault(k, int.MaxValue)).ThenBy(k => k, StringComparer.Ordinal))
        {
            double? nothing = figure.Days is null ? 0 : null;
            var current = now.TryGetValue((code, key), out var counted) ? counted : nothing;
            var shown = kept is null ? current : kept.TryGetValue((code, key), out var frozen) ? frozen : nothing;
            // A row of topics is of one list, so the list is not named again.
            var label = figure.By is null ? null : key == Journal.None || key.EndsWith($".{Journal.None}", StringComparison.Ordinal) ? words.Value("answers", Journal.None) : choices.GetValueOrDefault(key, key);
            var another = shown != current;
            yield return new(label, shown, another && !figure.GoesOn, another ? current : null, Rows(figure, key), another && figure.GoesOn);
        }
    }

    private static string Rows(ReportFigure figure, string key)
    {
        var filters = figure.By is null ? figure.Filters : [.. figure.Filters, (figure.By, key)];
        return figure.Journal + (filters.Length == 0 ? "" : "?") + string.Join('&', filters.Select(f => $"{f.Code}={Uri.EscapeDataString(f.Value)}"));
    }
}
