using Helpline.Contracts.Persons;
using Helpline.Domain.Audit;
using Helpline.Domain.Casework;
using Helpline.Domain.Persons;
using Helpline.Server.Casework;
using Helpline.Server.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Persons;

/// <summary>What the next one must know at once; its author and the supervisors of its team take it down before its time.</summary>
internal static class AlertEndpoints
{
    public static void MapAlerts(this IEndpointRouteBuilder routes)
    {
        var alerts = routes.MapGroup("/api/alerts").WithTags("Persons").ForCaseworkers();
        alerts.MapDelete("/{id:guid}", TakeDown).Produces(StatusCodes.Status204NoContent);
    }

    /// <param name="person">About a person, or null and then about a telephone.</param>
    public static async Task<IResult> Warn(CaseworkDesk desk, HttpContext http, Subject subject, Guid of, Person? person, string? callerHash, NewAlert wish)
    {
        if (string.IsNullOrWhiteSpace(wish.Text)) return Refusals.Field("text", "An alert says what must be known.");
        if (wish.Text.Length > NewAlert.TextLength) return Refusals.Field("text", $"The text has {wish.Text.Length} characters; at most {NewAlert.TextLength} fit.");
        var until = wish.Until.ToUniversalTime();
        if (until <= desk.Now || until > desk.Now + Alert.Longest) return Refusals.Field("until", "An alert ends later than now and within a year.");
        var id = await desk.IdFor(http.IdempotencyKey());
        if (await desk.Db.Alerts.FindAsync(id) is { } made) return TypedResults.Ok(await desk.CardOf(made));
        desk.Audit(AuditAction.Changed, subject, of, "alert", AccessReasons.Care);
        return TypedResults.Ok(await desk.CardOf(desk.Warn(id, person, callerHash, wish.Text.Trim(), until)));
    }

    private static Task<IResult> TakeDown(Guid id, HttpContext http, CaseworkDesks desks) => desks.Open<IResult>(http, async desk =>
    {
        if (await desk.Db.Alerts.FindAsync(id) is not { } alert || !await Sees(desk, alert)) return Refusals.Unknown("alert");
        if (!await desk.MayTakeDown(alert)) return Refusals.Forbidden("This is another's alert.");
        if (alert.Until > desk.Now) alert.Until = desk.Now;
        desk.Audit(AuditAction.Changed, alert.PersonId is null ? Subject.Contact : Subject.Person, alert.PersonId ?? alert.Id, "alert", AccessReasons.Care);
        return TypedResults.NoContent();
    });

    private static async Task<bool> Sees(CaseworkDesk desk, Alert alert) => alert.By == desk.Who.UserName || (alert.PersonId is { } person
        ? await desk.SeePerson(person) is not null
        : await desk.Db.Contacts.VisibleTo(desk.Db, desk.Who, desk.Now).AnyAsync(c => c.CallerHash == alert.CallerHash));
}
