using System.Globalization;
using Helpline.Domain.Calls;
using Helpline.Domain.Metrics;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Journals;

internal sealed class CallRow : IJournalRow
{
    public Guid Id { get; init; }
    public DateTime At { get; init; }
    public bool Outbound { get; init; }
    public string? Language { get; init; }
    public bool Repeat { get; init; }
    public CallState State { get; init; }
    public DateTime? QueuedAt { get; init; }
    public DateTime? AnsweredAt { get; init; }
    public DateTime? EndedAt { get; init; }
    public string? Counselor { get; init; }
    public string? Contact { get; init; }

    /// <summary>The contact is of the reader's team.</summary>
    public bool MayOpen { get; init; }
    public string? Kind { get; init; }
    public string? Risk { get; init; }

    /// <summary>Its place in the local day, as 20261125-0001: every call has one, also those from which no contact came.</summary>
    public string? Number { get; set; }

    /// <summary>Seconds from entering the queue to the first answer or to the end.</summary>
    public double? Wait => QueuedAt is { } from && (AnsweredAt ?? EndedAt) is { } until ? (until - from).TotalSeconds : null;
}

/// <summary>Every call of the line, by its arrival. A supervisor of a team sees her team's and those that nobody took.</summary>
internal sealed class CallJournal : Journal<CallRow>
{
    public override string Code => "calls";

    protected override IReadOnlyList<Column<CallRow>> Columns { get; } =
    [
        new("number", (r, _) => r.Number), new("date", (r, w) => w.Day(r.At)), new("start", (r, w) => w.Clock(r.At)), new("end", (r, w) => w.Clock(r.EndedAt)),
        new("direction", (r, w) => w.Value("directions", r.Outbound ? "Out" : "In")), new("language", (r, w) => w.Value("languages", r.Language)),
        new("repeat", (r, w) => w.Yes(r.Repeat)), new("result", (r, w) => w.Value("calls", r.State.ToString())),
        new("waitSeconds", (r, _) => JournalWords.Number(r.Wait is { } wait ? Math.Floor(wait) : null), IsNumber: true),
        new("answered", (r, w) => w.Clock(r.AnsweredAt)), new("counselor", (r, w) => w.Person(r.Counselor)), new("contact", (r, _) => r.Contact),
        new("kind", (r, w) => w.Code("call_kinds", r.Kind)), new("risk", (r, w) => w.Code("risk_levels", r.Risk)),
    ];

    protected override IReadOnlyList<Filter<CallRow>> Filters { get; } =
    [
        By.Enum<CallRow, CallState>("result", r => r.State, "calls", alongTime: true), By.Yes<CallRow>("direction", r => r.Outbound, "directions", "Out", "In"),
        By.Language<CallRow>(r => r.Language), By.Yes<CallRow>("repeat", r => r.Repeat),
        new RuleFilter<CallRow>("again", RangAgain, null, w => w.Values("answers").Where(c => c.Code is "yes" or "no")),
        By.Person<CallRow>("counselor", r => r.Counselor, alongTime: true), By.Code<CallRow>("risk", r => r.Risk, "risk_levels"),
    ];

    /// <summary>A contact by telephone has the id of its call.</summary>
    protected override string? Page(CallRow row) => row is { Contact: not null, MayOpen: true } ? $"contacts/{row.Id}" : null;

    /// <summary>Calls of numbers that rang more than once in the period, as the figures count them: before this call or after it.</summary>
    private static IQueryable<CallRow> RangAgain(IQueryable<CallRow> rows, string value, JournalScope scope)
    {
        var (db, begin, end, isWanted) = (scope.Db, scope.Period.Begin, scope.Period.End, value == "yes");
        return rows.Where(r => isWanted == db.Calls.Any(c => c.Id == r.Id && !c.Outbound && c.NumberHash != null
            && (c.RangAt >= begin || db.Calls.Any(next => next.NumberHash == c.NumberHash && next.ArrivedAt > c.ArrivedAt && next.ArrivedAt < end && next.RangAt == c.ArrivedAt))));
    }

    protected override IQueryable<CallRow> Rows(JournalScope scope)
    {
        var (db, begin, end, team) = (scope.Db, scope.From, scope.Period.End, scope.Who.Team);
        return from c in db.Calls.AsNoTracking()
               where c.ArrivedAt >= begin && c.ArrivedAt < end
               join k in db.Contacts on c.Id equals k.Id into contacts
               from contact in contacts.DefaultIfEmpty()
               join n in db.Notes on c.Id equals n.CallId into notes
               from note in notes.DefaultIfEmpty()
               where team == null || contact!.Team == null || contact.Team == team
               select new CallRow
               {
                   Id = c.Id,
                   At = c.ArrivedAt,
                   Outbound = c.Outbound,
                   Language = c.Language,
                   Repeat = c.RepeatCaller,
                   State = c.State,
                   QueuedAt = c.QueuedAt,
                   AnsweredAt = c.FirstAnsweredAt,
                   EndedAt = c.EndedAt,
                   Counselor = c.Counselor,
                   Contact = contact!.Number,
                   MayOpen = team == null || contact!.Team == team,
                   Kind = note!.Kind,
                   Risk = note!.Risk,
               };
    }

    /// <summary>The numbers: how many calls came before on that day, whoever may see them.</summary>
    protected override async Task Complete(JournalScope scope, IReadOnlyList<CallRow> rows, CancellationToken stop)
    {
        foreach (var ofDay in rows.GroupBy(r => LocalDay.Holding(r.At, scope.Zone)))
        {
            var (begin, first, last, id) = (ofDay.Key.From, ofDay.First().At, ofDay.Last().At, ofDay.First().Id);
            var before = await scope.Db.Calls.CountAsync(c => c.ArrivedAt >= begin && c.ArrivedAt <= first && (c.ArrivedAt < first || c.Id < id), stop);
            var ids = await scope.Db.Calls.Where(c => c.ArrivedAt >= first && c.ArrivedAt <= last && (c.ArrivedAt > first || c.Id >= id))
                .OrderBy(c => c.ArrivedAt).ThenBy(c => c.Id).Select(c => c.Id).ToListAsync(stop);
            var places = ids.Index().ToDictionary(p => p.Item, p => p.Index);
            foreach (var row in ofDay) row.Number = string.Create(CultureInfo.InvariantCulture, $"{ofDay.Key.Day:yyyyMMdd}-{before + places[row.Id] + 1:0000}");
        }
    }
}
