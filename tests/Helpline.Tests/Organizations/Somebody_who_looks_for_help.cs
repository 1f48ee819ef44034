using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Organizations;
using Helpline.Domain.Organizations;
using Helpline.Server.Organizations;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Organizations;

/// <summary>On a Monday at 14:00 in Almaty, with the sample organizations.</summary>
public sealed class Somebody_who_looks_for_help
{
    [Theory]
    [InlineData("q=үлгі", 3)]
    [InlineData("q=улги дагдарыс", 1)]
    [InlineData("q=Crisis", 1)]
    [InlineData("q=юрист", 1)]
    [InlineData("q=70000000005", 0)]
    [InlineData("q=77000000005", 1)]
    [InlineData("q=no such words", 0)]
    [InlineData("", 5)]
    [InlineData("kind=social_legal", 1)]
    [InlineData("kind=social_psychological&language=en", 1)]
    [InlineData("region=astana", 2)]
    [InlineData("region=astana&kind=social_domestic", 1)]
    [InlineData("open=true", 5)]
    public async Task Finds_by_the_beginnings_of_words_and_by_filters(string query, int count)
    {
        await using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        var page = await aigul.Gets<FoundOrganizations>($"{Routes.Directory}?{query}");
        Assert.Equal(count, page.Organizations.Count);
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task Finds_at_night_only_those_that_are_open_then()
    {
        await using var host = HelplineHost.Start();
        var minute = OpenTime.Of(new DateTime(2026, 11, 2, 23, 0, 0));
        Assert.Equal(2, await host.Reads(db => db.Found(new() { Open = true }, minute).CountAsync()));
    }

    [Fact]
    public async Task Turns_the_pages_by_name_and_meets_everybody_once()
    {
        await using var host = HelplineHost.Start();
        await using var supervisor = await host.SignIn("supervisor1");
        for (var i = 0; i < 43; i++)
        {
            using var added = await supervisor.Posts(Routes.Directory, Cards.New($"Same name {i % 3}"));
            Assert.Equal(HttpStatusCode.OK, added.StatusCode);
        }
        var seen = new List<OrganizationCard>();
        string? next = null;
        do
        {
            var page = await supervisor.Gets<FoundOrganizations>($"{Routes.Directory}?q=same&after={Uri.EscapeDataString(next ?? "")}");
            seen.AddRange(page.Organizations);
            next = page.Next;
        }
        while (next is not null);
        Assert.Equal(43, seen.Select(o => o.Id).Distinct().Count());
        Assert.Equal(43, seen.Count);
        Assert.Equal(seen.Select(o => o.Name).Order(StringComparer.Ordinal), seen.Select(o => o.Name));
    }
}
