using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpline.Contracts;
using Helpline.Contracts.Catalog;
using Helpline.Contracts.Organizations;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Organizations;

public class A_card_of_the_directory
{
    [Fact]
    public async Task Is_written_verified_and_marked_when_nobody_has_looked_for_long()
    {
        await using var host = HelplineHost.Start();
        await using var supervisor = await host.SignIn("supervisor1");
        var card = await Posted(supervisor, Routes.Directory, Cards.New("Night help"));
        Assert.Equal((true, true, null), (card.Stale, card.OpenNow, card.VerifiedAt));
        Assert.Equal(["09:00-18:00", "09:00-18:00", "", "", "", "", "22:00-02:00"], card.Locations[0].Hours);
        Assert.Equal(("Free", host.Clock.GetUtcNow().UtcDateTime), (card.Services[0].Capacity, card.Services[0].CapacityAt));

        var verified = await Posted(supervisor, Routes.VerifyOrganization(card.Id), null);
        Assert.Equal((false, "supervisor1"), (verified.Stale, verified.VerifiedBy));
        var stored = await host.Reads(db => db.Organizations.SingleAsync(o => o.Id == card.Id));
        Assert.False(stored.IsStale(verified.VerifiedAt!.Value.AddDays(180), new(180)));
        Assert.True(stored.IsStale(verified.VerifiedAt!.Value.AddDays(181), new(180)));
    }

    [Fact]
    public async Task Is_changed_as_one_thing_by_whoever_saw_the_last_version()
    {
        await using var host = HelplineHost.Start();
        await using var supervisor = await host.SignIn("supervisor1");
        var card = await Posted(supervisor, Routes.Directory, Cards.New("Legal aid"));
        var moved = Cards.Of(card) with { Locations = [new(card.Locations[0].Id, "Abai 2", "almaty", null, [], null, ["", "10:00-24:00", "", "", "", "", ""])] };
        var after = await Put(supervisor, card.Id, moved);
        Assert.Equal(("Abai 2", "10:00-24:00"), (after.Locations[0].Address, after.Locations[0].Hours[1]));
        Assert.True(after.Version > card.Version);
        Assert.DoesNotContain((await supervisor.Gets<FoundOrganizations>($"{Routes.Directory}?q=legal&region=shymkent")).Organizations, o => o.Id == card.Id);

        using var stale = await supervisor.Puts(Routes.Organization(card.Id), moved with { Name = "Too late" });
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var current = (await stale.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("current").Deserialize<OrganizationCard>(JsonSerializerOptions.Web)!;
        Assert.Equal(("Legal aid", after.Version), (current.Name, current.Version));

        await Put(supervisor, card.Id, Cards.Of(after) with { Closed = true });
        Assert.DoesNotContain((await supervisor.Gets<FoundOrganizations>($"{Routes.Directory}?q=legal aid")).Organizations, o => o.Id == card.Id);
    }

    [Fact]
    public async Task Keeps_a_kind_that_was_retired_and_takes_it_for_no_new_service()
    {
        await using var host = HelplineHost.Start();
        await using var admin = await host.SignIn("admin");
        var card = await Posted(admin, Routes.Directory, Cards.New("Old kind"));
        var kind = (await admin.Gets<EditedCatalog>(Routes.CatalogListOf("service_kinds"))).List.Items.Single(i => i.Code == "social_legal");
        using var retired = await admin.Puts(Routes.CatalogItemOf("service_kinds", kind.Code), new CatalogItemChange(kind.Text, kind.Label, kind.Order, null, new(2026, 11, 1), null, 0));
        Assert.Equal(HttpStatusCode.OK, retired.StatusCode);

        var kept = await Put(admin, card.Id, Cards.Of(card) with { About = "Still here" });
        Assert.Equal(["social_legal"], kept.Services[0].Kinds);
        using var refused = await admin.Posts(Routes.Directory, Cards.New("New with the old kind"));
        Assert.Equal("services[0].kinds", await Field(refused));
    }

    [Theory]
    [InlineData("name", " ")]
    [InlineData("website", "example.org")]
    [InlineData("locations[0].hours[2]", "9 to 5")]
    [InlineData("locations[0].phones", "call us")]
    [InlineData("locations[0].region", "atlantis")]
    [InlineData("services[0].status", "Asleep")]
    [InlineData("services[0].languages", "xx")]
    public async Task Names_the_field_that_is_wrong(string field, string value)
    {
        await using var host = HelplineHost.Start();
        await using var supervisor = await host.SignIn("supervisor1");
        var (form, place, service) = (Cards.New("Somebody"), Cards.New("Somebody").Locations[0], Cards.New("Somebody").Services[0]);
        using var answer = await supervisor.Posts(Routes.Directory, field switch
        {
            "name" => form with { Name = value },
            "website" => form with { Website = value },
            "locations[0].hours[2]" => form with { Locations = [place with { Hours = ["", "", value, "", "", "", ""] }] },
            "locations[0].phones" => form with { Locations = [place with { Phones = [value] }] },
            "locations[0].region" => form with { Locations = [place with { Region = value }] },
            "services[0].status" => form with { Services = [service with { Status = value }] },
            _ => form with { Services = [service with { Languages = [value] }] },
        });
        Assert.Equal(field, await Field(answer));
        Assert.Empty((await supervisor.Gets<FoundOrganizations>($"{Routes.Directory}?q=somebody")).Organizations);
    }

    [Fact]
    public async Task Is_read_by_all_who_help_and_written_by_supervisors_and_administrators()
    {
        await using var host = HelplineHost.Start();
        foreach (var (userName, reads, writes) in new[] { ("counselor1", 200, 403), ("social1", 200, 403), ("supervisor1", 200, 200), ("admin", 200, 200), ("auditor1", 403, 403) })
        {
            await using var somebody = await host.SignIn(userName);
            using var read = await somebody.Opens(Routes.Directory);
            using var written = await somebody.Posts(Routes.Directory, Cards.New("By " + userName));
            Assert.Equal((userName, reads, writes), (userName, (int)read.StatusCode, (int)written.StatusCode));
        }
    }

    [Fact]
    public async Task Is_imported_once_by_an_administrator_however_often_the_file_is_sent()
    {
        await using var host = HelplineHost.Start();
        await using var admin = await host.SignIn("admin");
        using var first = await admin.Posts(Routes.DirectoryImport, new[] { Cards.New("One"), Cards.New("Two") });
        using var again = await admin.Posts(Routes.DirectoryImport, new[] { Cards.New("ONE"), Cards.New("Three") });
        Assert.Equal(new DirectoryImported(2, 0), await first.Content.ReadFromJsonAsync<DirectoryImported>(TestContext.Current.CancellationToken));
        Assert.Equal(new DirectoryImported(1, 1), await again.Content.ReadFromJsonAsync<DirectoryImported>(TestContext.Current.CancellationToken));
        using var wrong = await admin.Posts(Routes.DirectoryImport, new[] { Cards.New("Four"), Cards.New("") });
        Assert.Equal("[1].name", await Field(wrong));
        Assert.Empty((await admin.Gets<FoundOrganizations>($"{Routes.Directory}?q=four")).Organizations);
    }

    private static async Task<OrganizationCard> Posted(Counselor who, string address, object? body)
    {
        using var answer = await who.Posts(address, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<OrganizationCard>())!;
    }

    private static async Task<OrganizationCard> Put(Counselor who, Guid organization, OrganizationChange change)
    {
        using var answer = await who.Puts(Routes.Organization(organization), change);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<OrganizationCard>())!;
    }

    private static async Task<string> Field(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().Single().Name;
    }
}
