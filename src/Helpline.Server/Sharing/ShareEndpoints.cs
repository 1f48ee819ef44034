using Helpline.Contracts;
using Helpline.Contracts.Sharing;
using Helpline.Domain.Casework;
using Helpline.Server.Casework;
using Helpline.Server.Catalog;
using Helpline.Server.Hosting;

namespace Helpline.Server.Sharing;

/// <summary>A contact or a case is shared with a colleague for a while, by whoever has it.</summary>
internal static class ShareEndpoints
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public static void MapShares(this IEndpointRouteBuilder routes)
    {
        Map(routes, Routes.Contacts, Subject.Contact, "contact");
        Map(routes, Routes.Cases, Subject.Case, "case");
    }

    private static void Map(IEndpointRouteBuilder routes, string things, Subject subject, string name)
    {
        var shares = routes.MapGroup("/" + things + "/{id:guid}/shares").WithTags("Sharing").ForCaseworkers();
        shares.MapGet("/", (Guid id, HttpContext http, CaseworkDesks desks) => desks.Open<IResult>(http, async desk =>
            await desk.MayShare(subject, id) is null ? Refusals.Unknown(name) : TypedResults.Ok(await desk.Shares(subject, id)))).Produces<List<ShareCard>>();
        shares.MapPost("/", (Guid id, Share wish, HttpContext http, CaseworkDesks desks, Catalogs catalogs) => desks.Open(http, async desk =>
            await desk.MayShare(subject, id) is { } began ? await Share(desk, subject, id, began, wish, catalogs) : Refusals.Unknown(name))).Produces<List<ShareCard>>().ProducesValidationProblem();
        shares.MapDelete("/{userName}", (Guid id, string userName, HttpContext http, CaseworkDesks desks) => desks.Open<IResult>(http, async desk =>
            await desk.MayShare(subject, id) is null || !await desk.TakeBack(subject, id, userName) ? Refusals.Unknown("share") : TypedResults.NoContent())).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> Share(CaseworkDesk desk, Subject subject, Guid id, DateTime began, Share wish, Catalogs catalogs)
    {
        if (string.IsNullOrEmpty(wish.Reason)) return Refusals.Field("reason", "A thing is shared for a reason.");
        if (catalogs.Wrong("access_reasons", "reason", wish.Reason) is { } wrong) return wrong;
        var until = wish.Until.ToUniversalTime();
        if (until <= desk.Now || until > desk.Now + Longest) return Refusals.Field("until", "A share ends later than now and within a year.");
        if (wish.With == desk.Who.UserName || await desk.Db.Caseworker(wish.With) is null) return Refusals.Field("with", "There is no colleague of that name.");
        var notes = wish.Notes && subject == Subject.Contact;
        if (notes && !await desk.MayShareNote(id)) return Refusals.Forbidden("This note is shared by whoever had the talk.");
        await desk.Share(subject, id, began, wish with { Until = until, Notes = notes });
        await desk.Save();
        return TypedResults.Ok(await desk.Shares(subject, id));
    }
}
