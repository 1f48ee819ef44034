using System.Text.Json;

namespace Helpline.Tests.Config;

public class A_catalog_list
{
    public static TheoryData<string> Lists => ["service_kinds", "call_kinds", "risk_levels", "call_outcomes"];

    [Theory, MemberData(nameof(Lists))]
    public void Is_named_like_its_file_and_titled_in_every_language(string list)
    {
        var root = Read(list);
        Assert.Equal(list, root.GetProperty("code").GetString());
        HasWords(root.GetProperty("title"));
    }

    [Theory, MemberData(nameof(Lists))]
    public void Has_items_with_words_in_every_language(string list) => Assert.All(Items(list), item =>
    {
        HasWords(item.GetProperty("text"));
        HasWords(item.GetProperty("label"));
    });

    [Theory, MemberData(nameof(Lists))]
    public void Has_each_code_once_and_in_order(string list)
    {
        var codes = Codes(list);
        Assert.Equal(codes.Distinct(), codes);
        Assert.All(codes, code => Assert.Matches("^[a-z]+(_[a-z]+)*$", code));
        Assert.Equal(Enumerable.Range(1, codes.Length), Items(list).Select(item => item.GetProperty("order").GetInt32()));
    }

    /// <summary>The lists of the founding document, each with its items and what stands under them.</summary>
    [Theory]
    [InlineData(1, "document_title", 0, 0)]
    [InlineData(2, "service_kinds", 8, 0)]
    [InlineData(3, "service_levels", 3, 0)]
    [InlineData(4, "service_forms", 4, 12)]
    [InlineData(5, "service_rules", 4, 11)]
    [InlineData(6, "social_worker_duties", 8, 6)]
    [InlineData(7, "target_groups", 11, 0)]
    [InlineData(8, "social_psychological_help", 0, 0)]
    [InlineData(9, "psychologist_activities", 4, 5)]
    [InlineData(10, "social_medical_tasks", 9, 0)]
    [InlineData(11, "social_economic_help", 3, 0)]
    [InlineData(12, "special_state_benefit_categories", 13, 0)]
    [InlineData(13, "state_benefit_kinds", 8, 0)]
    [InlineData(14, "empty_slides", 2, 0)]
    [InlineData(15, "social_domestic_help", 0, 0)]
    [InlineData(16, "social_domestic_recipients", 5, 0)]
    [InlineData(17, "social_domestic_help_areas", 5, 0)]
    [InlineData(18, "social_protection_definition", 5, 0)]
    [InlineData(19, "ilo_social_protection_measures", 4, 0)]
    [InlineData(20, "social_protection_elements", 4, 0)]
    [InlineData(21, "social_protection_risk_cases", 4, 30)]
    [InlineData(22, "probation_help_directions", 5, 0)]
    [InlineData(23, "probation_employment_measures", 5, 0)]
    public void Of_the_founding_document_is_whole(int place, string list, int items, int inner)
    {
        Assert.Equal(place, Read(list).GetProperty("seedOrder").GetInt32());
        HasWords(Read(list).GetProperty("title"));
        JsonElement[] all = [.. Items(list), .. Items(list).SelectMany(Inner)];
        Assert.Equal((items, inner), (Items(list).Count(), all.Length - items));
        Assert.All(all, item => HasWords(item.GetProperty("text")));
    }

    [Fact]
    public void Of_topics_is_the_eight_service_kinds() => Assert.Equal(
        ["social_medical", "social_psychological", "social_pedagogical", "social_economic",
            "social_legal", "social_domestic", "social_labour", "social_cultural"],
        Codes("service_kinds"));

    [Fact]
    public void Of_regions_is_seventeen_and_three_cities_each_with_what_belongs_to_it()
    {
        Assert.Equal(["astana", "almaty", "shymkent"], Codes("regions").Where(code => !code.EndsWith("_region", StringComparison.Ordinal)));
        Assert.Equal(20, Codes("regions").Distinct().Count());
        Assert.All(Items("regions"), region =>
        {
            HasWords(region.GetProperty("text"));
            var within = Inner(region).Select(Code).ToList();
            Assert.True(within.Count >= 4 && within.Distinct().Count() == within.Count, Code(region));
            Assert.All(Inner(region), district => HasWords(district.GetProperty("text")));
        });
    }

    [Theory]
    [InlineData("caller_kinds")]
    [InlineData("safety_steps")]
    public void Of_our_own_has_words_in_every_language(string list)
    {
        HasWords(Read(list).GetProperty("title"));
        Assert.All(Items(list), item => HasWords(item.GetProperty("text")));
    }

    [Fact]
    public void Of_risk_rises_from_none_to_imminent() =>
        Assert.Equal(["none", "low", "medium", "high", "imminent"], Codes("risk_levels"));

    [Fact]
    public void Of_call_kinds_has_one_key_for_each()
    {
        var keys = Items("call_kinds").Select(item => item.GetProperty("key").GetString()!).ToArray();
        Assert.All(keys, key => Assert.Matches("^[0-9]$", key));
        Assert.Equal(keys.Distinct(), keys);
    }

    [Fact]
    public void Of_call_kinds_finishes_all_but_real_talks_with_one_key() => Assert.Equal(
        ["silent", "hang_up", "prank", "abusive", "wrong_number", "test"],
        Items("call_kinds").Where(item => item.GetProperty("quick").GetBoolean()).Select(Code));

    private static string[] Codes(string list) => [.. Items(list).Select(Code)];

    private static string Code(JsonElement item) => item.GetProperty("code").GetString()!;

    /// <summary>All that stands under it, at any depth.</summary>
    private static IEnumerable<JsonElement> Inner(JsonElement item) =>
        item.TryGetProperty("items", out var inner) ? inner.EnumerateArray().SelectMany(one => Inner(one).Prepend(one)) : [];

    private static JsonElement.ArrayEnumerator Items(string list) => Read(list).GetProperty("items").EnumerateArray();

    private static JsonElement Read(string list) =>
        JsonElement.Parse(File.ReadAllText(ConfigFolder.PathOf("catalog", $"{list}.json")));

    private static void HasWords(JsonElement words)
    {
        Assert.Equal(ConfigFolder.Languages, words.EnumerateObject().Select(word => word.Name));
        Assert.All(words.EnumerateObject(), word => Assert.False(string.IsNullOrWhiteSpace(word.Value.GetString())));
        Letters.AreKazakh(words.GetProperty("kk").GetString()!);
    }
}
