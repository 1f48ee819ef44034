using Helpline.Contracts;
using Helpline.Contracts.Persons;
using Helpline.Domain.Audit;
using Helpline.Domain.Cases;
using Helpline.Domain.Casework;
using Helpline.Domain.Persons;
using Helpline.Server.Casework;
using Helpline.Server.Catalog;
using Helpline.Server.Hosting;

namespace Helpline.Server.Persons;

internal static class PersonEndpoints
{
    public static void MapPersons(this IEndpointRouteBuilder routes)
    {
        var persons = routes.MapGroup("/" + Routes.Persons).WithTags("Persons").ForCaseworkers();
        persons.MapPost("/", Keep).Produces<PersonCard>().ProducesValidationProblem();
        persons.MapPost("/duplicates", Duplicates).Produces<List<PersonName>>();
        persons.MapGet("/{id:guid}", Read).Produces<PersonDetails>().ProducesValidationProblem();
        persons.MapPut("/{id:guid}", Change).Produces<PersonCard>().ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict);
        persons.MapPost("/{id:guid}/number", Number).Produces<PersonNumber>().ProducesValidationProblem();
        persons.MapPost("/{id:guid}/withdraw", Withdraw).Produces<PersonCard>();
        persons.MapPut("/{id:guid}/household", LiveWith).Produces<PersonCard>();
        persons.MapPost("/{id:guid}/alerts", Warn).Produces<AlertCard>().ProducesValidationProblem();
        routes.MapAlerts();
    }

    private static Task<IResult> Keep(NewPerson wish, HttpContext http, CaseworkDesks desks, PersonForms forms) => desks.Open<IResult>(http, async desk =>
    {
        if (PersonForms.WrongGround(wish.Ground, wish.GroundBasis, out var ground) is { } groundless) return groundless;
        if (forms.Wrong(wish.Person, desk.Now) is { } wrong) return wrong;
        var contact = wish.ContactId is { } came ? await desk.SeeContact(came) : null;
        if (wish.ContactId is not null && (contact is null || !desk.MayChange(contact))) return Refusals.Field("contactId", "There is no such contact of yours.");
        var of = wish.CaseId is { } opened ? await desk.SeeCase(opened) : null;
        if (wish.CaseId is not null && (of is not { State: CaseState.Open } || !desk.MayChange(of))) return Refusals.Field("caseId", "There is no such open case of yours.");
        var id = await desk.IdFor(http.IdempotencyKey());
        if (await desk.Db.Persons.FindAsync(id) is { } made) return TypedResults.Ok(PersonCards.Of(made, desk.Vault));
        var person = new Person
        {
            Id = id,
            Number = await desk.NextNumber(Subject.Person),
            Name = wish.Person.Name,
            Ground = ground,
            GroundBasis = wish.GroundBasis?.Trim(),
            GroundAt = desk.Now,
            GroundBy = desk.Who.UserName!,
            CreatedBy = desk.Who.UserName!,
            CreatedAt = desk.Now,
            Team = desk.Who.Team,
        };
        forms.Write(person, wish.Person);
        await desk.Keep(person, contact);
        if (of is not null) await desk.Change(of, new(null, null, null, id));
        await desk.Save();
        return TypedResults.Ok(PersonCards.Of(person, desk.Vault));
    });

    /// <summary>Whoever cares for the person needs no reason but that; others say why they look.</summary>
    private static Task<IResult> Read(Guid id, HttpContext http, CaseworkDesks desks, Catalogs catalogs, string? reason = null) => desks.Open<IResult>(http, async desk =>
    {
        if (catalogs.Wrong("access_reasons", "reason", reason) is { } wrong) return wrong;
        if (await desk.SeePerson(id) is not { } person) return Refusals.Unknown("person");
        var cares = await desk.GroundOn(Subject.Person, id) is GrantGround.Own or GrantGround.Assigned;
        if (string.IsNullOrEmpty(reason) && !cares) return Refusals.Field("reason", "Say why you open this person.");
        return TypedResults.Ok(await PersonPages.Of(desk, person, cares || desk.Who.IsSupervisor, string.IsNullOrEmpty(reason) ? AccessReasons.Care : reason));
    });

    private static Task<IResult> Change(Guid id, PersonChange change, HttpContext http, CaseworkDesks desks, PersonForms forms) => Act(id, change.Version, http, desks, async (desk, person) =>
    {
        if (forms.Wrong(change.Person, desk.Now, person) is { } wrong) return wrong;
        forms.Write(person, change.Person);
        await desk.Index(person);
        desk.Audit(AuditAction.Changed, Subject.Person, id, "person", AccessReasons.Care);
        return null;
    });

    private static Task<IResult> Number(Guid id, Access access, HttpContext http, CaseworkDesks desks, Catalogs catalogs) => desks.Open<IResult>(http, async desk =>
    {
        if (string.IsNullOrEmpty(access.Reason)) return Refusals.Field("reason", "A number is shown for a reason.");
        if (catalogs.Wrong("access_reasons", "reason", access.Reason) is { } wrong) return wrong;
        if (await desk.SeePerson(id) is not { } person) return Refusals.Unknown("person");
        if (person.SealedPhone is not { } phone) return Refusals.Unknown("number");
        if (desk.Vault.Read(phone, PersonForms.PhonePlace(id)) is not { } number) return Refusals.Conflict("The number cannot be read: the key it was sealed with is not among Privacy:Keys.");
        desk.Audit(AuditAction.NumberShown, Subject.Person, id, "number", access.Reason);
        return TypedResults.Ok(new PersonNumber(number));
    });

    private static Task<IResult> Withdraw(Guid id, HttpContext http, CaseworkDesks desks) => Act(id, null, http, desks, (desk, person) =>
    {
        desk.Withdraw(person);
        return Task.FromResult<IResult?>(null);
    });

    private static Task<IResult> LiveWith(Guid id, LivesWith wish, HttpContext http, CaseworkDesks desks) => Act(id, null, http, desks, async (desk, person) =>
    {
        var other = wish.PersonId is { } one ? await desk.SeePerson(one) : null;
        if (wish.PersonId is not null && (other is null || other == person)) return Refusals.Field("personId", "There is no such other person.");
        await desk.LiveWith(person, other);
        return null;
    });

    private static Task<IResult> Warn(Guid id, NewAlert alert, HttpContext http, CaseworkDesks desks) => desks.Open<IResult>(http, async desk =>
        await desk.SeePerson(id) is { } person ? await AlertEndpoints.Warn(desk, http, Subject.Person, id, person, null, alert) : Refusals.Unknown("person"));

    private static Task<IResult> Duplicates(Likeness typed, HttpContext http, CaseworkDesks desks, PersonForms forms) => desks.Open<IResult>(http, async desk =>
        TypedResults.Ok(await PersonPages.Like(desk, typed, forms.Hash(typed.Phone))));

    /// <param name="act">Answers null when it is done, and has changed nothing when it refuses.</param>
    private static Task<IResult> Act(Guid id, long? version, HttpContext http, CaseworkDesks desks, Func<CaseworkDesk, Person, Task<IResult?>> act) => desks.Open<IResult>(http, async desk =>
    {
        if (await desk.SeePerson(id) is not { } person) return Refusals.Unknown("person");
        return await desk.Once(http.IdempotencyKey(), async () =>
        {
            if (person.WithdrawnAt is not null) return Refusals.Conflict("The person has taken the consent back: nothing is changed any more.", ("field", "withdrawnAt"));
            if (version is { } seen && seen != person.Version)
            {
                desk.Audit(AuditAction.Read, Subject.Person, id, "person", desk.Who.IsSupervisor ? AccessReasons.Supervision : AccessReasons.Care);
                return Refusals.Conflict("The person was changed meanwhile.", ("field", "version"), ("current", PersonCards.Of(person, desk.Vault)));
            }
            if (await act(desk, person) is { } refused) return refused;
            await desk.Save();
            return TypedResults.Ok(PersonCards.Of(person, desk.Vault));
        }, () => TypedResults.Ok(PersonCards.Of(person, desk.Vault)));
    });
}
