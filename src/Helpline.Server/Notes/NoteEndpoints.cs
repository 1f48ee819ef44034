using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Contracts.Calls;
using Helpline.Domain.Notes;
using Helpline.Server.Accounts;
using Helpline.Server.Casework;
using Helpline.Server.Catalog;
using Helpline.Server.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Notes;

internal static class NoteEndpoints
{
    public static void MapNotes(this IEndpointRouteBuilder routes)
    {
        var notes = routes.MapGroup("/" + Routes.Calls + "/{id:guid}/note").WithTags("Notes").ForCaseworkers();
        notes.MapGet("/", Read).Produces<NoteCard>().ProducesValidationProblem();
        notes.MapPut("/", Write).Produces<NoteCard>().ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict);
        notes.MapPost("/finish", Finish).Produces<NoteCard>().ProducesValidationProblem();
        notes.MapGet("/record", ReadRecord).Produces<NoteRecord>().ProducesValidationProblem();
        notes.MapPost("/addenda", Add).Produces(StatusCodes.Status204NoContent).ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict);
        routes.MapGet("/" + Routes.MyTopics, EarlierQueries.MyTopics).WithTags("Notes").For(Section.People);
        routes.MapGet("/api/contacts/{id:guid}/earlier", EarlierQueries.Earlier).Produces<EarlierContacts>().WithTags("Notes").For(Section.People);
    }

    private static Task<IResult> Read(Guid id, string? reason, HttpContext http, CaseworkDesks desks, NoteCards cards, Catalogs catalogs) =>
        Reads(id, reason, http, desks, catalogs, (_, note) => Task.FromResult<IResult>(TypedResults.Ok(cards.Of(note))));

    private static Task<IResult> ReadRecord(Guid id, string? reason, HttpContext http, CaseworkDesks desks, NoteCards cards, Catalogs catalogs) =>
        Reads(id, reason, http, desks, catalogs, async (desk, note) =>
        {
            var addenda = await desk.Db.NoteAddenda.AsNoTracking().Where(a => a.CallId == id).OrderBy(a => a.At).ToListAsync();
            var versions = await desk.Db.NoteVersions.AsNoTracking().Where(v => v.CallId == id).OrderByDescending(v => v.Number).ToListAsync();
            var isMine = note.Author == desk.Who.UserName;
            var editable = isMine && !(desk.Now > note.EditableUntil);
            return TypedResults.Ok(new NoteRecord(cards.Of(note), isMine, editable, note.EditableUntil, addenda.ConvertAll(cards.Of), versions.ConvertAll(cards.Of)));
        });

    private static async Task<IResult> Reads(Guid id, string? reason, HttpContext http, CaseworkDesks desks, Catalogs catalogs, Func<CaseworkDesk, Note, Task<IResult>> show)
    {
        if (catalogs.Wrong("access_reasons", "reason", reason) is { } wrong) return wrong;
        return await desks.Open(http, async desk => await desk.Read(id, reason) is var (answer, note) && note is not null ? await show(desk, note) : Refused(answer));
    }

    /// <summary>Saves some fields. A stale version changes nothing and shows what is stored, so that nothing typed by either is lost.</summary>
    private static Task<IResult> Write(Guid id, NoteChange change, HttpContext http, CaseworkDesks desks, NoteCards cards, NoteChecks checks) =>
        Writes(id, http, desks, (desk, note) => desk.Once(http.IdempotencyKey(), async () =>
        {
            if (checks.Wrong(change, note) is { } wrong) return wrong;
            if (change.Version is { } seen && seen != note.Version)
                return Refusals.Conflict("The note was changed meanwhile.", ("field", "version"), ("current", cards.Of(note)));
            var answer = await desk.Write(note, change);
            if (answer == NoteAnswer.Done)
            {
                await desk.Save();
                return TypedResults.Ok(cards.Of(note));
            }
            var lacks = note.Lacks().ToList();
            await desk.Db.Entry(note).ReloadAsync();
            return answer == NoteAnswer.Lacking ? Lacking(lacks) : Refused(answer);
        }, () => TypedResults.Ok(cards.Of(note))));

    private static Task<IResult> Finish(Guid id, HttpContext http, CaseworkDesks desks, NoteCards cards) => Writes(id, http, desks, async (desk, note) =>
    {
        if (!await desk.Finish(note)) return Lacking(note.Lacks());
        await desk.Save();
        return TypedResults.Ok(cards.Of(note));
    });

    private static async Task<IResult> Add(Guid id, NewAddendum addendum, HttpContext http, CaseworkDesks desks)
    {
        var text = addendum.Text?.Trim() ?? "";
        if (text.Length == 0) return Refusals.Field("text", "The addendum is empty.");
        if (NoteChecks.TooLong("text", text, NoteCard.SummaryLength) is { } wrong) return wrong;
        return await desks.Open<IResult>(http, async desk =>
        {
            var (answer, note) = await desk.MayRead(id);
            if (note is null) return Refused(answer);
            return await desk.Once(http.IdempotencyKey(), async () => await desk.Add(note, text)
                ? TypedResults.NoContent()
                : Refusals.Conflict("The note is still a draft: its author writes in it.", ("field", "text")), TypedResults.NoContent);
        });
    }

    private static Task<IResult> Writes(Guid id, HttpContext http, CaseworkDesks desks, Func<CaseworkDesk, Note, Task<IResult>> act) => desks.Open(http, async desk =>
        await desk.NoteToWrite(id) switch
        {
            (NoteAnswer.Done, { } note) => await act(desk, note),
            var (answer, _) => Refused(answer),
        });

    private static IResult Lacking(IEnumerable<NoteLack> lacks) => TypedResults.ValidationProblem(
        lacks.ToDictionary(NoteCards.Field, lack => new[] { Why(lack) }), detail: "The note cannot be finished yet.");

    private static string Why(NoteLack lack) => lack switch
    {
        NoteLack.RiskReason => "The level is lower than the screen proposes: say why.",
        NoteLack.SafetySteps => "Somebody is in danger: tick what was done, or say why nothing was.",
    };

    private static IResult Refused(NoteAnswer answer) => answer switch
    {
        NoteAnswer.Unknown => Refusals.Unknown("note"),
        NoteAnswer.TooLate => Refusals.Conflict("The note is finished and can only be added to.", ("field", "finishedAt")),
        NoteAnswer.NotYours => Refusals.Forbidden("This is another counselor's note."),
        _ => Refusals.Field("reason", "Say why you open this note: a code of the list access_reasons."),
    };
}
