using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Helpline.Contracts.Accounts;
using Helpline.Dashboard.Calls;
using Helpline.Dashboard.Phone;
using Helpline.Domain.Calls;
using Helpline.Domain.Counselors;
using Helpline.Domain.Metrics;
using Helpline.Domain.Offers;
using Helpline.Domain.Routing;
using Helpline.Domain.Supervision;
using Helpline.Domain.Transfers;
using Helpline.Domain.Visits;
using Helpline.Tests.Support;

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

    /// <summary>An auditor reads in words what the server writes in codes; a list of the catalog has a title.</summary>
    [Fact]
    public void Are_there_for_all_that_is_written_into_the_audit_trail()
    {
        var calls = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/Helpline.Server"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/"))
            .SelectMany(file => AuditInSource().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).ToList();
        var codes = calls.SelectMany(call => CodeInAudit().Matches(call).Select(match => match.Groups[1].Value)).Concat(["talk", "voicemail", "recording"]).Concat(Helpline.Server.Journals.Journal.All.Select(j => j.Code));
        Assert.InRange(calls.Count, 29, 200);
        Assert.Empty(Keys("AuditWhat", [.. codes]).Except(English.Keys));
    }

    /// <summary>What stands third after what was done.</summary>
    [GeneratedRegex(@"AuditAction\.\w+, [^,;]+, [^,;]+, ([^,;]+)[,)]")]
    private static partial Regex AuditInSource();

    [GeneratedRegex(@"""([a-z_ ]+?)(?: \{[^""]*)?""")]
    private static partial Regex CodeInAudit();

    private static IEnumerable<string> Composed() =>
    [
        .. Keys("State", "Ringing", "Greeting", "Diverted", "Waiting", "Offered", "Connecting", "Talking", "WrapUp", "Done", "Abandoned", "Voicemail", "Callback", "Closed", "Blocked", "Failed"),
        .. Keys("Presence", Enum.GetNames<PresenceState>()),
        .. Keys("Idle", [.. Enum.GetNames<PresenceState>(), .. Enum.GetNames<PresenceState>().Select(state => state + ".Hint")]),
        .. Keys("Verdict", Enum.GetNames<Verdict>()),
        .. Keys("ShiftFault", Enum.GetNames<Helpline.Domain.Shifts.ShiftFault>()),
        .. Keys("Work", "Shifts", "Swaps"),
        .. Keys("Nav", [.. Section.Menu.Concat(Section.Aside).Select(section => section.Name)]),
        .. Keys("Recording", ["Expected", "Announced", "Kept", "Missing", "Empty"]),
        .. Keys("Gap", Enum.GetNames<GapKind>()),
        .. Keys("Listen", [.. Enum.GetNames<ListenerMode>(), .. Enum.GetNames<ListenerMode>().Select(mode => "Mode." + mode)]),
        .. Keys("Moment", ["Arrived", "Asked", "Held", "Resumed", "Listened", "HelpWanted", "HandedOnTo", .. Enum.GetNames<TransferState>().Select(state => "Transfer" + state), .. Enum.GetNames<ListenerMode>(), .. Enum.GetNames<CallEvent>(), .. Enum.GetNames<OfferState>()]),
        .. Keys("Transfer", "Asked", "Accepted", "Consulting", "Refused", "Lapsed", "Broken", "To.Asked", "To.Accepted", "To.Consulting", "To.Cancelled", "To.Lapsed"),
        .. Keys("Busy", "Offered", "Connecting", "Talking", "WrapUp"),
        .. Keys("Closed", "Accepted", "Declined", "Expired", "Unacknowledged", "Withdrawn"),
        .. Keys("Unreached", Enum.GetNames<Unreached>()),
        .. Keys("SafeTime", Enum.GetNames<Helpline.Domain.Callbacks.SafeTime>()),
        .. Keys("VoicemailState", Enum.GetNames<Helpline.Domain.Voicemails.VoicemailState>()),
        .. Keys("FollowUpKind", Enum.GetNames<Helpline.Domain.FollowUps.FollowUpKind>()),
        .. Keys("Attempt", Enum.GetNames<Helpline.Domain.FollowUps.AttemptResult>()),
        .. Keys("Step", Enum.GetNames<Helpline.Domain.Casework.LadderStep>()),
        .. Keys("Escalation", Enum.GetNames<Helpline.Domain.Casework.EscalationCause>()),
        .. Keys("Job", Enum.GetNames<Helpline.Server.Jobs.JobKind>()),
        .. Keys("MissedCause", Enum.GetNames<Helpline.Domain.Missed.MissedCause>()),
        .. Keys("AbuseReason", Enum.GetNames<Helpline.Domain.Callers.AbuseReason>()),
        .. Keys("FlagLevel", Enum.GetNames<Helpline.Domain.Callers.FlagLevel>()),
        .. Keys("ReferralState", Enum.GetNames<Helpline.Domain.Referrals.ReferralState>()),
        .. Keys("ReferralMove", Enum.GetNames<Helpline.Domain.Referrals.ReferralEvent>()),
        .. Keys("ReferralMoment", ["Drafted", "Redrafted", "LinkMade", "LinkRevoked", "Escalated", "SeenTo", .. Enum.GetNames<Helpline.Domain.Referrals.ReferralEvent>()]),
        .. Keys("Referrals.List", "sent", "answer", "work", "all"),
        .. Keys("LineOrder", Enum.GetNames<Helpline.Domain.Line.LineOrder>()),
        .. Keys("Channel", Enum.GetNames<Helpline.Domain.Contacts.Channel>()),
        .. Keys("CaseState", Enum.GetNames<Helpline.Domain.Cases.CaseState>()),
        .. Keys("Ground", Enum.GetNames<Helpline.Domain.Persons.ConsentGround>()),
        .. Keys("Subject", Enum.GetNames<Helpline.Domain.Casework.Subject>()),
        .. Keys("Subjects", "Person", "Case", "Contact", "Referral"),
        .. Keys("History.Case", "Opened", "Given", "Renamed", "RiskChanged", "Closed", "Reopened", "Shared", "TakenBack"),
        .. Keys("History.Contact", "Joined", "PersonNamed", "PersonTakenBack", "InformationGiven", "InformationTakenBack", "NoteAddedTo", "NoteFinished", "RiskRaised", "Escalated", "SeenTo"),
        .. Keys("History.Person", "Kept", "Joined", "Withdrawn", "JoinedHousehold", "LeftHousehold"),
        .. Keys("History.FollowUp", ["Planned", "Escalated", "SeenTo", .. Enum.GetNames<Helpline.Domain.FollowUps.FollowUpEvent>()]),
        .. Keys("Wrong", "text", "title", "risk", "owner", "reason", "contactId", "personId", "startedAt", "language", "name", "birthYear", "sex", "region", "address", "phone", "ground", "groundBasis", "from", "to", "whoMayAnswer", "whatToSay", "with", "until", "channel", "subject", "state"),
        .. Keys("ExportState", Enum.GetNames<Helpline.Domain.Journals.ExportState>()),
        .. Keys("Reports.Span", Enum.GetNames<Helpline.Domain.Reports.ReportSpan>()),
        .. Keys("AuditAction", Enum.GetNames<Helpline.Domain.Audit.AuditAction>()),
        .. Keys("ServiceStatus", Enum.GetNames<Helpline.Domain.Organizations.ServiceStatus>()),
        .. Keys("Capacity", Enum.GetNames<Helpline.Domain.Organizations.Capacity>()),
        .. Keys("ErasureOf", Enum.GetNames<Helpline.Domain.Privacy.ErasureOf>()),
        .. Keys("Erased", "contacts", "notes", "calls", "sounds", "callers", "persons"),
        .. Keys("Connection", "Connected", "Reconnecting", "Offline"),
        .. Keys("Language", "kk", "ru", "en"),
        .. Keys("Role", "Counselor", "Supervisor", "Administrator"),
        .. Keys("SignIn", "Wrong", "LockedOut", "Disabled", "Unreachable"),
        .. Keys("Note", Enum.GetNames<NoteField>()),
        .. Keys("Save", Enum.GetNames<SaveState>()),
        .. Keys("Trouble", [.. Enum.GetNames<Trouble>().Except([nameof(Trouble.None)])]),
        .. Keys("VisitState", Enum.GetNames<VisitState>()),
        .. Keys("FollowUpState", Enum.GetNames<Helpline.Domain.FollowUps.FollowUpState>()),
        .. Keys("Part", Enum.GetNames<Helpline.Domain.Metrics.Parting>()),
        .. Keys("After", "FollowUp", "Referral", "Visit"),
        .. Keys("Counted", "offered", "answered", "abandoned", "exited", "blocked", "failed", "open"),
        .. new[] { "Figure", "Formula" }.SelectMany(kind => Keys(kind, [.. Figures])),
        .. Keys("VisitKind", Enum.GetNames<VisitKind>()),
        .. Keys("VisitAttention", Enum.GetNames<VisitAttention>()),
        .. Keys("VisitPriority", "1", "2", "3"),
        .. Keys("VisitMove", [.. Enum.GetNames<VisitEvent>(), "Planned", "DangerSigns", "DraftDropped"]),
        .. Keys("VisitField", [.. Enum.GetNames<VisitSection>().Except(["Next"]), "Seen", "Result", "Arrived", "Left", "Minutes", "DangerSigns", "NextFrom"]),
        .. Keys("Microphone", Enum.GetNames<MicrophoneProblem>()),
        .. Keys("Phone", nameof(PhoneState.Idle), nameof(PhoneState.Failed)),
    ];

    private static IEnumerable<string> Figures =>
    [
        .. Helpline.Server.Metrics.MetricCards.Figures(CallSums.None, CrewSums.None, new(), new()).Select(f => f.Code), LineFigures.CallbacksKept(0, 0).Code,
        RepeatCallers.None.ShareOfCallers.Code, RepeatCallers.None.ShareOfCalls.Code,
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
