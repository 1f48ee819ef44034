using Helpline.Domain.Catalog;
using Helpline.Domain.Contacts;
using Helpline.Domain.Organizations;
using Helpline.Domain.Persons;

namespace Helpline.Tests.Data;

internal static partial class Made
{
    public static Contact ContactOf(DateTime now, string counselor = "counselor1") =>
        new() { Id = Guid.CreateVersion7(), Number = "20261102-0001", Channel = Channel.Call, StartedAt = now, Counselor = counselor, CallerHash = "hash", Alias = "K7Q2M" };

    public static Person Person(DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        Number = "20261102-0001",
        Name = "Somebody",
        Ground = ConsentGround.Consent,
        GroundAt = now,
        GroundBy = "counselor1",
        CreatedBy = "counselor1",
        CreatedAt = now,
    };

    public static Organization Organization(string name = "Somebody", Guid? id = null) => new() { Id = id ?? Guid.CreateVersion7(), Name = name, SortName = name };

    public static Service Service(Organization organization) => new() { Id = Guid.CreateVersion7(), OrganizationId = organization.Id, Name = "Advice", Kinds = ["social_legal"], Languages = ["kk"] };

    public static Location Location(Organization organization) => new() { Id = Guid.CreateVersion7(), OrganizationId = organization.Id, Phones = ["150"] };

    public static OpenTime OpenTime(Location location) => new() { LocationId = location.Id, OrganizationId = location.OrganizationId, From = 540, Until = 1080 };

    public static ContactResource Given(Contact contact, Organization organization, DateTime now) =>
        new() { Id = Guid.CreateVersion7(), ContactId = contact.Id, OrganizationId = organization.Id, At = now, By = "counselor1" };

    public static CatalogEdit CatalogEdit(DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        List = "sexes",
        Code = "added",
        Item = """{"code":"added","order":9,"text":{"kk":"а","ru":"а","en":"a"},"label":{"kk":"а","ru":"а","en":"a"}}""",
        Edition = 1,
        By = "admin",
        At = now,
    };
}
