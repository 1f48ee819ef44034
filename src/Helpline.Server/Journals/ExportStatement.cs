using System.Globalization;
using Helpline.Domain.Journals;

namespace Helpline.Server.Journals;

/// <summary>What a file says of itself: whose journal it is, of which days, by which filter, who made it and when, and how many rows it has.</summary>
internal static class ExportStatement
{
    /// <summary>So many rows of a file are not of the journal: eight before, the headings among them, and two after.</summary>
    public const int Rows = 8 + 2;

    public static async Task Head(Sheet sheet, JournalExport export, JournalRequest asked, DateTime now)
    {
        var (words, form) = (asked.Words, asked.Form);
        string[][] lines =
        [
            [words.In(form.Title)],
            [Say(words, "period"), $"{export.From:dd.MM.yyyy} – {export.To:dd.MM.yyyy}"],
            [Say(words, "filter"), Filter(asked)],
            [Say(words, "maker"), words.Person(export.Maker)!],
            [Say(words, "madeAt"), words.Time(now)!],
            [Say(words, "zone"), words.Zone.Id],
            [""],
        ];
        foreach (var line in lines) await sheet.Write([.. line.Select(text => new SheetCell(text))]);
        await sheet.Write([.. form.Columns.Select(c => new SheetCell(words.In(c.Title)))]);
    }

    /// <summary>At the end, where the count is known.</summary>
    public static async Task Foot(Sheet sheet, JournalRequest asked, int rows)
    {
        await sheet.Write([new("")]);
        await sheet.Write([new(Say(asked.Words, "rows")), new(rows.ToString(CultureInfo.InvariantCulture), IsNumber: true)]);
    }

    public static string Filter(JournalRequest asked)
    {
        var (words, scope) = (asked.Words, asked.Scope);
        if (scope.Filters.Count == 0) return Say(words, "all");
        return string.Join("; ", scope.Filters.Select(f =>
            $"{(asked.Form.Filters.FirstOrDefault(line => line.Code == f.Key) is { } named ? words.In(named.Title) : f.Key)}: "
            + (f.Value == Journal.None ? words.Value("answers", Journal.None) : asked.Journal.Choices(f.Key, words).FirstOrDefault(c => c.Code == f.Value)?.Label ?? f.Value)));
    }

    private static string Say(JournalWords words, string code) => words.Value("statement", code)!;
}
