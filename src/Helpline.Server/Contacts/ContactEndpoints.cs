using Helpline.Contracts;
using Helpline.Contracts.Contacts;
using Helpline.Contracts.Persons;
using Helpline.Domain.Casework;
using Helpline.Domain.Contacts;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Helpline.Server.Persons;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Contacts;

internal static class ContactEndpoints
{
    private static readonly DateTime Earliest = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static void MapContacts(this IEndpointRouteBuilder routes)
    {
        var contacts = routes.MapGroup("/" + Routes.Contacts).WithTags("Contacts").ForCaseworkers();
        contacts.MapGet("/", List).Produces<Page<ContactCard>>();
        contacts.MapPost("/", Enter).Produces<ContactCard>().ProducesValidationProblem();
        contacts.MapGet("/{id:guid}", Read).Produces<ContactDetails>();
        contacts.MapPut("/{id:guid}/person", Name).Produces<ContactCard>().ProducesProblem(StatusCodes.Status409Conflict);
        contacts.MapPost("/{id:guid}/alerts", Warn).Produces<AlertCard>().ProducesValidationProblem();
    }

    private static Task<Page<ContactCard>> List(HttpContext http, HelplineDb db, TimeProvider clock, CancellationToken stop,
        Channel? channel = null, DateTime? from = null, DateTime? to = null, string? counselor = null, Cursor? after = null) =>
        db.Page(Reader.Of(http.User), clock.GetUtcNow().UtcDateTime, new(channel, from, to, counselor), after, stop);

    private static Task<IResult> Enter(WalkIn walkIn, HttpContext http, CaseworkDesks desks) => desks.Open<IResult>(http, async desk =>
    {
        var at = walkIn.StartedAt?.ToUniversalTime() ?? desk.Now;
        if (at > desk.Now) return Refusals.Field("startedAt", "A contact is entered when it took place, not before.");
        if (at < Earliest) return Refusals.Field("startedAt", $"A contact took place after {Earliest.Year}.");
        if (PersonForms.WrongLanguage(walkIn.Language) is { } wrong) return wrong;
        var id = await desk.IdFor(http.IdempotencyKey());
        if (await desk.Db.Contacts.FindAsync(id) is { } made) return TypedResults.Ok(ContactCards.Of(made));
        var contact = await desk.EnterWalkIn(id, at, string.IsNullOrEmpty(walkIn.Language) ? null : walkIn.Language);
        await desk.Save();
        return TypedResults.Ok(ContactCards.Of(contact));
    });

    private static Task<IResult> Read(Guid id, HttpContext http, CaseworkDesks desks) => desks.Open<IResult>(http, async desk =>
    {
        if (await desk.SeeContact(id) is not { } contact) return Refusals.Unknown("contact");
        var right = await desk.Db.Grants.AsNoTracking().Held(desk.Who, Subject.Contact, desk.Now).FirstOrDefaultAsync(g => g.SubjectId == id);
        var person = await desk.Db.Persons.Where(p => p.Id == contact.PersonId).Select(p => p.Number).FirstOrDefaultAsync();
        var joined = await desk.Db.Cases.Where(c => c.Id == contact.CaseId).Select(c => c.Number).FirstOrDefaultAsync();
        var alerts = await desk.SeeAlerts(id, contact.PersonId, contact.CallerHash);
        return TypedResults.Ok(new ContactDetails(
            ContactCards.Of(contact), person, joined, desk.Who.Supervises(contact.Team) || right is { Notes: true } && !(right.Until <= desk.Now), await desk.MayShareNote(id), desk.MayChange(contact), alerts));
    });

    private static Task<IResult> Name(Guid id, ContactPerson change, HttpContext http, CaseworkDesks desks) => desks.Open<IResult>(http, async desk =>
    {
        if (await desk.SeeContact(id) is not { } contact) return Refusals.Unknown("contact");
        if (!desk.MayChange(contact)) return Refusals.Forbidden("This is another counselor's contact; it was shared with you to read.");
        return await desk.Once(http.IdempotencyKey(), async () =>
        {
            if (change.Version is { } seen && seen != contact.Version)
                return Refusals.Conflict("The contact was changed meanwhile.", ("field", "version"), ("current", ContactCards.Of(contact)));
            var person = change.PersonId is { } one ? await desk.SeePerson(one) : null;
            if (change.PersonId is not null && person is null) return Refusals.Field("personId", "There is no such person.");
            desk.Name(contact, person);
            await desk.Save();
            return TypedResults.Ok(ContactCards.Of(contact));
        }, () => TypedResults.Ok(ContactCards.Of(contact)));
    });

    private static Task<IResult> Warn(Guid id, NewAlert alert, HttpContext http, CaseworkDesks desks) => desks.Open<IResult>(http, async desk =>
    {
        if (await desk.SeeContact(id) is not { } contact) return Refusals.Unknown("contact");
        return contact.CallerHash is { } hash
            ? await AlertEndpoints.Warn(desk, http, Subject.Contact, id, null, hash, alert)
            : Refusals.Conflict("The contact has no telephone to know it by.", ("field", "callerHash"));
    });
}
