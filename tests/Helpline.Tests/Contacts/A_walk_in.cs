using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Cases;
using Helpline.Contracts.Contacts;
using Helpline.Contracts.Persons;
using Helpline.Contracts.Sharing;
using Helpline.Tests.Cases;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Contacts;

public class A_walk_in
{
    [Fact]
    public async Task Is_entered_late_with_its_true_date_and_never_before_it_took_place()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        var now = host.Clock.GetUtcNow().UtcDateTime;
        Assert.Equal("startedAt", await aigul.Posts(Routes.Contacts, new WalkIn(now.AddMinutes(1), "kk")).RefusesField());
        Assert.Equal("startedAt", await aigul.Posts(Routes.Contacts, new WalkIn(new(206, 1, 1, 0, 0, 0, DateTimeKind.Utc), "kk")).RefusesField());
        Assert.Equal("language", await aigul.Posts(Routes.Contacts, new WalkIn(null, "fr")).RefusesField());
        Assert.Equal(0, await host.Reads(db => db.Contacts.CountAsync()));

        var late = await aigul.MeetsSomebody(now.AddDays(-3));
        var prompt = await aigul.MeetsSomebody();

        Assert.Equal((now.AddDays(-3), now, "WalkIn", "counselor1"), (late.StartedAt, late.EnteredLateAt, late.Channel, late.Counselor));
        Assert.Null(prompt.EnteredLateAt);
        Assert.Equal([prompt.Id, late.Id], (await aigul.Gets<Page<ContactCard>>(Routes.Contacts)).Items.Select(c => c.Id));
        Assert.Equal([prompt.Id], (await aigul.Gets<Page<ContactCard>>(Routes.Contacts + $"?channel=WalkIn&from={now.AddDays(-1):O}&counselor=counselor1")).Items.Select(c => c.Id));
        Assert.Empty((await aigul.Gets<Page<ContactCard>>(Routes.Contacts + "?channel=Call")).Items);
        Assert.Equal(HttpStatusCode.BadRequest, await aigul.Sees(Routes.Contacts + "?after=nonsense"));
    }

    [Fact]
    public async Task Gets_a_person_when_one_is_named()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        var (came, kept) = (await aigul.MeetsSomebody(), await aigul.WritesDown(Caseworking.Aliya));

        Assert.Equal("personId", await aigul.Puts(Routes.ContactPerson(came.Id), new ContactPerson(Guid.NewGuid())).RefusesField());
        var named = await aigul.Changes<ContactCard>(Routes.ContactPerson(came.Id), new ContactPerson(kept.Id, came.Version));
        await aigul.Puts(Routes.ContactPerson(came.Id), new ContactPerson(null, came.Version)).Refuses(HttpStatusCode.Conflict);

        Assert.Equal(kept.Id, named.PersonId);
        Assert.Equal(kept.Number, (await aigul.Gets<ContactDetails>(Routes.Contact(came.Id))).PersonNumber);
        Assert.Equal(came.Id, Assert.Single((await aigul.Gets<PersonDetails>(Routes.Person(kept.Id))).Contacts).Id);
        await aigul.Posts(Routes.ContactAlerts(came.Id), new NewAlert("Молчит", host.Clock.GetUtcNow().UtcDateTime.AddDays(1))).Refuses(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Is_shared_with_a_colleague_for_a_while_and_taken_back()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        await using var dana = await host.SignIn("counselor2");
        var came = await aigul.MeetsSomebody();
        var (shares, until) = (Routes.Shares(Routes.Contacts, came.Id), host.Clock.GetUtcNow().UtcDateTime.AddHours(1));
        Assert.Equal(HttpStatusCode.NotFound, await dana.Sees(Routes.Contact(came.Id)));
        Assert.Equal("reason", await aigul.Posts(shares, new Share("counselor2", false, until, "")).RefusesField());
        Assert.Equal("with", await aigul.Posts(shares, new Share("admin", false, until, "care")).RefusesField());
        Assert.Equal("until", await aigul.Posts(shares, new Share("counselor2", false, until.AddDays(-1), "care")).RefusesField());

        await aigul.Makes<List<ShareCard>>(shares, new Share("counselor2", false, until, "care"));
        var seen = await dana.Gets<ContactDetails>(Routes.Contact(came.Id));
        Assert.Equal((false, false), (seen.MayReadNote, seen.MayChange));
        await aigul.Makes<List<ShareCard>>(shares, new Share("counselor2", true, until, "supervision"));
        Assert.True((await dana.Gets<ContactDetails>(Routes.Contact(came.Id))).MayReadNote);
        Assert.Equal(new ShareCard("counselor2", true, "counselor1", until), Assert.Single(await aigul.Gets<List<ShareCard>>(shares)));
        await dana.Posts(shares, new Share("counselor3", true, until, "care")).Refuses(HttpStatusCode.NotFound);
        await dana.Posts(Routes.Cases, new NewCase("Жилье", "low", came.Id)).Refuses(HttpStatusCode.Forbidden);

        Assert.Equal(HttpStatusCode.NoContent, (await aigul.Http.DeleteAsync(Routes.Share(Routes.Contacts, came.Id, "counselor2"), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await dana.Sees(Routes.Contact(came.Id)));
        await aigul.Makes<List<ShareCard>>(shares, new Share("counselor2", false, until, "care"));
        host.Leaps(TimeSpan.FromMinutes(61));
        Assert.Equal(HttpStatusCode.NotFound, await dana.Sees(Routes.Contact(came.Id)));
        Assert.Equal(4, await host.Reads(db => db.AuditTrail.CountAsync(a => a.Action == Domain.Audit.AuditAction.Shared)));
    }
}
