using Helpline.Contracts;
using Helpline.Contracts.Catalog;
using Helpline.Dashboard.Reference;
using Helpline.Tests.Support;

namespace Helpline.Tests.Reference;

/// <summary>Somebody looks up what the founding document says.</summary>
public class A_reader_of_the_reference
{
    [Fact]
    public async Task Finds_all_its_lists_in_its_order_and_forms_none_of_those_they_do_not_use()
    {
        await using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        var lists = await aigul.Gets<CatalogList[]>(Routes.Reference);
        Assert.Equal(Enumerable.Range(1, 23), lists.Select(l => l.SeedOrder));
        Assert.Equal(178, lists.Sum(l => Count(l.Items)));

        var forms = (await aigul.Gets<CatalogList[]>(Routes.Catalog)).Select(l => l.Code).ToList();
        Assert.Contains("service_kinds", forms);
        Assert.Contains("target_groups", forms);
        Assert.DoesNotContain("ilo_social_protection_measures", forms);
    }

    private static int Count(IEnumerable<CatalogItem>? items) => items?.Sum(item => 1 + Count(item.Items)) ?? 0;

    [Theory]
    [InlineData("патронаж", "service_forms")]
    [InlineData("Патронаж", "service_forms")]
    [InlineData("карт адам", "target_groups")]
    public async Task Finds_words_in_any_language_and_with_the_nearest_letters(string sought, string list)
    {
        await using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        var lists = await aigul.Gets<CatalogList[]>(Routes.Reference);
        Assert.Contains(list, lists.Where(l => ReferenceSearch.Holds(l, sought)).Select(l => l.Code));
        Assert.DoesNotContain(lists, l => ReferenceSearch.Holds(l, "no such words"));
    }
}
