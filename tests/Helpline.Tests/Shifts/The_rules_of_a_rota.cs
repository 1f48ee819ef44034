using Helpline.Domain.Shifts;
using Helpline.Server.Hosting;
using Helpline.Server.Shifts;
using Helpline.Server.Telephony;
using Helpline.Tests.Support;

namespace Helpline.Tests.Shifts;

public class The_rules_of_a_rota
{
    private static readonly Languages Spoken = new([new("kk", "1"), new("ru", "2"), new("en", "3")], new("kk", "1"));
    private static readonly string Shipped = Path.Combine(Repository.Root, "config");

    [Fact]
    public void As_shipped_ring_for_whom_is_signed_in_and_know_the_holidays()
    {
        var rules = RotaFile.Read(new ConfigFolder(Shipped), Spoken);

        Assert.Equal((RoutingBy.SignedIn, 2), (rules.Routing, rules.Cover.Count));
        Assert.Equal(("Independence Day", "Nauryz", null), (rules.Holidays.On(new(2026, 12, 16))?.En, rules.Holidays.On(new(2030, 3, 22))?.En, rules.Holidays.On(new(2026, 12, 17))));
        Assert.Equal(("Kurban Ait", null), (rules.Holidays.On(new(2027, 5, 16))?.En, rules.Holidays.On(new(2028, 5, 16))));
    }

    [Theory]
    [InlineData("\"routing\": \"signedIn\"", "\"routing\": \"anybody\"", "routing")]
    [InlineData("\"longestHours\": 12", "\"longestHours\": 30", "longestHours")]
    [InlineData("\"shortestMinutes\": 30", "\"shortestMinutes\": 900", "shortestMinutes")]
    [InlineData("\"language\": \"kk\"", "\"language\": \"fr\"", "cover[0].language")]
    [InlineData("\"language\": \"ru\", \"least\": 1", "\"language\": \"ru\", \"least\": 0", "cover[1].least")]
    [InlineData("\"kk\", \"least\": 1, \"hours\": \"00:00-24:00\"", "\"kk\", \"least\": 1, \"hours\": \"8-22\"", "cover[0].hours")]
    [InlineData("\"day\": \"12-16\"", "\"day\": \"12-32\"", "holidays")]
    [InlineData("\"weeks\": 8", "\"weeks\": 0", "staffing.weeks")]
    [InlineData("\"shrinkage\": 0.2", "\"shrinkage\": 1", "staffing.shrinkage")]
    public void That_are_wrong_stop_the_start_and_name_the_key(string right, string wrong, string key)
    {
        var folder = Directory.CreateTempSubdirectory("helpline-rota-").FullName;
        var text = File.ReadAllText(Path.Combine(Shipped, "rota.json"));
        Assert.Contains(right, text, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "rota.json"), text.Replace(right, wrong));

        var error = Assert.Throws<SettingsException>(() => RotaFile.Read(new ConfigFolder(folder), Spoken));

        Assert.Contains("config/rota.json", error.Message, StringComparison.Ordinal);
        Assert.Contains(key, error.Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }
}
