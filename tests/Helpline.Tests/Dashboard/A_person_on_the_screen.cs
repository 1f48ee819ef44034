using System.Net;
using Bunit;
using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Cases;
using Helpline.Contracts.Persons;
using Helpline.Dashboard.Calls;
using Helpline.Dashboard.People;
using Helpline.Tests.Cases;
using Helpline.Tests.Dashboard.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Dashboard;

public class A_person_on_the_screen : DashboardContext
{
    private readonly Guid id = Guid.NewGuid();

    public A_person_on_the_screen()
    {
        SignedIn();
        Server.Answers("GET", Routes.Colleagues, Array.Empty<ColleagueCard>());
    }

    [Fact]
    public async Task Is_looked_for_while_she_is_typed_and_may_be_written_down_all_the_same()
    {
        Server.Answers("POST", Routes.Duplicates, new[] { new PersonName(id, "20260301-0001", "Әлия", 1987) });
        Server.Answers("POST", Routes.Persons, Kept());
        var page = Render<NewPersonPage>();
        await page.Find("#person-name").InputAsync("Ал");
        await page.Find("#person-name").InputAsync("Алия");
        Assert.Empty(Server.To("POST", Routes.Duplicates));
        Clock.Advance(TimeSpan.FromSeconds(1));
        page.WaitForElement(".notice");

        Assert.Equal("Алия", Server.To("POST", Routes.Duplicates).Single().Read<Likeness>().Name);
        Assert.Contains("Әлия", page.Find(".notice").TextContent, StringComparison.Ordinal);
        await page.Find("#person-ground").ChangeAsync("Consent");
        await page.Find("form").SubmitAsync();
        Assert.Equal("Consent", Server.To("POST", Routes.Persons).Single().Read<NewPerson>().Ground);
        Assert.EndsWith($"persons/{id}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_consent_is_refused_beside_the_field_and_what_was_typed_stays()
    {
        Server.Refuses("POST", Routes.Persons, HttpStatusCode.BadRequest, new { errors = new Dictionary<string, string[]> { ["ground"] = ["none"] } });
        var page = Render<NewPersonPage>();
        await page.Find("#person-name").InputAsync("Алия");
        await page.Find("form").SubmitAsync();

        Assert.Equal("Without consent or a legal ground nobody is written down.", page.Find(".field-problem").TextContent);
        Assert.Equal("Алия", page.Find("#person-name").GetAttribute("value"));
    }

    [Fact]
    public void Is_opened_by_another_only_with_a_reason()
    {
        Server.Refuses("GET", Routes.Person(id), HttpStatusCode.BadRequest, new { errors = new Dictionary<string, string[]> { ["reason"] = ["none"] } });
        var page = Render<PersonPage>(p => p.Add(c => c.Id, id));
        page.WaitForElement("form");
        Assert.Contains("it is recorded", page.Find("form").TextContent, StringComparison.Ordinal);
        Assert.True(page.Find("button[type=submit]").HasAttribute("disabled"));
    }

    [Fact]
    public void Shows_how_she_may_be_reached_and_no_number()
    {
        Server.Answers("GET", Routes.Person(id), new PersonDetails(Kept(), true, null, [], [new(Guid.NewGuid(), "Careful", true, Me, Now, Now.AddDays(1), MayTakeDown: true)], [], []));
        var page = Render<PersonPage>(p => p.Add(c => c.Id, id));
        page.WaitForElement("dl");
        Assert.Contains("We may call, 10:00–18:00", page.Markup, StringComparison.Ordinal);
        Assert.Contains("… 22", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Careful", page.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll(".notice button"));
    }

    [Fact]
    public void Is_warned_of_in_the_talk_though_nothing_was_before()
    {
        Server.Answers("GET", Routes.EarlierContacts(id), new EarlierContacts("K7Q2M", 0, [], [new(Guid.NewGuid(), "Careful", false, Me, Now, Now.AddDays(1), MayTakeDown: false)]));
        var view = Render<EarlierView>(p => p.Add(c => c.Contact, id));
        view.WaitForElement(".notice");
        Assert.Contains("Careful", view.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Empty(view.FindAll(".notice button"));
        Assert.Empty(view.FindAll("details"));
    }

    private PersonCard Kept() => new(
        id, "20260301-0001", "Алия", 1987, null, "kk", null, null, "22", "Consent", null, Now, Me, null, Caseworking.Aliya.SafeContact, null, Me, Now, 1);
}
