using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Contracts.Work;
using Helpline.Domain.Voicemails;
using Helpline.Server.Accounts;
using Helpline.Server.Callbacks;
using Helpline.Server.Calls;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Helpline.Server.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Voicemails;

internal static class VoicemailEndpoints
{
    private const int Most = 200;

    public static void MapVoicemails(this IEndpointRouteBuilder routes)
    {
        var voicemails = routes.MapGroup("/" + Routes.Voicemails).WithTags("Voicemails").RequireAuthorization(p => p.RequireRole(Roles.Counselor, Roles.Supervisor));
        voicemails.MapGet("/", List).Produces<List<VoicemailCard>>();
        voicemails.MapGet("/{id:guid}/audio", Audio).Produces(StatusCodes.Status200OK, contentType: "audio/wav");
        voicemails.MapPost("/{id:guid}/call", Place).Produces<AcceptedOffer>();
        voicemails.MapPost("/{id:guid}/take", Take).Produces<VoicemailCard>();
        voicemails.MapPost("/{id:guid}/assign", Assign).Produces<VoicemailCard>().RequireAuthorization(p => p.RequireRole(Roles.Supervisor));
        voicemails.MapPost("/{id:guid}/done", Done).Produces<VoicemailCard>();
    }

    /// <summary>The open ones, oldest first, or with <paramref name="all"/> the newest of all.</summary>
    private static async Task<IEnumerable<VoicemailCard>> List(HelplineDb db, VoicemailCards cards, TimeProvider clock, CancellationToken stop, bool all = false)
    {
        var left = db.Voicemails.AsNoTracking();
        var rows = await (all ? left.OrderByDescending(v => v.LeftAt) : left.Where(v => v.ClosedAt == null).OrderBy(v => v.LeftAt)).Take(Most).ToListAsync(stop);
        var ids = rows.ConvertAll(v => v.CallId);
        var calls = await db.Calls.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, stop);
        return rows.Select(v => cards.Of(v, calls.GetValueOrDefault(v.CallId), clock.GetUtcNow().UtcDateTime));
    }

    /// <summary>The sound of a message, or of a recorded talk for whoever may read its note; who hears it is written down.</summary>
    private static Task<IResult> Audio(Guid id, HttpContext http, CallDesks desks, Vault vault) => desks.Open<IResult>(async desk =>
    {
        if (await desk.Db.KeptSounds.FindAsync(id) is not { } sound) return Refusals.Unknown("sound");
        var who = Reader.Of(http.User);
        if (await desk.Db.Voicemails.FindAsync(id) is { } message) desk.Listen(message, who);
        else if (await desk.Db.TalkRecordings.FindAsync(id) is not { } talk) return Refusals.Unknown("sound");
        else if (!await desk.Listen(talk, who)) return Refusals.Forbidden("Only who may read the note of this talk hears it.");
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(vault.Open(sound.Sealed, VoicemailCards.SoundPlace(id)), "audio/wav", enableRangeProcessing: true);
    });

    private static Task<IResult> Take(Guid id, HttpContext http, CallDesks desks, VoicemailCards cards) => Change(id, desks, cards, (desk, voicemail) => desk.Take(voicemail, http.User.Identity!.Name!));

    private static async Task<IResult> Assign(Guid id, TaskOwnerChange change, CallDesks desks, VoicemailCards cards, HelplineDb db) =>
        await db.IsCounselor(change.Owner) ? await Change(id, desks, cards, (desk, voicemail) => desk.GiveTo(voicemail, change.Owner)) : Tasks.NobodyOfThatName();

    private static Task<IResult> Done(Guid id, HttpContext http, CallDesks desks, VoicemailCards cards) => Change(id, desks, cards, (desk, voicemail) =>
        !Tasks.IsMine(http, voicemail.Owner) ? null : voicemail.State == VoicemailState.Done || desk.Finish(voicemail, http.User.Identity!.Name!));

    private static Task<IResult> Place(Guid id, CallReason? wish, HttpContext http, CallDesks desks, VoicemailCards cards, CallbackCards numbers, CallsBack back) => desks.Open(async desk =>
        await desk.Db.Voicemails.FindAsync(id) is { } voicemail && await desk.Find(voicemail.CallId) is { } left
            ? await back.Place(desk, voicemail, numbers.Number(left), cards.MayCall(desk.Now), http.User.Identity!.Name!, wish)
            : Refusals.Unknown("voicemail"));

    /// <param name="act">Null: it is somebody else's.</param>
    private static Task<IResult> Change(Guid id, CallDesks desks, VoicemailCards cards, Func<CallDesk, Voicemail, bool?> act) => desks.Open<IResult>(async desk =>
    {
        if (await desk.Db.Voicemails.FindAsync(id) is not { } voicemail) return Refusals.Unknown("voicemail");
        if (act(desk, voicemail) is not { } done) return Refusals.Forbidden("This is another counselor's message; take it first.");
        if (!done) return Refusals.Conflict($"The message is {voicemail.State}: this cannot be done now.", ("state", voicemail.State.ToString()));
        await desk.Save();
        return TypedResults.Ok(cards.Of(voicemail, await desk.Find(voicemail.CallId), desk.Now));
    });
}
