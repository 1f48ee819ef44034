using System.Text.RegularExpressions;
using System.Xml.Linq;
using Helpline.Domain.Callers;
using Helpline.Domain.Calls;
using Helpline.Domain.Offers;
using Helpline.Domain.Routing;
using Helpline.Domain.Supervision;
using Helpline.Domain.ThirdParties;
using Helpline.Domain.Transfers;
using Helpline.Tests.Support;

namespace Helpline.Tests.Dashboard;

public partial class The_words_of_the_timeline
{
    private static readonly Dictionary<string, string[]> Enums = new()
    {
        ["Flag"] = Enum.GetNames<FlagLevel>(),
        ["Transfer"] = Enum.GetNames<TransferState>(),
        ["ThirdParty"] = Enum.GetNames<ThirdPartyState>(),
        ["move.What"] = Enum.GetNames<CallEvent>(),
        ["how"] = Enum.GetNames<OfferState>(),
        ["mode"] = Enum.GetNames<ListenerMode>(),
    };

    [Theory]
    [InlineData("Words.resx")]
    [InlineData("Words.kk.resx")]
    [InlineData("Words.ru.resx")]
    public void Are_there_for_everything_the_desk_writes_down_of_a_call(string file)
    {
        var words = XDocument.Load(Path.Combine(Repository.Root, "src/Helpline.Dashboard/Words", file)).Root!.Elements("data").Select(d => d.Attribute("name")!.Value).ToHashSet();
        var written = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/Helpline.Server/Calls"), "*.cs")
            .SelectMany(source => Entry().Matches(File.ReadAllText(source))).Where(entry => entry.Groups["call"].Value != "null").SelectMany(entry => Codes(entry.Groups["what"].Value)).ToHashSet();
        Assert.Contains("Arrived", written);
        Assert.Empty(written.Append("Asked").Append("NobodyToAsk").Select(code => $"Moment.{code}").Concat(Enum.GetNames<Widening>().Select(step => $"Widening.{step}")).Except(words));
    }

    /// <summary>What an expression may write; of one that this does not understand, nobody knows whether it has words.</summary>
    private static IEnumerable<string> Codes(string what)
    {
        if (Ending().Match(what) is { Success: true } some) return Enums[some.Groups[1].Value].Select(name => some.Groups[1].Value + name);
        if (Value().Match(what) is { Success: true } value) return Enums[value.Groups[1].Value];
        var named = Named().Matches(what).Select(match => match.Groups[1].Value + match.Groups[2].Value).ToList();
        Assert.True(named.Count > 0, $"What does Record({what}, …) write?");
        return named;
    }

    [GeneratedRegex(@"(?<!void )\bRecord\((?<what>[^,]+), (?<call>[^,]+),")]
    private static partial Regex Entry();

    [GeneratedRegex(@"^\$""(\w+)\{[\w.]+\}""$")]
    private static partial Regex Ending();

    [GeneratedRegex(@"^([\w.]+)\.ToString\(\)$")]
    private static partial Regex Value();

    [GeneratedRegex(@"(?<!\$)""(\w+)""|nameof\(\w+\.(\w+)\)")]
    private static partial Regex Named();
}
