using Helpline.Domain.Calls;
using Helpline.Domain.Journals;
using Helpline.Domain.Offers;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Journals;

internal sealed class OfferRow : IJournalRow
{
    public Guid Id { get; init; }
    public DateTime At { get; init; }
    public string? Language { get; init; }
    public string? Counselor { get; init; }
    public OfferState State { get; init; }
    public DateTime? ShownAt { get; init; }
    public DateTime? ClosedAt { get; init; }
    public bool ByPhone { get; init; }

    /// <summary>That came of its call.</summary>
    public Guid? Contact { get; init; }

    /// <summary>It rang in vain: nobody answered, or the caller hung up meanwhile.</summary>
    public bool Missed { get; init; }

    /// <summary>It rang in vain though the caller stayed on the line.</summary>
    public bool Stayed { get; init; }

    /// <summary>Seconds that it rang.</summary>
    public double? Rang => ClosedAt is { } end ? (end - At).TotalSeconds : null;
}

/// <summary>Every call that rang for somebody, by the time it began to ring. A supervisor of a team sees her team's.</summary>
internal sealed class OfferJournal : Journal<OfferRow>
{
    public override string Code => "offers";

    protected override IReadOnlyList<Column<OfferRow>> Columns { get; } =
    [
        new("date", (r, w) => w.Day(r.At)), new("start", (r, w) => w.Clock(r.At)), new("language", (r, w) => w.Value("languages", r.Language)),
        new("counselor", (r, w) => w.Person(r.Counselor)), new("result", (r, w) => w.Value("offers", r.State.ToString())), new("missed", (r, w) => w.Yes(r.Missed)),
        new("shown", (r, w) => w.Clock(r.ShownAt)), new("end", (r, w) => w.Clock(r.ClosedAt)), new("rangSeconds", (r, _) => JournalWords.Number(r.Rang), IsNumber: true),
        new("byPhone", (r, w) => w.Yes(r.ByPhone)),
    ];

    protected override IReadOnlyList<Filter<OfferRow>> Filters { get; } =
    [
        By.Enum<OfferRow, OfferState>("result", r => r.State, "offers", alongTime: true), By.Yes<OfferRow>("missed", r => r.Missed), By.Yes<OfferRow>("stayed", r => r.Stayed),
        By.Language<OfferRow>(r => r.Language), By.Person<OfferRow>("counselor", r => r.Counselor, alongTime: true),
    ];

    /// <summary>What the figures count: the offers of everybody that began to ring in that time. UTC; <paramref name="until"/> is exclusive.</summary>
    public IQueryable<OfferRow> Rung(HelplineDb db, DateTime from, DateTime until) =>
        Rows(new(db, Reader.System, new JournalPeriod(DateOnly.FromDateTime(from), DateOnly.FromDateTime(until), from, until), TimeZoneInfo.Utc, until, new Dictionary<string, string>()));

    protected override string? Page(OfferRow row) => row.Contact is { } contact ? $"contacts/{contact}" : null;

    protected override IQueryable<OfferRow> Rows(JournalScope scope)
    {
        var (db, begin, end, team) = (scope.Db, scope.From, scope.Period.End, scope.Who.Team);
        var contacts = db.Contacts.LedBy(scope.Who);
        return from o in db.Offers.AsNoTracking()
               where o.MadeAt >= begin && o.MadeAt < end
               join c in db.Calls on o.CallId equals c.Id
               where team == null || db.Users.Any(a => a.UserName == o.Counselor && a.Team == team)
               select new OfferRow
               {
                   Id = o.Id,
                   At = o.MadeAt,
                   Language = c.Language,
                   Counselor = o.Counselor,
                   State = o.State,
                   ShownAt = o.ShownAt,
                   ClosedAt = o.ClosedAt,
                   ByPhone = o.ByPhone,
                   Contact = contacts.Where(k => k.Id == o.CallId).Select(k => (Guid?)k.Id).FirstOrDefault(),
                   // One that was taken back before the caller hung up had gone to somebody else.
                   Missed = o.State == OfferState.Expired || o.State == OfferState.Unacknowledged || o.State == OfferState.Withdrawn && c.State == CallState.Abandoned && o.ClosedAt >= c.EndedAt,
                   Stayed = o.State == OfferState.Expired || o.State == OfferState.Unacknowledged,
               };
    }
}
