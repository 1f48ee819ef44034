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

    [Fact]
    public void Of_topics_is_the_eight_service_kinds() => Assert.Equal(
        ["social_medical", "social_psychological", "social_pedagogical", "social_economic",
            "social_legal", "social_domestic", "social_labour", "social_cultural"],
        Codes("service_kinds"));

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
