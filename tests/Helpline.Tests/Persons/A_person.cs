using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Contacts;
using Helpline.Contracts.Persons;
using Helpline.Domain.Audit;
using Helpline.Domain.Casework;
using Helpline.Tests.Cases;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Persons;

public class A_person
{
    private static readonly PersonForm Aliya = Caseworking.Aliya;

    [Fact]
    public async Task Is_written_down_only_with_consent_or_on_a_legal_ground()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();

        Assert.Equal("ground", await aigul.Posts(Routes.Persons, new NewPerson(Aliya, null)).RefusesField());
        Assert.Equal("ground", await aigul.Posts(Routes.Persons, new NewPerson(Aliya, "Curiosity")).RefusesField());
        Assert.Equal("groundBasis", await aigul.Posts(Routes.Persons, new NewPerson(Aliya, "Law")).RefusesField());
        Assert.Equal(0, await host.Reads(db => db.Persons.CountAsync()));
        var kept = await aigul.Makes<PersonCard>(Routes.Persons, new NewPerson(Aliya, "Law", "Article 19"));

        Assert.Equal(("Law", "Article 19", "counselor1"), (kept.Ground, kept.GroundBasis, kept.GroundBy));
        Assert.Equal(("20261102-0001", "22", "Талғар, Абай 5"), (kept.Number, kept.PhoneEnding, kept.Address));
    }

    [Fact]
    public async Task With_a_wrong_field_is_not_written_down_and_the_field_is_named()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        (string, PersonForm)[] wrong =
        [
            ("name", Aliya with { Name = "" }), ("birthYear", Aliya with { BirthYear = 2027 }), ("birthYear", Aliya with { BirthYear = 1850 }), ("sex", Aliya with { Sex = "x" }),
            ("language", Aliya with { Language = "fr" }), ("phone", Aliya with { Phone = "12" }), ("address", Aliya with { Address = new string('а', 501) }),
            ("to", Aliya with { SafeContact = new(From: new(10, 0)) }), ("whatToSay", Aliya with { SafeContact = new(WhatToSay: new string('а', 201)) }),
        ];
        foreach (var (field, form) in wrong) Assert.Equal(field, await aigul.Posts(Routes.Persons, form.Consenting()).RefusesField());
        Assert.Equal(0, await host.Reads(db => db.Persons.CountAsync()));
    }

    [Fact]
    public async Task Is_stored_with_number_and_address_sealed()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        await aigul.WritesDown(Aliya);
        var row = await host.Reads(db => db.Persons.SingleAsync());

        Assert.DoesNotContain("Талғар", row.SealedAddress);
        Assert.DoesNotContain("555", row.SealedPhone);
        Assert.Equal(48, row.PhoneHash!.Length);
        Assert.Equal((new TimeOnly(10, 0), "сестра"), (row.SafeContact.From, row.SafeContact.WhoMayAnswer));
    }

    [Fact]
    public async Task Is_never_read_without_a_line_in_the_audit_trail_and_her_number_never_without_a_reason()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        await using var yerlan = await host.SignIn("supervisor1");
        var kept = await aigul.WritesDown(Aliya);

        await aigul.Gets<PersonDetails>(Routes.Person(kept.Id));
        Assert.Equal("reason", await yerlan.Opens(Routes.Person(kept.Id)).RefusesField());
        Assert.Equal("reason", await yerlan.Opens(Routes.Person(kept.Id) + "?reason=boredom").RefusesField());
        await yerlan.Gets<PersonDetails>(Routes.Person(kept.Id) + "?reason=complaint");
        Assert.Equal("reason", await aigul.Posts(Routes.PersonNumber(kept.Id), new Access("")).RefusesField());
        Assert.Equal("+77015553322", (await aigul.Makes<PersonNumber>(Routes.PersonNumber(kept.Id), new Access("follow_up"))).Number);

        var trail = await host.Reads(db => db.AuditTrail.Where(a => a.Subject == Subject.Person && a.Action != AuditAction.Changed).OrderBy(a => a.Id).ToListAsync());
        Assert.Equal(
            [("counselor1", AuditAction.Read, "person", "care"), ("supervisor1", AuditAction.Read, "person", "complaint"), ("counselor1", AuditAction.NumberShown, "number", "follow_up")],
            trail.Select(a => (a.Actor, a.Action, a.What, a.Reason)));
    }

    [Fact]
    public async Task Who_takes_the_consent_back_is_not_contacted_and_not_changed_any_more()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        var kept = await aigul.WritesDown(Aliya);
        var withdrawn = await aigul.Makes<PersonCard>(Routes.Withdraw(kept.Id), new { });

        Assert.NotNull(withdrawn.WithdrawnAt);
        Assert.Equal(new SafeContactCard(), withdrawn.SafeContact);
        await aigul.Puts(Routes.Person(kept.Id), new PersonChange(Aliya with { Phone = null }, withdrawn.Version)).Refuses(HttpStatusCode.Conflict);
        await aigul.Posts(Routes.Withdraw(kept.Id)).Refuses(HttpStatusCode.Conflict);
        Assert.False((await aigul.Gets<PersonDetails>(Routes.Person(kept.Id))).MayChange);
        Assert.Equal(["Kept", "Withdrawn"], await host.Reads(db => db.History.Where(h => h.SubjectId == kept.Id).OrderBy(h => h.Id).Select(h => h.What).ToListAsync()));
    }

    [Fact]
    public async Task That_two_people_edit_keeps_the_first_change_and_shows_it_to_the_second()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        await using var yerlan = await host.SignIn("supervisor1");
        var kept = await aigul.WritesDown(Aliya);
        var changed = await aigul.Changes<PersonCard>(Routes.Person(kept.Id), new PersonChange(Aliya with { Name = "Әлия Омарова", Phone = null }, kept.Version));

        var refused = await yerlan.Puts(Routes.Person(kept.Id), new PersonChange(Aliya with { BirthYear = 1988 }, kept.Version)).Refuses(HttpStatusCode.Conflict);

        Assert.Equal("Әлия Омарова", refused.GetProperty("current").GetProperty("name").GetString());
        Assert.Equal(("Әлия Омарова", 1987, "22"), (changed.Name, changed.BirthYear, changed.PhoneEnding));
    }

    [Fact]
    public async Task Lives_with_others_in_one_household()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        var (mother, son, daughter) = (await aigul.WritesDown(Aliya), await aigul.WritesDown(Aliya with { Name = "Бек", BirthYear = 2015 }), await aigul.WritesDown(Aliya with { Name = "Сара", BirthYear = 2018 }));
        await aigul.Changes<PersonCard>(Routes.PersonHousehold(son.Id), new LivesWith(mother.Id));
        await aigul.Changes<PersonCard>(Routes.PersonHousehold(daughter.Id), new LivesWith(son.Id));

        Assert.Equal(["Бек", "Сара"], (await aigul.Gets<PersonDetails>(Routes.Person(mother.Id))).Household.Select(p => p.Name));
        Assert.Equal(1, await host.Reads(db => db.Households.CountAsync()));
        Assert.Equal("personId", await aigul.Puts(Routes.PersonHousehold(son.Id), new LivesWith(son.Id)).RefusesField());
        await aigul.Changes<PersonCard>(Routes.PersonHousehold(son.Id), new LivesWith(null));
        Assert.Equal(["Сара"], (await aigul.Gets<PersonDetails>(Routes.Person(mother.Id))).Household.Select(p => p.Name));
    }

    [Fact]
    public async Task Has_alerts_that_are_shown_while_they_hold()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        var came = await aigul.MeetsSomebody();
        var kept = await aigul.WritesDown(Aliya, came.Id);
        var now = host.Clock.GetUtcNow().UtcDateTime;
        Assert.Equal("until", await aigul.Posts(Routes.PersonAlerts(kept.Id), new NewAlert("Муж дома после шести", now)).RefusesField());
        Assert.Equal("text", await aigul.Posts(Routes.PersonAlerts(kept.Id), new NewAlert("", now.AddDays(1))).RefusesField());
        var alert = await aigul.Makes<AlertCard>(Routes.PersonAlerts(kept.Id), new NewAlert("Муж дома после шести", now.AddHours(1)));
        await aigul.Makes<AlertCard>(Routes.PersonAlerts(kept.Id), new NewAlert("Тяжёлая неделя", now.AddHours(2)));

        Assert.Equal(2, (await aigul.Gets<ContactDetails>(Routes.Contact(came.Id))).Alerts.Count);
        Assert.DoesNotContain("дома", await host.Reads(db => db.Alerts.Where(a => a.Id == alert.Id).Select(a => a.SealedText).SingleAsync()));
        host.Leaps(TimeSpan.FromMinutes(61));
        var left = Assert.Single((await aigul.Gets<PersonDetails>(Routes.Person(kept.Id))).Alerts);
        Assert.Equal("Тяжёлая неделя", left.Text);
        Assert.Equal(HttpStatusCode.NoContent, (await aigul.Http.DeleteAsync(Routes.Alert(left.Id), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Empty((await aigul.Gets<PersonDetails>(Routes.Person(kept.Id))).Alerts);
    }

    [Fact]
    public async Task Who_may_be_known_already_is_shown_while_typing_and_may_be_written_down_all_the_same()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        var kept = await aigul.WritesDown(Aliya);

        Assert.Equal(kept.Id, Assert.Single(await Alike(null, null, "+7 (701) 555-33-22")).Id);
        Assert.Equal(kept.Id, Assert.Single(await Alike("сейткызы алия", 1988, null)).Id);
        Assert.Empty(await Alike("Әлия Сейтқызы", 1995, null));
        Assert.NotEqual(kept.Id, (await aigul.WritesDown(Aliya)).Id);

        Task<List<PersonName>> Alike(string? name, int? year, string? phone) => aigul.Makes<List<PersonName>>(Routes.Duplicates, new Likeness(name, year, phone));
    }
}
