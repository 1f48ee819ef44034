using Helpline.Domain.Journals;
using Helpline.Domain.Line;
using Helpline.Server.Casework;
using Helpline.Server.Catalog;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Helpline.Server.Reports;

namespace Helpline.Server.Journals;

/// <summary>A question for a journal that was found right, and the words for its answer.</summary>
internal sealed record JournalRequest(Journal Journal, JournalForm Form, JournalScope Scope, JournalWords Words)
{
    public IReadOnlyList<string> Columns => [.. Form.Columns.Select(c => c.Code)];
}

/// <summary>Reads what is asked of a journal, and refuses what cannot be answered with the name of the field.</summary>
internal sealed class JournalRequests(ReportForms forms, LineRules line, Catalogs catalogs, TimeProvider clock)
{
    /// <summary>Of days at once: ten years.</summary>
    private const int MostDays = 3660;

    public ReportForms Forms => forms;

    public Task<JournalWords> Words(HelplineDb db, string? language, CancellationToken stop) =>
        JournalWords.Of(db, JournalWords.Languages.Contains(language) ? language! : JournalWords.Languages[0], line.Zone, catalogs, forms.Values, stop);

    /// <returns>The request, or why it is refused.</returns>
    public async Task<(JournalRequest? Request, IResult? Refused)> Read(
        HelplineDb db, Reader who, string code, DateOnly? from, DateOnly? to, IReadOnlyDictionary<string, string> filters, string? language, CancellationToken stop)
    {
        if (Journal.Find(code) is not { } journal) return (null, Refusals.Unknown("journal"));
        var now = clock.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(line.Local(now));
        var (first, last) = (from ?? to ?? today, to ?? from ?? today);
        if (last < first) return (null, Refusals.Field("to", $"{last:yyyy-MM-dd} is before {first:yyyy-MM-dd}."));
        if (last.DayNumber - first.DayNumber >= MostDays) return (null, Refusals.Field("to", $"At most {MostDays} days at once."));
        var period = JournalPeriod.Of(first, last, line.Zone);
        if (await TooEarly(db, period, "to", stop) is { } early) return (null, early);
        var words = await Words(db, language, stop);
        if (journal.Wrong(filters, words) is var (field, why)) return (null, Refusals.Field(field, why));
        return (new(journal, forms.Of(journal), new(db, who, period, line.Zone, now, filters), words), null);
    }

    /// <summary>A refusal that names the first day when the whole period lies before the first call or contact; null when it does not.</summary>
    public async Task<IResult?> TooEarly(HelplineDb db, JournalPeriod period, string field, CancellationToken stop) =>
        await db.FirstRecord(stop) is { } first && period.End <= first ? Refusals.BeforeFirst(field, DateOnly.FromDateTime(line.Local(first))) : null;
}
