using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Contracts.Journals;
using Helpline.Server.Accounts;
using Helpline.Server.Casework;
using Helpline.Server.Data;

namespace Helpline.Server.Journals;

/// <summary>Journals, a page at a time. Supervisors only, each what is her team's.</summary>
internal static class JournalEndpoints
{
    private const int PageSize = 50;
    private static readonly string[] NoFilters = ["from", "to", "after", "words"];

    public static void MapJournals(this IEndpointRouteBuilder routes)
    {
        var journals = routes.MapGroup("").WithTags("Journals").For(Section.Journals);
        journals.MapGet("/" + Routes.Journals, All).Produces<JournalCard[]>();
        journals.MapGet("/" + Routes.Journal("{code}"), Page).Produces<JournalPage>().ProducesValidationProblem();
        journals.MapGet("/" + Routes.JournalCount("{code}"), Count).Produces<JournalCount>().ProducesValidationProblem();
        ExportEndpoints.Map(journals);
    }

    private static async Task<IEnumerable<JournalCard>> All(HelplineDb db, JournalRequests requests, CancellationToken stop, string? language = null)
    {
        var words = await requests.Words(db, language, stop);
        return Journal.All.Select(journal =>
        {
            var form = requests.Forms.Of(journal);
            return new JournalCard(
                journal.Code, words.In(form.Title), [.. form.Columns.Select(c => new JournalColumn(c.Code, words.In(c.Title), journal.IsNumber(c.Code)))],
                [.. form.Filters.Select(f => new JournalFilter(f.Code, words.In(f.Title), journal.Choices(f.Code, words), journal.TakesNone(f.Code)))]);
        });
    }

    /// <param name="after">What the page before says.</param>
    /// <param name="words">In which language; <c>language</c> is a filter.</param>
    private static async Task<IResult> Page(
        string code, HttpContext http, HelplineDb db, JournalRequests requests, CancellationToken stop, DateOnly? from = null, DateOnly? to = null, Cursor? after = null, string? words = null)
    {
        var (asked, refused) = await requests.Read(db, Reader.Of(http.User), code, from, to, FiltersOf(http), words, stop);
        if (asked is null) return refused!;
        var slice = await asked.Journal.Slice(asked.Scope, after, PageSize, asked.Columns, asked.Words, stop);
        return TypedResults.Ok(new JournalPage(asked.Scope.Period.From, asked.Scope.Period.To, slice.Lines, slice.Next?.ToString()));
    }

    private static async Task<IResult> Count(
        string code, HttpContext http, HelplineDb db, JournalRequests requests, CancellationToken stop, DateOnly? from = null, DateOnly? to = null)
    {
        var (asked, refused) = await requests.Read(db, Reader.Of(http.User), code, from, to, FiltersOf(http), null, stop);
        if (asked is null) return refused!;
        return TypedResults.Ok(new JournalCount(await asked.Journal.Count(asked.Scope, stop)));
    }

    private static Dictionary<string, string> FiltersOf(HttpContext http) =>
        http.Request.Query.Where(q => !NoFilters.Contains(q.Key) && !string.IsNullOrEmpty(q.Value)).ToDictionary(q => q.Key, q => q.Value.ToString());
}
