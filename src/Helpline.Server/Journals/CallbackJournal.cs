using Helpline.Domain.Callbacks;
using Helpline.Server.Casework;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Journals;

internal sealed class CallbackRow : IJournalRow
{
    public Guid Id { get; init; }
    public DateTime At { get; init; }
    public string? Language { get; init; }
    public CallbackState State { get; init; }
    public string? Owner { get; init; }
    public int Attempts { get; init; }
    public DateTime? ClosedAt { get; init; }
    public string? Contact { get; init; }

    /// <summary>The contact, when the reader may see it.</summary>
    public Guid? ContactId { get; init; }
}

/// <summary>Every call back that was promised, by the time it was asked for. One that goes on in a newer one stands there. A supervisor of a team sees her team's and those that nobody has.</summary>
internal sealed class CallbackJournal : Journal<CallbackRow>
{
    public override string Code => "callbacks";

    protected override IReadOnlyList<Column<CallbackRow>> Columns { get; } =
    [
        new("asked", (r, w) => w.Time(r.At)), new("language", (r, w) => w.Value("languages", r.Language)), new("state", (r, w) => w.Value("callbacks", r.State.ToString())),
        new("owner", (r, w) => w.Person(r.Owner)), new("attempts", (r, _) => JournalWords.Number(r.Attempts), IsNumber: true), new("closed", (r, w) => w.Time(r.ClosedAt)),
        new("contact", (r, _) => r.Contact),
    ];

    protected override IReadOnlyList<Filter<CallbackRow>> Filters { get; } =
    [
        By.Enum<CallbackRow, CallbackState>("state", r => r.State, "callbacks", alongTime: true), By.Language<CallbackRow>(r => r.Language),
        By.Person<CallbackRow>("owner", r => r.Owner), By.Yes<CallbackRow>("kept", r => r.State == CallbackState.Done || r.State == CallbackState.Answered),
    ];

    protected override string? Page(CallbackRow row) => row.ContactId is { } contact ? $"contacts/{contact}" : null;

    protected override IQueryable<CallbackRow> Rows(JournalScope scope)
    {
        var (db, begin, end, team) = (scope.Db, scope.From, scope.Period.End, scope.Who.Team);
        var contacts = db.Contacts.LedBy(scope.Who);
        return db.Callbacks.AsNoTracking()
            .Where(c => c.AskedAt >= begin && c.AskedAt < end && c.State != CallbackState.Draft && c.State != CallbackState.Merged)
            .Where(c => team == null || c.Owner == null || db.Users.Any(a => a.UserName == c.Owner && a.Team == team))
            .Select(c => new CallbackRow
            {
                Id = c.Id,
                At = c.AskedAt,
                Language = c.Language,
                State = c.State,
                Owner = c.Owner,
                Attempts = c.Attempts,
                ClosedAt = c.ClosedAt,
                Contact = db.Contacts.Where(k => k.Id == c.CallId).Select(k => k.Number).FirstOrDefault(),
                ContactId = contacts.Where(k => k.Id == c.CallId).Select(k => (Guid?)k.Id).FirstOrDefault(),
            });
    }
}
