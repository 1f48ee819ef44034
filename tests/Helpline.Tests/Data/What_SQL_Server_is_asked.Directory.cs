using Helpline.Contracts;
using Helpline.Contracts.Catalog;
using Helpline.Contracts.Organizations;
using Helpline.Contracts.Privacy;
using Helpline.Domain.Audit;
using Helpline.Domain.Calls;
using Helpline.Domain.Casework;
using Helpline.Domain.Organizations;
using Helpline.Server.Accounts;
using Helpline.Server.Privacy;
using Helpline.Tests.Organizations;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Data;

public sealed partial class What_SQL_Server_is_asked
{
    private async Task Directory()
    {
        var organization = Made.Organization();
        var (service, location, contact) = (Made.Service(organization), Made.Location(organization), Made.ContactOf(paper.Now));
        var given = Made.Given(contact, organization, paper.Now);
        var me = await SignsIn("counselor1", Roles.Counselor, Roles.Supervisor);
        paper.Holds(me, organization, service, location, Made.OpenTime(location), contact, given,
            new SearchWord { Word = "somebody", Subject = Subject.Organization, SubjectId = organization.Id },
            new OrganizationMark { Mark = OrganizationMark.WholeCountry, OrganizationId = organization.Id });
        await Asks(HttpMethod.Get, Routes.Directory);
        await Asks(HttpMethod.Get, $"{Routes.Directory}?q=some body&kind=social_legal&language=kk&region=astana&open=true&after=s");
        await Asks(HttpMethod.Get, Routes.Organization(organization.Id));
        await Asks(HttpMethod.Post, Routes.Directory, Cards.New("New"), key: "d1");
        await Asks(HttpMethod.Put, Routes.Organization(organization.Id), Cards.New("Changed") with { Version = organization.Version });
        await Asks(HttpMethod.Post, Routes.VerifyOrganization(organization.Id));
        await Asks(HttpMethod.Get, Routes.Information(contact.Id));
        await Asks(HttpMethod.Post, Routes.Information(contact.Id), new GiveInformation(organization.Id, service.Id));
        await Asks(HttpMethod.Delete, Routes.InformationOf(contact.Id, given.Id));
        await SignsIn("counselor1");
        paper.Holds(me, contact);
        await Asks(HttpMethod.Get, Routes.Information(contact.Id));
        await SignsIn("admin", Roles.Administrator);
        paper.Holds(Account("admin", Roles.Administrator), organization);
        await Asks(HttpMethod.Post, Routes.DirectoryImport, new[] { Cards.New("Imported") });
    }

    private async Task Privacy()
    {
        var call = Made.Call(CallState.WrapUp, paper.Now);
        call.Finish(paper.Now);
        var person = Made.Person(paper.Now);
        var me = await SignsIn("supervisor1", Roles.Supervisor);
        paper.Holds(me, call, Made.Note(call, paper.Now), person);
        await Asks(HttpMethod.Post, Routes.Erasures, new EraseRequest(null, "+77010000001"));
        await Asks(HttpMethod.Post, Routes.Erasures, new EraseRequest(person.Id, null));
        await Asks(HttpMethod.Get, Routes.Erasures);
        await Asks(HttpMethod.Get, Routes.Erasures + "?before=2026-11-02T09:00:00Z");
        var auditor = await SignsIn("auditor1", Roles.Auditor);
        paper.Holds(auditor, new AuditEntry { Id = 1, At = paper.Now, Action = AuditAction.Read, Subject = Subject.Person, SubjectId = person.Id });
        await Asks(HttpMethod.Get, $"{Routes.Audit}?actor=a&action=Read&subject=Person&subjectId={person.Id}&number=20261101-0001&reason=care&from=2026-11-01&to=2026-11-02&at={paper.Now.Ticks}&id=5");
        // Nothing ever leaves the made-up database, and the night goes on until nothing is left: it finds none.
        paper.Holds();
        await using var scope = paper.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RetentionJob>().Run(CancellationToken.None);
    }

    private async Task Catalogs()
    {
        var item = new Words("а", "а", "a");
        var admin = await SignsIn("admin", Roles.Administrator);
        paper.Holds(admin);
        await Asks(HttpMethod.Get, Routes.CatalogLists);
        await Asks(HttpMethod.Post, Routes.CatalogListOf("sexes"), new NewCatalogItem("new_one", new(item, item, 9, null, null, null, 0)));
        paper.Holds(admin, Made.CatalogEdit(paper.Now));
        await Asks(HttpMethod.Get, Routes.CatalogListOf("sexes"));
        await Asks(HttpMethod.Put, Routes.CatalogItemOf("sexes", "female"), new CatalogItemChange(item, item, 1, null, null, null, 0));
        await paper.Passes(TimeSpan.FromSeconds(4));
    }
}
