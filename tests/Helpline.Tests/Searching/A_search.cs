using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Searching;
using Helpline.Domain.Audit;
using Helpline.Tests.Cases;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Searching;

public class A_search
{
    [Fact]
    public async Task Finds_a_person_by_parts_of_her_name_in_any_keyboard_by_her_number_and_by_her_telephone()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        var kept = await aigul.WritesDown(Caseworking.Aliya);
        await aigul.WritesDown(Caseworking.Aliya with { Name = "Бек Омаров", Phone = null });

        foreach (var text in new[] { "Әлия", "əлия", "алия", "АЛИ сейт", "сейткызы али", kept.Number, "87015553322", "+7 (701) 555 33 22" })
            Assert.True((await Find(aigul, text)).Single(g => g.Subject == "Person").Items is [var one] && one.Id == kept.Id, text);
        foreach (var text in new[] { "алия омаров", "8701555332", "сейткызыы" }) Assert.Empty(await Find(aigul, text));
        Assert.Equal("text", await aigul.Opens(Routes.Search + "?text=%20-").RefusesField());
        Assert.Contains(await host.Reads(db => db.AuditTrail.ToListAsync()), a => a is { Action: AuditAction.Read, What: "search", Reason: "care" } && a.SubjectId == kept.Id);
    }

    [Fact]
    public async Task Finds_cases_and_contacts_too_filtered_by_what_they_are()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        var opened = await aigul.OpensACase("Жильё для матери", "high");
        var other = await aigul.OpensACase("Жилье и пособие", "low");

        Assert.Equal(new[] { opened.Id, other.Id }.Order(), Ids(await Find(aigul, "жилье"), "Case").Order());
        Assert.Equal([opened.Id], Ids(await Find(aigul, "жилье", "&risk=high"), "Case"));
        Assert.Empty(await Find(aigul, "жилье", "&state=Closed"));
        Assert.Empty(await Find(aigul, "жилье", "&subject=Contact"));
        Assert.Empty(await Find(aigul, "жилье", "&from=2027-01-01"));
        Assert.Equal(2, Ids(await Find(aigul, "20261102"), "Contact").Count());
        Assert.Equal(["Case", "Contact"], (await Find(aigul, "20261102")).Select(g => g.Subject));
        Assert.Empty(await Find(aigul, "2026"));
    }

    [Fact]
    public async Task Goes_on_by_the_word_that_the_page_before_began_with_however_rare_the_others_have_become()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        var ids = new List<Guid>();
        for (var i = 0; i < 23; i++) ids.Add((await aigul.OpensACase($"Жилье дома {i}")).Id);
        await aigul.OpensACase("Жилье в городе");

        var first = Assert.Single(await Find(aigul, "жил дом", "&subject=Case"));
        for (var i = 0; i < 3; i++) await aigul.OpensACase($"Дома престарелых {i}");
        var rest = Assert.Single(await Find(aigul, "жил дом", $"&subject=Case&after={Uri.EscapeDataString(first.Next!)}"));

        Assert.Equal(ids.Order(), first.Items.Concat(rest.Items).Select(f => f.Id).Order());
    }

    [Fact]
    public async Task Goes_on_where_the_page_ended_and_shows_nothing_twice()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        var ids = new List<Guid>();
        for (var i = 0; i < 23; i++) ids.Add((await aigul.OpensACase($"Жилье жильцов дома {i}")).Id);

        var first = Assert.Single(await Find(aigul, "жил", "&subject=Case"));
        var rest = Assert.Single(await Find(aigul, "жил", $"&subject=Case&after={Uri.EscapeDataString(first.Next!)}"));

        Assert.Equal((20, 3, null), (first.Items.Count, rest.Items.Count, rest.Next));
        Assert.Equal(ids.Order(), first.Items.Concat(rest.Items).Select(f => f.Id).Order());
        Assert.Equal("subject", await aigul.Opens(Routes.Search + $"?text=жил&after={Uri.EscapeDataString(first.Next!)}").RefusesField());
    }

    [Fact]
    public async Task Shows_each_reader_only_what_she_may_see()
    {
        using var host = HelplineHost.Start();
        await host.Teams(("counselor1", "day"), ("counselor3", "night"), ("supervisor1", "day"));
        await using var aigul = await host.SignIn();
        await using var marina = await host.SignIn("counselor3");
        await using var yerlan = await host.SignIn("supervisor1");
        var (hers, others) = (await aigul.WritesDown(Caseworking.Aliya), await marina.WritesDown(Caseworking.Aliya));

        Assert.Equal([hers.Id], Ids(await Find(aigul, "алия"), "Person"));
        Assert.Equal([others.Id], Ids(await Find(marina, "87015553322"), "Person"));
        Assert.Equal([hers.Id], Ids(await Find(yerlan, "алия"), "Person"));
        foreach (var nobody in new[] { "admin", "auditor1" })
        {
            await using var one = await host.SignIn(nobody);
            Assert.Equal(HttpStatusCode.Forbidden, await one.Sees(Routes.Search + "?text=алия"));
        }
    }

    private static IEnumerable<Guid> Ids(List<FoundGroup> found, string subject) => found.Where(g => g.Subject == subject).SelectMany(g => g.Items).Select(f => f.Id);

    private static Task<List<FoundGroup>> Find(Counselor who, string text, string filter = "") =>
        who.Gets<List<FoundGroup>>($"{Routes.Search}?text={Uri.EscapeDataString(text)}{filter}");
}
