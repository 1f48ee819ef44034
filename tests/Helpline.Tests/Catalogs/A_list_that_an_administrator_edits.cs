using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Catalog;
using Helpline.Contracts.Persons;
using Helpline.Contracts.Visits;
using Helpline.Domain.Audit;
using Helpline.Domain.Casework;
using Helpline.Tests.Cases;
using Helpline.Tests.FollowUps;
using Helpline.Tests.Notes;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Catalogs;

public class A_list_that_an_administrator_edits
{
    private static readonly Words Said = new("Сот шешімі", "Решение суда", "Court decision");

    [Fact]
    public async Task Offers_the_new_words_at_once_and_keeps_those_of_the_document()
    {
        await using var host = HelplineHost.Start();
        await using var admin = await host.SignIn("admin");
        var before = await admin.Gets<EditedCatalog>(Routes.CatalogListOf("service_kinds"));
        var legal = before.List.Items.Single(i => i.Code == "social_legal");
        var after = await Changes(admin, "service_kinds", legal.Code, Change(legal) with { Text = Said, LegalBasis = new("ӘК", "СК", "Social Code") });

        Assert.Equal((1, "admin", false), (after.Edits["social_legal"].Version, after.Edits["social_legal"].By, after.Edits["social_legal"].Added));
        await using var aigul = await host.SignIn();
        var shown = (await aigul.Gets<CatalogList[]>(Routes.Reference)).Single(l => l.Code == "service_kinds").Items.Single(i => i.Code == "social_legal");
        Assert.Equal((Said, legal.Text, "Social Code"), (shown.Text, shown.Shipped, shown.LegalBasis!.En));
        Assert.Equal(8, after.List.Items.Count);
        var audit = await host.Reads(db => db.AuditTrail.SingleAsync(a => a.Action == AuditAction.Changed && a.Subject == Subject.Catalog));
        Assert.Equal(("admin", "service_kinds"), (audit.Actor, audit.What));
    }

    [Fact]
    public async Task Holds_a_new_item_on_every_node_within_seconds_and_after_a_restart()
    {
        await using var host = HelplineHost.Start();
        await using var other = host.StartSecond();
        await using var admin = await host.SignIn("admin");
        var item = new NewCatalogItem("court", new(Said, Said, 9, null, null, null, 0));
        using var added = await admin.Posts(Routes.CatalogListOf("case_close_reasons"), item);
        Assert.Equal(HttpStatusCode.OK, added.StatusCode);
        using var twice = await admin.Posts(Routes.CatalogListOf("case_close_reasons"), item);
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);

        await using var there = await other.SignIn("counselor2");
        await host.Until(async () => Codes(await there.Gets<CatalogList[]>(Routes.Catalog)).Contains("court"), "the new item on the other node", TimeSpan.FromSeconds(8));
        await using var third = host.StartSecond();
        await using var later = await third.SignIn("counselor3");
        Assert.Contains("court", Codes(await later.Gets<CatalogList[]>(Routes.Catalog)));

