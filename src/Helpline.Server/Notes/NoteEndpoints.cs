using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Server.Accounts;
using Helpline.Server.Calls;
using Helpline.Server.Catalog;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Notes;

internal static class NoteEndpoints
{
    public static void MapNotes(this IEndpointRouteBuilder routes)
    {
        var notes = routes.MapGroup("/" + Routes.Calls + "/{id:guid}/note").WithTags("Notes").RequireAuthorization();
        notes.MapGet("/", Read).Produces<NoteCard>();
        notes.MapPut("/", Write).Produces<NoteCard>().ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> Read(Guid id, HttpContext http, HelplineDb db, NoteCards cards, CancellationToken stop) =>
        await db.Notes.AsNoTracking().SingleOrDefaultAsync(n => n.CallId == id, stop) switch
        {
            null => Refusals.Unknown("note"),
            var note when note.Author != http.User.Identity!.Name && !http.User.IsInRole(Roles.Supervisor) => Refusals.Forbidden("This is another counselor's note."),
            var note => TypedResults.Ok(cards.Of(note)),
        };

    /// <summary>Saves some fields. A stale version changes nothing and shows what is stored, so that nothing typed by either is lost.</summary>
    private static async Task<IResult> Write(Guid id, NoteChange change, HttpContext http, CallDesks desks, NoteCards cards, Catalogs catalogs)
    {
        if (Wrong(change, catalogs) is { } wrong) return wrong;
        return await desks.Open<IResult>(async desk =>
        {
            var note = await desk.Db.Notes.FindAsync(id);
            if (note is null) return Refusals.Unknown("note");
            if (note.Author != http.User.Identity!.Name) return Refusals.Forbidden("This is another counselor's note.");
            if (await desk.IsRepeat(http.IdempotencyKey())) return TypedResults.Ok(cards.Of(note));
            if (change.Version is { } seen && seen != note.Version)
                return Refusals.Conflict("The note was changed meanwhile.", ("field", "version"), ("current", cards.Of(note)));
            cards.Write(note, change, desk.Now);
            await desk.Save();
            return TypedResults.Ok(cards.Of(note));
        });
    }

    private static IResult? Wrong(NoteChange change, Catalogs catalogs) =>
        catalogs.Wrong("call_kinds", "kind", change.Kind)
        ?? catalogs.Wrong("service_kinds", "topic", change.Topic)
        ?? catalogs.Wrong("risk_levels", "risk", change.Risk)
        ?? catalogs.Wrong("call_outcomes", "outcome", change.Outcome)
        ?? (change.Summary?.Length > NoteCard.SummaryLength
            ? Refusals.Field("summary", $"The summary has {change.Summary.Length} characters; at most {NoteCard.SummaryLength} fit.")
            : null);
}
