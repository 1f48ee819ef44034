using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Contracts.Organizations;
using Helpline.Contracts.Search;
using Helpline.Server.Accounts;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Organizations;

internal static class DirectoryEndpoints
{
    private const int PageSize = 20;

    public static void MapDirectory(this IEndpointRouteBuilder routes)
    {
        var directory = routes.MapGroup("/" + Routes.Directory).WithTags("Directory").For(Section.Directory);
        directory.MapGet("/", Search).Produces<FoundOrganizations>();
        directory.MapGet("/{id:guid}", Show).Produces<OrganizationCard>();
        var editors = directory.MapGroup("").RequireAuthorization(p => p.RequireRole(Roles.Supervisor, Roles.Administrator));
        editors.MapPost("/", Add).Produces<OrganizationCard>().ProducesValidationProblem();
        editors.MapPut("/{id:guid}", Change).Produces<OrganizationCard>().ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict);
        editors.MapPost("/{id:guid}/verify", Verify).Produces<OrganizationCard>();
        directory.MapPost("/import", Import).RequireAuthorization(p => p.RequireRole(Roles.Administrator)).Produces<DirectoryImported>().ProducesValidationProblem();
        routes.MapInformation();
    }

    private static async Task<FoundOrganizations> Search([AsParameters] DirectoryQuery asked, HelplineDb db, OrganizationCards cards, CancellationToken stop)
    {
        var found = await db.Found(asked, cards.Minute).Take(PageSize + 1).ToListAsync(stop);
        var page = found.Take(PageSize).ToList();
        return new(await cards.Of(db, page, stop), found.Count > PageSize ? page[^1].SortName : null);
    }

    private static async Task<IResult> Show(Guid id, HelplineDb db, OrganizationCards cards, CancellationToken stop) =>
        await db.Organizations.AsNoTracking().FirstOrDefaultAsync(o => o.Id == id, stop) is { } known ? TypedResults.Ok(await cards.Of(db, known, stop)) : Refusals.Unknown("organization");

    private static Task<IResult> Add(OrganizationChange form, HttpContext http, CaseworkDesks desks, OrganizationRules rules, OrganizationCards cards) =>
        rules.Wrong(form, [], []) is { } wrong ? Task.FromResult<IResult>(wrong) : desks.Open<IResult>(http, async desk =>
        {
            if (await desk.MadeBefore(http.IdempotencyKey()) is { } made) return TypedResults.Ok(await cards.Of(desk.Db, (await desk.Db.Organizations.FindAsync(made))!));
            var organization = await desk.AddOrganization(form);
            desk.Remember(http.IdempotencyKey(), organization.Id);
            await desk.Save();
            return TypedResults.Ok(await cards.Of(desk.Db, organization));
        });

    private static Task<IResult> Change(Guid id, OrganizationChange form, HttpContext http, CaseworkDesks desks, OrganizationRules rules, OrganizationCards cards) =>
        desks.Open<IResult>(http, async desk =>
        {
            if (await desk.Db.Organizations.FindAsync(id) is not { } organization) return Refusals.Unknown("organization");
            var services = await desk.Db.Services.Where(s => s.OrganizationId == id).ToListAsync();
            var locations = await desk.Db.Locations.Where(l => l.OrganizationId == id).ToListAsync();
            if (rules.Wrong(form, services, locations) is { } wrong) return wrong;
            if (await desk.MadeBefore(http.IdempotencyKey()) is not null) return TypedResults.Ok(await cards.Of(desk.Db, organization));
            if (form.Version != organization.Version)
                return Refusals.Conflict("The card was changed meanwhile.", ("field", "version"), ("current", await cards.Of(desk.Db, organization)));
            await desk.WriteOrganization(organization, form, services, locations);
            desk.Remember(http.IdempotencyKey(), id);
            await desk.Save();
            return TypedResults.Ok(await cards.Of(desk.Db, organization));
        });

    private static Task<IResult> Verify(Guid id, HttpContext http, CaseworkDesks desks, OrganizationCards cards) => desks.Open<IResult>(http, async desk =>
    {
        if (await desk.Db.Organizations.FindAsync(id) is not { } organization) return Refusals.Unknown("organization");
        desk.Verify(organization);
        await desk.Save();
        return TypedResults.Ok(await cards.Of(desk.Db, organization));
    });

    private static Task<IResult> Import(IReadOnlyList<OrganizationChange> forms, HttpContext http, CaseworkDesks desks, OrganizationRules rules) =>
        forms.Select((form, i) => rules.Wrong(form, [], [], $"[{i}].")).FirstOrDefault(w => w is not null) is { } wrong
            ? Task.FromResult<IResult>(wrong)
            : desks.Open<IResult>(http, async desk => TypedResults.Ok(await AddUnknown(desk, forms)));

    /// <summary>Adds those whose name is not known yet, so that the same file twice adds nothing.</summary>
    public static async Task<DirectoryImported> AddUnknown(CaseworkDesk desk, IReadOnlyList<OrganizationChange> forms)
    {
        var known = (await desk.Db.Organizations.Select(o => o.Name).ToListAsync()).Select(Folding.Fold).ToHashSet();
        var added = forms.Where(f => known.Add(Folding.Fold(f.Name.Trim()))).ToList();
        foreach (var form in added) await desk.AddOrganization(form);
        return new(added.Count, forms.Count - added.Count);
    }
}
