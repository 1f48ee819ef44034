namespace Helpline.Contracts;

/// <summary>The directory of organizations, the catalogs as administrators edit them, privacy and the audit trail.</summary>
public static partial class Routes
{
    /// <summary>GET <see cref="Catalog.CatalogListLine"/>[]: the lists that an administrator may edit. Administrators only.</summary>
    public const string CatalogLists = "api/catalog/lists";

    /// <summary>GET <see cref="Catalog.EditedCatalog"/>; POST <see cref="Catalog.NewCatalogItem"/>. Administrators only.</summary>
    public static string CatalogListOf(string list) => $"{CatalogLists}/{list}";

    /// <summary>PUT <see cref="Catalog.CatalogItemChange"/>, answers <see cref="Catalog.EditedCatalog"/>; 409 with <c>current</c> for a stale version.</summary>
    public static string CatalogItemOf(string list, string code) => $"{CatalogLists}/{list}/{code}";

    /// <summary>
    /// GET <see cref="Organizations.FoundOrganizations"/>: organizations that have all the words of <c>?q=</c>, by name, filtered by <c>kind</c>, <c>language</c>,
    /// <c>region</c> and <c>open=true</c>; <c>after</c> is the <c>Next</c> of the page before. POST <see cref="Organizations.OrganizationChange"/>, answers
    /// <see cref="Organizations.OrganizationCard"/>; supervisors and administrators.
    /// </summary>
    public const string Directory = "api/directory";

    /// <summary>GET <see cref="Organizations.OrganizationCard"/>; PUT <see cref="Organizations.OrganizationChange"/>, 409 with <c>current</c> for a stale version.</summary>
    public static string Organization(Guid organization) => $"{Directory}/{organization}";

    /// <summary>POST: everything on the card was checked today. Supervisors and administrators.</summary>
    public static string VerifyOrganization(Guid organization) => $"{Directory}/{organization}/verify";

    /// <summary>POST <see cref="Organizations.OrganizationChange"/>[], as in <c>config/directory/sample.json</c>: those whose name is not known yet are added. Administrators only.</summary>
    public const string DirectoryImport = "api/directory/import";

    /// <summary>GET <see cref="Organizations.GivenInformation"/>[]: what was named to somebody in this contact; POST <see cref="Organizations.GiveInformation"/>.</summary>
    public static string Information(Guid contact) => $"api/contacts/{contact}/information";

    /// <summary>DELETE: it was noted by mistake; only by whoever noted it.</summary>
    public static string InformationOf(Guid contact, Guid given) => $"{Information(contact)}/{given}";

    /// <summary>
    /// GET the newest proofs, <see cref="Privacy.ErasureCard"/>[]; <c>?before={at}</c> pages back. POST <see cref="Privacy.EraseRequest"/>, answers
    /// <see cref="Privacy.ErasureCard"/>; 409 while something of the person is not over. Supervisors and administrators.
    /// </summary>
    public const string Erasures = "api/privacy/erasures";

    /// <summary>
    /// GET <see cref="Helpline.Contracts.Audit.AuditPage"/>, newest first, filtered by <c>actor</c>, <c>action</c>, <c>subject</c>, <c>subjectId</c>, <c>from</c> and
    /// <c>to</c>; <c>Next</c> is what to add for the next page. Auditors only.
    /// </summary>
    public const string Audit = "api/audit";
}
