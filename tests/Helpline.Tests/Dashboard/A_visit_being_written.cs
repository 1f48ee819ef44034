using System.Net;
using Bunit;
using Helpline.Contracts;
using Helpline.Contracts.Catalog;
using Helpline.Contracts.Visits;
using Helpline.Dashboard.Calls;
using Helpline.Dashboard.Visits;
using Helpline.Tests.Dashboard.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Dashboard;

public class A_visit_being_written : DashboardContext
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private readonly Guid visit = Guid.NewGuid();
    private static readonly Words Word = new("w", "w", "w");

    [Fact]
    public async Task Is_stored_every_few_seconds()
    {
        var form = await Open();
        Server.Answers("PUT", Routes.VisitForm(visit), Card(1, VisitFields.Empty with { Seen = "the mother" }));
        form.Find("#visit-Seen").Input("the mo");
        Clock.Advance(Pause / 2);
        form.Find("#visit-Seen").Input("the mother");
        Clock.Advance(Pause);
        Assert.Equal("the mother", Changes().Single().Form.Seen);
        form.WaitForAssertion(() => Assert.Contains("note-Saved", form.Find("#visit-state").ClassName));
    }

    [Fact]
    public async Task Keeps_what_was_typed_and_names_the_field_when_the_end_is_refused()
    {
        var form = await Open();
        Server.Answers("PUT", Routes.VisitForm(visit), Card(1, VisitFields.Empty));
        Server.Refuses("POST", Routes.VisitDone(visit), HttpStatusCode.BadRequest, new { errors = new Dictionary<string, string[]> { ["dangerSigns"] = ["Answer 'violence' with yes or no."] } });
        form.Find("#visit-Seen").Input("the mother");
        form.Find("form").Submit();
        form.WaitForAssertion(() => Assert.NotEmpty(form.FindAll(".visit-signs .field-problem")));
        Assert.Equal("the mother", form.Find("#visit-Seen").GetAttribute("value"));
        form.Find(".visit-signs > .button").Click();
        Server.Answers("POST", Routes.VisitDone(visit), null);
        form.Find("form").Submit();
        form.WaitForAssertion(() => Assert.Equal(2, Server.To("POST", Routes.VisitDone(visit)).Count()));
        Assert.False(Server.To("POST", Routes.VisitDone(visit)).Last().Read<VisitFormChange>().Form.DangerSigns["violence"]);
    }

    [Fact]
    public async Task Is_folded_and_shows_only_the_parts_that_are_asked()
    {
        var form = await Open("Health", "Services");
        Assert.Equal(2, form.FindAll("details").Count);
        Assert.All(form.FindAll("details"), part => Assert.False(part.HasAttribute("open")));
        Assert.Empty(form.FindAll("#visit-NextFrom"));
    }

    [Fact]
    public async Task Lets_the_worker_choose_when_another_window_changed_it()
    {
        var form = await Open();
        Server.Refuses("PUT", Routes.VisitForm(visit), HttpStatusCode.Conflict, new { field = "version" });
        form.Find("#visit-Seen").Input("mine");
        Clock.Advance(Pause);
        form.WaitForAssertion(() => Assert.NotEmpty(form.FindAll(".notice .button")));
        Server.Forgets("PUT", Routes.VisitForm(visit));
        Server.Answers("PUT", Routes.VisitForm(visit), Card(8, VisitFields.Empty with { Seen = "mine" }));
        Server.Answers("GET", Routes.VisitForm(visit), Card(7, VisitFields.Empty with { Seen = "theirs" }));
        Server.Forgets("GET", Routes.VisitForm(visit));
        Server.Answers("GET", Routes.VisitForm(visit), Card(7, VisitFields.Empty with { Seen = "theirs" }));
        form.Find(".notice .button").Click();
        form.WaitForAssertion(() => Assert.Equal((7, "mine"), (Changes().Last().Version, Changes().Last().Form.Seen)));
    }

    private IEnumerable<VisitFormChange> Changes() => Server.To("PUT", Routes.VisitForm(visit)).Select(request => request.Read<VisitFormChange>());

    private VisitFormCard Card(long version, VisitFields form) => new(form, version == 0 ? null : Now, null, version);

    private async Task<IRenderedComponent<VisitFormEditor>> Open(params string[] sections)
    {
        CatalogList[] lists =
        [
            new("danger_signs", Word, [new("violence", 1, Word, Word)]), new("visit_results", Word, [new("cooperative", 1, Word, Word)]),
            new("service_kinds", Word, [new("social_legal", 1, Word, Word)]),
        ];
        Server.Forgets("GET", Routes.Catalog);
        Server.Answers("GET", Routes.Catalog, lists);
        Server.Answers("GET", Routes.VisitForm(visit), Card(0, VisitFields.Empty));
        SignedIn();
        await Services.GetRequiredService<Catalog>().Load();
        return Render<VisitFormEditor>(of => of.Add(f => f.Visit, visit).Add(f => f.Sections, sections));
    }
}
