using Helpline.Contracts;
using Helpline.Contracts.Cases;
using Helpline.Contracts.Contacts;
using Helpline.Contracts.Persons;
using Helpline.Contracts.Sharing;
using Helpline.Domain.Cases;
using Helpline.Domain.Casework;
using Helpline.Domain.Persons;
using Helpline.Server.Accounts;
using Helpline.Server.Casework;
using Helpline.Server.Persons;
using Helpline.Server.Privacy;
using Helpline.Tests.Cases;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Data;

public sealed partial class What_SQL_Server_is_asked
{
    private async Task People()
    {
        foreach (var (role, team) in new[] { (Roles.Counselor, (string?)null), (Roles.Supervisor, null), (Roles.Supervisor, "north") })
        {
            var me = await SignsIn(Account("counselor1", role), team);
            await Cases(me);
            await Persons(me);
            await ContactsAndShares(me);
            await Search(me);
        }
    }

    private async Task Cases(Account me)
    {
        var contact = Made.Contact(paper.Now);
        paper.Holds(me, contact, Made.Right(Subject.Contact, contact.Id, paper.Now));
        await Asks(HttpMethod.Post, Routes.Cases, new NewCase("Housing", "low", contact.Id), key: "k2");
        foreach (var state in Enum.GetValues<CaseState>())
        {
            var (person, to) = (Made.Person(paper.Now), Account("counselor1", Roles.Counselor));
            var of = Made.Case(paper.Now, state, person.Id, owner: "counselor2");
            paper.Holds(me, of, person, contact, Made.Right(Subject.Contact, contact.Id, paper.Now, GrantGround.Assigned, of: of.Id));
            await Asks(HttpMethod.Get, Routes.Colleagues);
            await Asks(HttpMethod.Get, Routes.Cases + "?after=8de000000000000-00000000000000000000000000000000");
            await Asks(HttpMethod.Get, Routes.Cases + "?mine=true");
            await Asks(HttpMethod.Get, Routes.Case(of.Id));
            await Asks(HttpMethod.Get, Routes.CaseTimeline(of.Id) + "?before=2026-12-01");
            await Asks(HttpMethod.Put, Routes.Case(of.Id), new CaseChange(null, "Other", "high"), key: "k3");
            await Asks(HttpMethod.Post, Routes.GiveCase(of.Id), new GiveCase(to.UserName!));
            await Asks(HttpMethod.Post, Routes.JoinContact(of.Id), new JoinContact(contact.Id));
            await Asks(HttpMethod.Post, Routes.CloseCase(of.Id), new CloseCase("other"));
            await Asks(HttpMethod.Post, Routes.ReopenCase(of.Id));
        }
    }

    private async Task Persons(Account me)
    {
        paper.Holds(me);
        await Asks(HttpMethod.Post, Routes.Persons, Caseworking.Aliya.Consenting(), key: "k4");
        var (person, vault) = (Made.Person(paper.Now), paper.Services.GetRequiredService<Vault>());
        person.SealedPhone = vault.Seal("+77015553322", PersonForms.PhonePlace(person.Id));
        var alert = new Alert { Id = Guid.CreateVersion7(), PersonId = person.Id, SealedText = vault.Seal("text", CaseworkDesk.AlertPlace(person.Id)), By = me.UserName!, At = paper.Now, Until = paper.Now.AddDays(1) };
        paper.Holds(me, person, alert, Made.Right(Subject.Person, person.Id, paper.Now));
        await Asks(HttpMethod.Get, Routes.Person(person.Id) + "?reason=care");
        await Asks(HttpMethod.Put, Routes.Person(person.Id), new PersonChange(Caseworking.Aliya, null));
        await Asks(HttpMethod.Post, Routes.PersonNumber(person.Id), new Access("care"));
        await Asks(HttpMethod.Put, Routes.PersonHousehold(person.Id), new LivesWith(null));
        await Asks(HttpMethod.Post, Routes.PersonAlerts(person.Id), new NewAlert("text", paper.Now.AddDays(1)));
        await Asks(HttpMethod.Delete, Routes.Alert(alert.Id));
        await Asks(HttpMethod.Post, Routes.Withdraw(person.Id));
        await Asks(HttpMethod.Post, Routes.Duplicates, new Likeness("Some Body", 1990, "87015553322"));
    }

    private async Task ContactsAndShares(Account me)
    {
        var (contact, colleague) = (Made.Contact(paper.Now), Account("counselor2", Roles.Counselor));
        paper.Holds(me);
        await Asks(HttpMethod.Post, Routes.Contacts, new WalkIn(null, "kk"), key: "k5");
        paper.Holds(colleague, contact, Made.Right(Subject.Contact, contact.Id, paper.Now));
        await Asks(HttpMethod.Get, Routes.Contacts + "?channel=Call&from=2026-01-01&to=2027-01-01&counselor=counselor1&after=8de000000000000-00000000000000000000000000000000");
        await Asks(HttpMethod.Get, Routes.Contacts + "?from=2026-01-01&counselor=counselor2&after=8de000000000000-00000000000000000000000000000000");
        await Asks(HttpMethod.Get, Routes.Contact(contact.Id));
        await Asks(HttpMethod.Put, Routes.ContactPerson(contact.Id), new ContactPerson(null));
        await Asks(HttpMethod.Post, Routes.ContactAlerts(contact.Id), new NewAlert("text", paper.Now.AddDays(1)));
        foreach (var (things, subject, id) in new[] { (Routes.Contacts, Subject.Contact, contact.Id), (Routes.Cases, Subject.Case, contact.Id) })
        {
            paper.Holds(colleague, contact, Made.Case(paper.Now), Made.Right(subject, id, paper.Now));
            await Asks(HttpMethod.Get, Routes.Shares(things, id));
            await Asks(HttpMethod.Post, Routes.Shares(things, id), new Share("counselor2", true, paper.Now.AddDays(1), "care"));
            paper.Holds(colleague, contact, Made.Case(paper.Now), Made.Right(subject, id, paper.Now, GrantGround.Shared));
            await Asks(HttpMethod.Delete, Routes.Share(things, id, "counselor2"));
        }
    }

    private async Task Search(Account me)
    {
        paper.Holds(me, Made.Person(paper.Now), Made.Case(paper.Now), Made.Contact(paper.Now), new SearchWord { Word = "word", Subject = Subject.Person, SubjectId = Guid.CreateVersion7() });
        await Asks(HttpMethod.Get, Routes.Search + "?text=word+other&from=2026-01-01&to=2027-01-01");
        await Asks(HttpMethod.Get, Routes.Search + "?text=87015553322");
        await Asks(HttpMethod.Get, Routes.Search + $"?text=word&subject=Case&state=Open&risk=low&after={Guid.Empty:N}word");
    }
}
