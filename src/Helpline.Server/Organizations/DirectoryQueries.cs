using Helpline.Contracts.Search;
using Helpline.Domain.Casework;
using Helpline.Domain.Organizations;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Organizations;

/// <summary>What somebody looks for in the directory.</summary>
internal sealed record DirectoryQuery
{
    /// <summary>Words, each the beginning of one of the organization's.</summary>
    public string? Q { get; init; }

    /// <summary>Code of <c>service_kinds</c>.</summary>
    public string? Kind { get; init; }

    public string? Language { get; init; }

    /// <summary>Code of <c>regions</c>; those for the whole country are found too.</summary>
    public string? Region { get; init; }

    public bool? Open { get; init; }

    /// <summary>The <c>Next</c> of the page before.</summary>
    public string? After { get; init; }
}

internal static class DirectoryQueries
{
    private const int MostWords = 6;

    // From the words and marks to the organizations, not the other way round: the first are in an index, and the second are many.
    /// <param name="minute">Of the week, now: for those that are open.</param>
    public static IQueryable<Organization> Found(this HelplineDb db, DirectoryQuery asked, int minute)
    {
        var found = db.Organizations.AsNoTracking().Where(o => !o.Closed);
        foreach (var word in Folding.Words(asked.Q ?? "").Take(MostWords)) found = found.WithWord(db, word);
        if (asked.Kind is { Length: > 0 } kind) found = found.WithMark(db, OrganizationMark.Kind(kind));
        if (asked.Language is { Length: > 0 } language) found = found.WithMark(db, OrganizationMark.Language(language));
        if (asked.Region is { Length: > 0 } region)
        {
            var mark = OrganizationMark.Region(region);
            found = found.Where(o => db.OrganizationMarks.Where(m => m.Mark == mark || m.Mark == OrganizationMark.WholeCountry).Select(m => m.OrganizationId).Contains(o.Id));
        }
        if (asked.Open == true) found = found.Where(o => db.OpenTimes.Any(t => t.OrganizationId == o.Id && (t.From <= minute && minute < t.Until || minute + OpenTime.Week < t.Until)));
        return (asked.After is { Length: > 0 } after ? found.After(after) : found).OrderBy(o => o.SortName);
    }

    // The database compares byte by byte; a comparison that names its rule is one that it cannot be told.
#pragma warning disable CA1309
    private static IQueryable<Organization> After(this IQueryable<Organization> found, string name) => found.Where(o => string.Compare(o.SortName, name) > 0);

    private static IQueryable<Organization> WithWord(this IQueryable<Organization> found, HelplineDb db, string word)
    {
        var until = word + '\uffff';
        return found.Where(o => db.SearchWords.Where(w => w.Subject == Subject.Organization && string.Compare(w.Word, word) >= 0 && string.Compare(w.Word, until) < 0).Select(w => w.SubjectId).Contains(o.Id));
    }
#pragma warning restore CA1309

    private static IQueryable<Organization> WithMark(this IQueryable<Organization> found, HelplineDb db, string mark) =>
        found.Where(o => db.OrganizationMarks.Where(m => m.Mark == mark).Select(m => m.OrganizationId).Contains(o.Id));
}
