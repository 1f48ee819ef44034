using Helpline.Contracts.Accounts;
using Helpline.Contracts.Organizations;
using Helpline.Domain.Contacts;
using Helpline.Server.Accounts;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Organizations;

/// <summary>What was named to somebody in a contact; for whoever may see the contact.</summary>
internal static class InformationEndpoints
{
    public static void MapInformation(this IEndpointRouteBuilder routes)
    {
        var given = routes.MapGroup("/api/contacts/{contact:guid}/information").WithTags("Directory").For(Section.People);
        given.MapGet("/", List).Produces<List<GivenInformation>>();
        given.MapPost("/", Give).Produces<List<GivenInformation>>().ProducesValidationProblem();
        given.MapDelete("/{id:guid}", TakeBack).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> List(Guid contact, HttpContext http, HelplineDb db, TimeProvider clock, CancellationToken stop) =>
        await Visible(db, Reader.Of(http.User), clock.GetUtcNow().UtcDateTime, contact) is null ? Refusals.Unknown("contact") : TypedResults.Ok(await Of(db, contact, stop));

    private static Task<IResult> Give(Guid contact, GiveInformation form, HttpContext http, CaseworkDesks desks) => desks.Open<IResult>(http, async desk =>
    {
        if (await Visible(desk.Db, desk.Who, desk.Now, contact) is not { } known) return Refusals.Unknown("contact");
        if (!await desk.MayAddTo(known)) return Caseworkers.OnlyReads();
        if (await desk.Db.Organizations.FindAsync(form.OrganizationId) is not { Closed: false }) return Refusals.Field("organizationId", "The directory has no such organization, or it is closed.");
        if (form.ServiceId is { } id && !await desk.Db.Services.AnyAsync(s => s.Id == id && s.OrganizationId == form.OrganizationId)) return Refusals.Field("serviceId", "The organization has no such service.");
        await desk.Give(known, form.OrganizationId, form.ServiceId);
        await desk.Save();
        return TypedResults.Ok(await Of(desk.Db, contact, CancellationToken.None));
    });

    private static Task<IResult> TakeBack(Guid contact, Guid id, HttpContext http, CaseworkDesks desks) => desks.Open<IResult>(http, async desk =>
    {
        if (await Visible(desk.Db, desk.Who, desk.Now, contact) is not { } known) return Refusals.Unknown("contact");
        if (await desk.Db.ContactResources.FirstOrDefaultAsync(g => g.Id == id && g.ContactId == contact) is not { } given) return TypedResults.NoContent();
        if (given.By != desk.Who.UserName) return Refusals.Forbidden("Somebody else noted this.");
        desk.TakeBack(known, given);
        return TypedResults.NoContent();
    });

    private static Task<Contact?> Visible(HelplineDb db, Reader who, DateTime now, Guid contact) => db.Contacts.VisibleTo(db, who, now).FirstOrDefaultAsync(c => c.Id == contact);

    private static Task<List<GivenInformation>> Of(HelplineDb db, Guid contact, CancellationToken stop) =>
        (from given in db.ContactResources
         where given.ContactId == contact
         join organization in db.Organizations on given.OrganizationId equals organization.Id
         orderby given.At
         select new GivenInformation(
             given.Id, organization.Id, organization.Name, given.ServiceId, db.Services.Where(s => s.Id == given.ServiceId).Select(s => s.Name).FirstOrDefault(), given.At, given.By))
        .ToListAsync(stop);
}
