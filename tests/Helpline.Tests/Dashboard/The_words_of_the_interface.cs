using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Helpline.Dashboard.Calls;
using Helpline.Dashboard.Phone;
using Helpline.Domain.Calls;
using Helpline.Domain.Counselors;
using Helpline.Domain.Offers;
using Helpline.Domain.Routing;
using Helpline.Domain.Supervision;
using Helpline.Domain.Transfers;

namespace Helpline.Tests.Dashboard;

public partial class The_words_of_the_interface
{
    private static readonly string Dashboard = Path.GetFullPath(Path.Combine(Here(), "../../../src/Helpline.Dashboard"));

    private static readonly Dictionary<string, string> English = Read("Words.resx");

    private static readonly Dictionary<string, string> Kazakh = Read("Words.kk.resx");

    [Theory]
    [InlineData("Words.kk.resx")]
    [InlineData("Words.ru.resx")]
    public void Are_the_same_in_every_language(string file) =>
        Assert.Equal(English.Keys.Order(StringComparer.Ordinal), Read(file).Keys.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Words.resx")]
    [InlineData("Words.kk.resx")]
    [InlineData("Words.ru.resx")]
    public void Are_never_empty_and_keep_their_places_for_values(string file)
    {
        foreach (var (key, words) in Read(file))
        {
            Assert.False(string.IsNullOrWhiteSpace(words), key);
            Assert.True(Places(English[key]).SequenceEqual(Places(words)), $"{key} in {file}: {words}");
        }
    }

    [Fact]
    public void Are_Cyrillic_in_Kazakh()
    {
        foreach (var (key, words) in Kazakh)
        {
            Assert.False(words.Contains('\u0259') || words.Contains('\u018F'), $"{key} has a Latin schwa");
            Assert.False(MixedWord().IsMatch(words), $"{key} mixes Latin letters into a Kazakh word: {words}");
        }
    }

    [Fact]
    public void Are_there_for_every_key_a_page_names()
    {
        var named = Directory.EnumerateFiles(Dashboard, "*.razor", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/"))
            .SelectMany(file => KeyInSource().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Where(key => !key.EndsWith('.'));
        Assert.Empty(named.Distinct().Except(English.Keys));
    }

    [Fact]
    public void Are_there_for_every_value_a_page_may_meet() => Assert.Empty(Composed().Except(English.Keys));

    private static IEnumerable<string> Composed() =>
    [
        .. Keys("State", "Ringing", "Greeting", "Diverted", "Waiting", "Offered", "Connecting", "Talking", "WrapUp", "Done", "Abandoned", "Voicemail", "Callback", "Closed", "Blocked", "Failed"),
        .. Keys("Presence", Enum.GetNames<PresenceState>()),
        .. Keys("Idle", [.. Enum.GetNames<PresenceState>(), .. Enum.GetNames<PresenceState>().Select(state => state + ".Hint")]),
        .. Keys("Verdict", Enum.GetNames<Verdict>()),
        .. Keys("Listen", [.. Enum.GetNames<ListenerMode>(), .. Enum.GetNames<ListenerMode>().Select(mode => "Mode." + mode)]),
        .. Keys("Moment", ["Arrived", "Asked", "Held", "Resumed", "Listened", "HelpWanted", "HandedOnTo", .. Enum.GetNames<TransferState>().Select(state => "Transfer" + state), .. Enum.GetNames<ListenerMode>(), .. Enum.GetNames<CallEvent>(), .. Enum.GetNames<OfferState>()]),
        .. Keys("Transfer", "Asked", "Accepted", "Consulting", "Refused", "Lapsed", "Broken", "To.Asked", "To.Accepted", "To.Consulting", "To.Cancelled", "To.Lapsed"),
        .. Keys("Busy", "Offered", "Connecting", "Talking", "WrapUp"),
        .. Keys("Closed", "Accepted", "Declined", "Expired", "Unacknowledged", "Withdrawn"),
        .. Keys("Unreached", Enum.GetNames<Unreached>()),
        .. Keys("SafeTime", Enum.GetNames<Helpline.Domain.Callbacks.SafeTime>()),
        .. Keys("VoicemailState", Enum.GetNames<Helpline.Domain.Voicemails.VoicemailState>()),
        .. Keys("MissedCause", Enum.GetNames<Helpline.Domain.Missed.MissedCause>()),
        .. Keys("AbuseReason", Enum.GetNames<Helpline.Domain.Callers.AbuseReason>()),
        .. Keys("FlagLevel", Enum.GetNames<Helpline.Domain.Callers.FlagLevel>()),
        .. Keys("LineOrder", Enum.GetNames<Helpline.Domain.Line.LineOrder>()),
        .. Keys("Connection", "Connected", "Reconnecting", "Offline"),
        .. Keys("Language", "kk", "ru", "en"),
        .. Keys("Role", "Counselor", "Supervisor", "Administrator"),
        .. Keys("SignIn", "Wrong", "LockedOut", "Disabled", "Unreachable"),
        .. Keys("Note", Enum.GetNames<NoteField>()),
        .. Keys("Save", Enum.GetNames<SaveState>()),
        .. Keys("Trouble", [.. Enum.GetNames<Trouble>().Except([nameof(Trouble.None)])]),
        .. Keys("Microphone", Enum.GetNames<MicrophoneProblem>()),
        .. Keys("Phone", nameof(PhoneState.Idle), nameof(PhoneState.Failed)),
    ];

    private static IEnumerable<string> Keys(string kind, params string[] values) => values.Select(value => $"{kind}.{value}");

    private static IEnumerable<string> Places(string words) => Place().Matches(words).Select(match => match.Value).Order(StringComparer.Ordinal);

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(Dashboard, "Words", file)).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [GeneratedRegex(@"L\[""([^""]+)""")]
    private static partial Regex KeyInSource();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\p{IsCyrillic}[A-Za-z]|[A-Za-z]\p{IsCyrillic}")]
    private static partial Regex MixedWord();
}
