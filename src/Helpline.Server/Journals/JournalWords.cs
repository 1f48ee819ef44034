using System.Globalization;
using Helpline.Contracts.Catalog;
using Helpline.Contracts.Journals;
using Helpline.Server.Catalog;
using Helpline.Server.Data;
using Helpline.Server.Reports;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Journals;

/// <summary>How codes, times and people are written in a journal: in one language, in the line's time zone.</summary>
/// <param name="values">Words of values that no catalog holds.</param>
/// <param name="names">User name to display name.</param>
internal sealed class JournalWords(string language, TimeZoneInfo zone, Catalogs catalogs, ReportValues values, IReadOnlyDictionary<string, string> names)
{
    public static readonly string[] Languages = ["kk", "ru", "en"];

    public string Language => language;
    public TimeZoneInfo Zone => zone;

    public IEnumerable<JournalChoice> People => names.OrderBy(n => n.Value, StringComparer.Ordinal).Select(n => new JournalChoice(n.Key, n.Value));

    public static async Task<JournalWords> Of(HelplineDb db, string language, TimeZoneInfo zone, Catalogs catalogs, ReportValues values, CancellationToken stop) => new(
        language, zone, catalogs, values,
        await db.Users.AsNoTracking().Select(a => new { a.UserName, a.DisplayName }).ToDictionaryAsync(a => a.UserName!, a => a.DisplayName, stop));

    public string In(Words words) => language switch { "kk" => words.Kk, "ru" => words.Ru, _ => words.En };

    public IEnumerable<JournalChoice> Codes(string list) => List(list)?.Items.Select(i => new JournalChoice(i.Code, In(i.Label))) ?? [];

    public IEnumerable<JournalChoice> Values(string kind) => values.Of(kind).Select(v => new JournalChoice(v.Key, In(v.Value)));

    /// <summary>Topics as <c>list.code</c>, of every list a note chooses from; and of each that none was chosen.</summary>
    public IEnumerable<JournalChoice> Topics => Contracts.Calls.NoteCard.TopicLists.SelectMany(l => Codes(l).Select(c => new JournalChoice($"{l}.{c.Code}", c.Label))
        .Append(new($"{l}.{Journal.None}", $"{(List(l) is { } list ? In(list.Title) : l)}: {Value("answers", Journal.None)}")));

    /// <summary>Every kind of service in every form, as <c>kind.form</c>; and in none that was named.</summary>
    public IEnumerable<JournalChoice> Services => Codes("service_kinds").SelectMany(kind => Codes("service_forms").Append(new(Journal.None, Value("answers", Journal.None)!))
        .Select(form => new JournalChoice($"{kind.Code}.{form.Code}", $"{kind.Label} · {form.Label}")));

    public string? Code(string list, string? code) => code is null ? null : List(list)?.Items.FirstOrDefault(i => i.Code == code) is { } item ? In(item.Label) : code;

    public string Codes(string list, IEnumerable<string> codes) => string.Join("; ", codes.Select(c => Code(list, c)));

    public string Topic(string topic) => topic.Split('.', 2) is [var list, var code] ? Code(list, code)! : topic;

    public string? Region(string? path)
    {
        if (path?.Split('.', 2) is not [var code, .. var inner]) return null;
        var region = List("regions")?.Items.FirstOrDefault(i => i.Code == code);
        var part = inner is [var within] ? region?.Items?.FirstOrDefault(i => i.Code == within) : null;
        return string.Join(", ", new[] { region is null ? code : In(region.Label), part is null ? null : In(part.Label) }.OfType<string>());
    }

    public string? Value(string kind, string? value) => value is null ? null : values.Of(kind).TryGetValue(value, out var words) ? In(words) : value;

    public string Yes(bool is_) => Value("answers", is_ ? "yes" : "no")!;

    public string? Person(string? userName) => userName is null ? null : names.GetValueOrDefault(userName, userName);

    public string? Day(DateTime? utc) => Local(utc, "dd.MM.yyyy");

    public string? Time(DateTime? utc) => Local(utc, "dd.MM.yyyy HH:mm");

    public string? Clock(DateTime? utc) => Local(utc, "HH:mm:ss");

    public static string? Number(double? number) => number?.ToString("0.##", CultureInfo.InvariantCulture);

    private string? Local(DateTime? utc, string pattern) => utc is { } time ? TimeZoneInfo.ConvertTimeFromUtc(time, zone).ToString(pattern, CultureInfo.InvariantCulture) : null;

    private CatalogList? List(string code) => catalogs.Lists.FirstOrDefault(l => l.Code == code);
}
