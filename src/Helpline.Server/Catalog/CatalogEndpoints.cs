using Helpline.Contracts;
using Helpline.Contracts.Accounts;
using Helpline.Contracts.Catalog;
using Helpline.Server.Accounts;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Helpline.Server.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Catalog;

internal static class CatalogEndpoints
{
    public static void MapCatalog(this IEndpointRouteBuilder routes)
    {
        var catalog = routes.MapGroup("").WithTags("Catalog").RequireAuthorization();
        catalog.MapGet("/" + Routes.Catalog, (Catalogs catalogs) => catalogs.Lists.Where(l => l.InForms));
        catalog.MapGet("/" + Routes.Reference, (Catalogs catalogs) => catalogs.Lists.Where(l => l.SeedOrder > 0).OrderBy(l => l.SeedOrder));
        var edited = routes.MapGroup("/" + Routes.CatalogLists).WithTags("Catalog").For(Section.Catalogs);
        edited.MapGet("/", (Catalogs catalogs) => catalogs.Editable.Select(l => new CatalogListLine(l.Code, l.Title, l.Items.Count, l.InForms, l.SeedOrder)));
        edited.MapGet("/{list}", Show).Produces<EditedCatalog>();
        edited.MapPost("/{list}", Add).Produces<EditedCatalog>().ProducesValidationProblem();
        edited.MapPut("/{list}/{code}", Change).Produces<EditedCatalog>().ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> Show(string list, HelplineDb db, Catalogs catalogs, CancellationToken stop) =>
        catalogs.Editable.FirstOrDefault(l => l.Code == list) is { } known ? TypedResults.Ok(await Of(known, catalogs, db, stop)) : Refusals.Unknown("list");

    private static async Task<IResult> Add(string list, NewCatalogItem form, HttpContext http, CaseworkDesks desks, Catalogs catalogs, CatalogKeeper keeper, HelplineDb db, CancellationToken stop)
    {
        if (catalogs.Editable.FirstOrDefault(l => l.Code == list) is not { } known) return Refusals.Unknown("list");
        if (known.Fixed) return Refusals.Field("code", "The program acts by the codes of this list; none can be added.");
        if (CatalogItemRules.WrongCode(known, form.Code) is { } wrong) return wrong;
        if (CatalogItemRules.Wrong(known, form.Code, form.Item, catalogs) is { } odd) return odd;
        var refused = await desks.Open(http, async desk =>
        {
            if (await desk.MadeBefore(http.IdempotencyKey()) is not null) return null;
            if (known.Find(form.Code) is not null || await desk.Db.CatalogEdits.AnyAsync(e => e.List == list && e.Code == form.Code))
                return Refusals.Conflict($"The list has the code {form.Code} already.", ("field", "code"));
            desk.Remember(http.IdempotencyKey(), await desk.EditCatalog(list, form.Code, null, form.Item));
            return null;
        });
        return refused ?? await Fresh(list, catalogs, keeper, db, stop);
    }

    private static async Task<IResult> Change(
        string list, string code, CatalogItemChange form, HttpContext http, CaseworkDesks desks, Catalogs catalogs, CatalogKeeper keeper, HelplineDb db, CancellationToken stop)
    {
        if (catalogs.Editable.FirstOrDefault(l => l.Code == list) is not { } known) return Refusals.Unknown("list");
        if (known.Find(code) is null) return Refusals.Unknown("item");
        if (CatalogItemRules.Wrong(known, code, form, catalogs) is { } wrong) return wrong;
        var kept = await desks.Open(http, async desk =>
        {
            if (await desk.MadeBefore(http.IdempotencyKey()) is not null) return true;
            var edit = await desk.Db.CatalogEdits.FirstOrDefaultAsync(e => e.List == list && e.Code == code);
            if ((edit?.Version ?? 0) != form.Version) return false;
            desk.Remember(http.IdempotencyKey(), await desk.EditCatalog(list, code, edit, form));
            return true;
        });
        if (kept) return await Fresh(list, catalogs, keeper, db, stop);
        await keeper.Refresh(stop);
        return Refusals.Conflict("The item was changed meanwhile.", ("field", "version"), ("current", await Of(catalogs.Editable.First(l => l.Code == list), catalogs, db, stop)));
    }

    private static async Task<IResult> Fresh(string list, Catalogs catalogs, CatalogKeeper keeper, HelplineDb db, CancellationToken stop)
    {
        await keeper.Refresh(stop);
        return TypedResults.Ok(await Of(catalogs.Editable.First(l => l.Code == list), catalogs, db, stop));
    }

    private static async Task<EditedCatalog> Of(CatalogList list, Catalogs catalogs, HelplineDb db, CancellationToken stop)
    {
        var shipped = catalogs.Shipped(list.Code)!;
        var edits = await db.CatalogEdits.AsNoTracking().Where(e => e.List == list.Code).ToListAsync(stop);
        return new(list, edits.ToDictionary(e => e.Code, e => new CatalogEditCard(e.Version, e.By, e.At, shipped.Find(e.Code) is null)));
    }
}
