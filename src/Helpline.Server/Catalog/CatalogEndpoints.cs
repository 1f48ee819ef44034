using Helpline.Contracts;

namespace Helpline.Server.Catalog;

internal static class CatalogEndpoints
{
    public static void MapCatalog(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/" + Routes.Catalog, (Catalogs catalogs) => catalogs.Lists).WithTags("Catalog").RequireAuthorization();
}
