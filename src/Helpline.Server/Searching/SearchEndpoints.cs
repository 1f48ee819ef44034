using System.Linq.Expressions;
using Helpline.Contracts;
using Helpline.Contracts.Searching;
using Helpline.Domain.Audit;
using Helpline.Domain.Cases;
using Helpline.Domain.Casework;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Helpline.Server.Privacy;
using Helpline.Server.Telephony;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Searching;

/// <summary>One field for everything: names, numbers of ours, aliases, titles and telephones.</summary>
internal static class SearchEndpoints
{
    private const int PageSize = 20;

    public static void MapSearch(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/" + Routes.Search).WithTags("Search").ForCaseworkers().MapGet("/", Find).Produces<List<FoundGroup>>().ProducesValidationProblem();

    private static Task<IResult> Find(HttpContext http, CaseworkDesks desks, Numbers numbers, Vault vault, string? text,
        Subject? subject = null, CaseState? state = null, string? risk = null, DateTime? from = null, DateTime? to = null, SearchCursor? after = null)
    {
        if (after is not null && subject is null) return Task.FromResult<IResult>(Refusals.Field("subject", "A list goes on with one kind."));
        if (Wanted.Of(text, numbers, vault) is not { } wanted) return Task.FromResult<IResult>(Refusals.Field("text", "Type a word, a number or a telephone."));
        var filter = new SearchFilter(subject, state, risk, from, to);
        return desks.Open<IResult>(http, async desk => TypedResults.Ok(new[]
        {
            await Persons(desk, wanted, filter, after), await Cases(desk, wanted, filter, after), await Contacts(desk, wanted, filter, after),
            await Referrals(desk, wanted, filter, after),
        }.OfType<FoundGroup>()));
    }

    private static async Task<FoundGroup?> Persons(CaseworkDesk desk, Wanted wanted, SearchFilter filter, SearchCursor? after)
    {
        if (!filter.Wants(Subject.Person)) return null;
        var seen = filter.Persons(desk.Db, desk.Who, desk.Now);
        var words = await Page(desk.Db, wanted, Subject.Person, after, w => seen.Any(p => p.Id == w.SubjectId));
        if (words.Ids is not { Count: > 0 } ids) return null;
        var rows = await desk.Db.Persons.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new Found(p.Id, p.Number, p.Name, null, null, p.CreatedAt)).ToListAsync();
        // A name that is shown was read.
        foreach (var row in rows) desk.Audit(AuditAction.Read, Subject.Person, row.Id, "search", desk.Who.IsSupervisor ? AccessReasons.Supervision : AccessReasons.Care);
        return words.Group(Subject.Person, rows);
    }

    private static async Task<FoundGroup?> Cases(CaseworkDesk desk, Wanted wanted, SearchFilter filter, SearchCursor? after)
    {
        if (!filter.Wants(Subject.Case)) return null;
        var seen = filter.Cases(desk.Db, desk.Who, desk.Now);
        var words = await Page(desk.Db, wanted, Subject.Case, after, w => seen.Any(c => c.Id == w.SubjectId));
        if (words.Ids is not { Count: > 0 } ids) return null;
        return words.Group(Subject.Case, await desk.Db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id))
            .Select(c => new Found(c.Id, c.Number, c.Title, c.State.ToString(), c.Risk, c.OpenedAt)).ToListAsync());
    }

    private static async Task<FoundGroup?> Contacts(CaseworkDesk desk, Wanted wanted, SearchFilter filter, SearchCursor? after)
    {
        if (!filter.Wants(Subject.Contact)) return null;
        var seen = filter.Contacts(desk.Db, desk.Who, desk.Now);
        var words = await Page(desk.Db, wanted, Subject.Contact, after, w => seen.Any(c => c.Id == w.SubjectId));
        if (words.Ids is not { Count: > 0 } ids) return null;
        return words.Group(Subject.Contact, await desk.Db.Contacts.AsNoTracking().Where(c => ids.Contains(c.Id))
            .Select(c => new Found(c.Id, c.Number, c.Alias, c.Channel.ToString(), null, c.StartedAt)).ToListAsync());
    }

    private static async Task<FoundGroup?> Referrals(CaseworkDesk desk, Wanted wanted, SearchFilter filter, SearchCursor? after)
    {
        if (!filter.Wants(Subject.Referral)) return null;
        var seen = filter.Referrals(desk.Db, desk.Who, desk.Now);
        var words = await Page(desk.Db, wanted, Subject.Referral, after, w => seen.Any(r => r.Id == w.SubjectId));
        if (words.Ids is not { Count: > 0 } ids) return null;
        return words.Group(Subject.Referral, await desk.Db.Referrals.AsNoTracking().Where(r => ids.Contains(r.Id))
            .Select(r => new Found(r.Id, r.Number, r.OrganizationName, r.State.ToString(), null, r.CreatedAt)).ToListAsync());
    }

    private static async Task<FoundWords> Page(HelplineDb db, Wanted wanted, Subject subject, SearchCursor? after, Expression<Func<SearchWord, bool>> isSeen) =>
        new(await (await wanted.Led(db, subject, after)).Rows(db, subject, after).Where(isSeen).Take(PageSize + 1).ToListAsync());

    /// <summary>A page of findings, and one more when there is a next page.</summary>
    private sealed record FoundWords(List<SearchWord> Words)
    {
        public List<Guid> Ids => Words.Take(PageSize).Select(w => w.SubjectId).ToList();

        public FoundGroup Group(Subject subject, List<Found> rows)
        {
            var order = Ids;
            var next = Words.Count > PageSize ? new SearchCursor(Words[PageSize - 1].Word, Words[PageSize - 1].SubjectId).ToString() : null;
            return new(subject.ToString(), [.. rows.OrderBy(r => order.IndexOf(r.Id))], next);
        }
    }
}