        static IEnumerable<string> Codes(CatalogList[] lists) => lists.Single(l => l.Code == "case_close_reasons").Items.Select(i => i.Code);
    }

    [Fact]
    public async Task Refuses_a_retired_code_for_a_new_record_and_tells_it_from_an_unknown_one()
    {
        await using var host = HelplineHost.Start();
        await using var admin = await host.SignIn("admin");
        var reasons = await admin.Gets<EditedCatalog>(Routes.CatalogListOf("break_reasons"));
        var lunch = reasons.List.Items[0];
        await Changes(admin, "break_reasons", lunch.Code, Change(lunch) with { ValidTo = new(2026, 11, 1) });

        await using var aigul = await host.SignIn();
        Assert.Contains("retired", await Refused(lunch.Code));
        Assert.Contains("is not on the list", await Refused("no_such_code"));
        Assert.Contains(lunch.Code, (await aigul.Gets<CatalogList[]>(Routes.Catalog)).Single(l => l.Code == "break_reasons").Items.Select(i => i.Code));

        async Task<string> Refused(string code)
        {
            using var answer = await aigul.Puts(Routes.MyPresence, new Helpline.Contracts.Counselors.PresenceChange("Break", code));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
            return problem.GetProperty("errors").GetProperty("reason")[0].GetString()!;
        }
    }

    [Fact]
    public async Task Holds_what_belongs_to_an_item_as_a_new_district_of_a_region()
    {
        await using var host = HelplineHost.Start();
        await using var admin = await host.SignIn("admin");
        var regions = await admin.Gets<EditedCatalog>(Routes.CatalogListOf("regions"));
        var region = regions.List.Items.First(i => i.Items is { Count: > 1 });
        using var added = await admin.Posts(Routes.CatalogListOf("regions"), new NewCatalogItem($"{region.Code}.new_town", new(Said, Said, 99, null, null, null, 0)));
        Assert.Equal(HttpStatusCode.OK, added.StatusCode);
        var gone = region.Items![0];
        var after = await Changes(admin, "regions", $"{region.Code}.{gone.Code}", Change(gone) with { ValidTo = new(2026, 11, 1) });
        var inside = after.List.Items.Single(i => i.Code == region.Code).Items!;
        Assert.Equal((region.Items.Count + 1, "new_town", "Court decision"), (inside.Count, inside[^1].Code, inside[^1].Label.En));
        Assert.True(after.Edits[$"{region.Code}.new_town"].Added);
        using var nowhere = await admin.Posts(Routes.CatalogListOf("regions"), new NewCatalogItem("no_such_region.new_town", new(Said, Said, 99, null, null, null, 0)));
        Assert.Equal(HttpStatusCode.BadRequest, nowhere.StatusCode);

        await using var aigul = await host.Available();
        var call = await aigul.TalksIn(host);
        using var written = await aigul.Puts(Routes.Note(call), new NoteChange(null, null, null, null, null, null, About: new(Region: $"{region.Code}.new_town")));
        Assert.Equal(HttpStatusCode.OK, written.StatusCode);
        Assert.Equal("region", await aigul.Puts(Routes.Note(call), new NoteChange(null, null, null, null, null, null, About: new(Region: $"{region.Code}.{gone.Code}"))).RefusesField());
    }

    [Fact]
    public async Task Lets_a_note_keep_a_code_that_was_retired_after_it_was_chosen()
    {
        await using var host = HelplineHost.Start();
        await using var admin = await host.SignIn("admin");
        await using var aigul = await host.Available();
        var call = await aigul.TalksIn(host);
        var change = new NoteChange(null, "counseling", ["service_kinds.social_legal"], null, "typed", null);
        Assert.Equal(HttpStatusCode.OK, (await aigul.Puts(Routes.Note(call), change)).StatusCode);
        var kinds = await admin.Gets<EditedCatalog>(Routes.CatalogListOf("service_kinds"));
        var legal = kinds.List.Items.Single(i => i.Code == "social_legal");
        await Changes(admin, "service_kinds", legal.Code, Change(legal) with { ValidTo = new(2026, 11, 1) });
        Assert.Equal(HttpStatusCode.OK, (await aigul.Puts(Routes.Note(call), change with { Summary = "typed more" })).StatusCode);
    }

    [Fact]
    public async Task Lets_a_person_and_the_form_of_a_visit_keep_theirs_too_and_no_other()
    {
        await using var host = HelplineHost.Start();
        await using var admin = await host.SignIn("admin");
        await using var aigul = await host.SignIn();
        var person = await aigul.WritesDown(Caseworking.Aliya);
        var visit = await aigul.Makes<VisitCard>(Routes.VisitsList, new NewVisit(null, person.Id, null, "center", host.Now().AddHours(1)));
        var form = VisitFields.Empty with { Services = ["social_legal"], Result = "cooperative" };
        await aigul.Changes<VisitFormCard>(Routes.VisitForm(visit.Id), new VisitFormChange(form));
        foreach (var (list, code) in new[] { ("regions", "almaty_region"), ("sexes", "female"), ("service_kinds", "social_legal"), ("service_kinds", "social_medical"), ("visit_results", "cooperative") })
            await Changes(admin, list, code, Change((await admin.Gets<EditedCatalog>(Routes.CatalogListOf(list))).List.Items.Single(i => i.Code == code)) with { ValidTo = new(2026, 11, 1) });

        await aigul.Changes<PersonCard>(Routes.Person(person.Id), new PersonChange(Caseworking.Aliya with { Phone = "8 701 555 33 44" }, null));
        Assert.Equal("region", await aigul.Posts(Routes.Persons, (Caseworking.Aliya with { Sex = null }).Consenting()).RefusesField());
        await aigul.Changes<VisitFormCard>(Routes.VisitForm(visit.Id), new VisitFormChange(form with { Health = "a cough" }));
        Assert.Equal("services", await aigul.Puts(Routes.VisitForm(visit.Id), new VisitFormChange(form with { Services = ["social_legal", "social_medical"] })).RefusesField());
    }

    [Fact]
    public async Task Shows_the_slower_of_two_administrators_what_is_stored()
    {
        await using var host = HelplineHost.Start();
        await using var admin = await host.SignIn("admin");
        var item = (await admin.Gets<EditedCatalog>(Routes.CatalogListOf("sexes"))).List.Items[0];
        await Changes(admin, "sexes", item.Code, Change(item) with { Label = Said });
        using var slow = await admin.Puts(Routes.CatalogItemOf("sexes", item.Code), Change(item) with { Order = 7 });
        Assert.Equal(HttpStatusCode.Conflict, slow.StatusCode);
        var problem = await slow.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        var current = problem.GetProperty("current").Deserialize<EditedCatalog>(JsonSerializerOptions.Web)!;
        Assert.Equal((1, Said), (current.Edits[item.Code].Version, current.List.Items.Single(i => i.Code == item.Code).Label));
    }

    [Theory]
    [InlineData("label.ru", "risk_levels", "")]
    [InlineData("validTo", "risk_levels", "retired")]
    [InlineData("validTo", "sexes", "backwards")]
    [InlineData("order", "sexes", "nowhere")]
    public async Task Names_the_field_that_is_wrong_and_keeps_nothing(string field, string list, string how)
    {
        await using var host = HelplineHost.Start();
        await using var admin = await host.SignIn("admin");
        var item = (await admin.Gets<EditedCatalog>(Routes.CatalogListOf(list))).List.Items[0];
        var change = how switch
        {
            "retired" => Change(item) with { ValidTo = new(2026, 11, 1) },
            "backwards" => Change(item) with { ValidFrom = new(2027, 1, 1), ValidTo = new(2026, 12, 1) },
            "nowhere" => Change(item) with { Order = 0 },
            _ => Change(item) with { Label = Said with { Ru = " " } },
        };
        using var answer = await admin.Puts(Routes.CatalogItemOf(list, item.Code), change);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(field, (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("errors").EnumerateObject().Single().Name);
        Assert.Empty((await admin.Gets<EditedCatalog>(Routes.CatalogListOf(list))).Edits);
    }

    [Theory, InlineData("counselor1"), InlineData("supervisor1"), InlineData("social1"), InlineData("auditor1")]
    public async Task Is_edited_by_nobody_else(string userName)
    {
        await using var host = HelplineHost.Start();
        await using var somebody = await host.SignIn(userName);
        using var read = await somebody.Opens(Routes.CatalogLists);
        using var written = await somebody.Puts(Routes.CatalogItemOf("sexes", "female"), new CatalogItemChange(Said, Said, 1, null, null, null, 0));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (read.StatusCode, written.StatusCode));
    }

    private static CatalogItemChange Change(CatalogItem item) => new(item.Text, item.Label, item.Order, item.ValidFrom, item.ValidTo, item.LegalBasis, 0);

    private static async Task<EditedCatalog> Changes(Counselor admin, string list, string code, CatalogItemChange change)
    {
        using var answer = await admin.Puts(Routes.CatalogItemOf(list, code), change);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<EditedCatalog>())!;
    }
}
