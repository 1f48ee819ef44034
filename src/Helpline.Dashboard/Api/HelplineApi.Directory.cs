using Helpline.Contracts;
using Helpline.Contracts.Catalog;
using Helpline.Contracts.Organizations;

namespace Helpline.Dashboard.Api;

internal sealed partial class HelplineApi
{
    public Task<Answer<CatalogListLine[]>> CatalogLists() => Get<CatalogListLine[]>(Routes.CatalogLists);
    public Task<Answer<EditedCatalog>> CatalogList(string list) => Get<EditedCatalog>(Routes.CatalogListOf(list));
    public Task<Answer<EditedCatalog>> Add(string list, NewCatalogItem item) => Send<EditedCatalog>(HttpMethod.Post, Routes.CatalogListOf(list), item);
    public Task<Answer<EditedCatalog>> Change(string list, string code, CatalogItemChange item) => Send<EditedCatalog>(HttpMethod.Put, Routes.CatalogItemOf(list, code), item);

    /// <param name="query">As of the route, without the question mark.</param>
    public Task<Answer<FoundOrganizations>> Directory(string query) => Get<FoundOrganizations>($"{Routes.Directory}?{query}");
    public Task<Answer<OrganizationCard>> Organization(Guid organization) => Get<OrganizationCard>(Routes.Organization(organization));
    public Task<Answer<OrganizationCard>> AddOrganization(OrganizationChange organization) => Send<OrganizationCard>(HttpMethod.Post, Routes.Directory, organization);
    public Task<Answer<OrganizationCard>> ChangeOrganization(Guid organization, OrganizationChange change) => Send<OrganizationCard>(HttpMethod.Put, Routes.Organization(organization), change);
    public Task<Answer<OrganizationCard>> Verify(Guid organization) => Send<OrganizationCard>(HttpMethod.Post, Routes.VerifyOrganization(organization));
    public Task<Answer<GivenInformation[]>> Information(Guid contact) => Get<GivenInformation[]>(Routes.Information(contact));
    public Task<Answer<GivenInformation[]>> GiveInformation(Guid contact, GiveInformation given) => Send<GivenInformation[]>(HttpMethod.Post, Routes.Information(contact), given);
    public Task<Answer<Nothing>> TakeBack(Guid contact, Guid given) => Send<Nothing>(HttpMethod.Delete, Routes.InformationOf(contact, given));
}
