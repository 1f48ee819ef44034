using System.Xml.Linq;
using Helpline.Server.Telephony.Twilio;

namespace Helpline.Tests.Telephony.Twilio;

public class A_twiml_document
{
    private const string Call = "CA00000000000000000000000000000001";

    /// <summary>The same documents as in <c>make-vectors.mjs</c>, by the same names.</summary>
    private static readonly Dictionary<string, XElement[]> Ours = new()
    {
        ["nothing"] = [],
        ["play"] = [TwiMl.Play("/prompts/kk/welcome.wav")],
        ["play on and on"] = [TwiMl.Play("/prompts/music.wav", loop: 0)],
        ["play with an ampersand"] = [TwiMl.Play("/prompts/say?place=3&lang=kk")],
        ["gather"] =
        [
            TwiMl.Gather("/voice/language?try=1", TimeSpan.FromSeconds(6), 1, "", true,
                TwiMl.Play("/prompts/kk/menu.wav"), TwiMl.Pause(TimeSpan.FromSeconds(1))),
        ],
        ["gather with defaults"] = [TwiMl.Gather("/voice/wait-key")],
        ["enqueue"] = [TwiMl.Enqueue("helpline-wait", "/voice/queue-exit?seq=1", "/voice/wait?seq=1")],
        ["leave"] = [TwiMl.Leave()],
        ["conference of the caller"] =
        [
            TwiMl.Dial("/voice/after", TimeSpan.FromHours(4), TwiMl.Conference("hv-1", startConferenceOnEnter: true,
                endConferenceOnExit: true, beep: false, muted: false, participantLabel: "caller", waitUrl: "", maxParticipants: 3,
                jitterBufferSize: "small", statusCallback: "/voice/conference?a=1&b=2", statusCallbackEvent: "start end join leave mute hold")),
        ],
        ["conference of a coach"] =
        [
            TwiMl.Dial("/voice/after", null, TwiMl.Conference("hv-1", startConferenceOnEnter: false, endConferenceOnExit: false,
                beep: false, muted: true, waitUrl: "/voice/music", coach: Call)),
        ],
        ["client"] =
        [
            TwiMl.Dial("/voice/after", null, TwiMl.Client("counselor1", "/voice/counselor", "/voice/status", Stages,
                [new("ticket", "a<b>&\"c\"'")]), TimeSpan.FromSeconds(20), answerOnBridge: true),
        ],
        ["number"] =
        [
            TwiMl.Dial("/voice/after", null, TwiMl.Number("+77010000001", "/voice/counselor", "/voice/status", Stages),
                TimeSpan.FromSeconds(20), "+77172000000"),
        ],
        ["sip"] = [TwiMl.Dial("/voice/after", null, TwiMl.Sip("sip:counselor1@example.org"))],
        ["redirect"] = [TwiMl.Redirect("/voice/wait?seq=1")],
        ["pause"] = [TwiMl.Pause(TimeSpan.FromSeconds(5))],
        ["hangup"] = [TwiMl.Hangup()],
        ["reject"] = [TwiMl.Reject("busy")],
        ["record"] =
        [
            TwiMl.Record("/voice/recorded", TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(5), "#", true, "/voice/recording", "completed absent"),
        ],
        ["several verbs"] = [TwiMl.Play("/prompts/ru/please-hold.wav"), TwiMl.Redirect("/voice/wait")],
        ["kazakh text"] = [TwiMl.Enqueue("күту і", "/voice/қ", "/voice/ә")],
    };

    private const string Stages = "initiated ringing answered completed";

    public static TheoryData<string> Documents => [.. TwilioVectors.All.Documents.Select(one => one.Name)];

    [Theory, MemberData(nameof(Documents))]
    public void Says_what_twilios_library_says(string name)
    {
        var theirs = XElement.Parse(TwilioVectors.All.Documents.Single(one => one.Name == name).Xml);
        var ours = XElement.Parse(TwiMl.Document(Ours[name]));

        Assert.True(XNode.DeepEquals(Normal(theirs), Normal(ours)), ours.ToString());
    }

    [Fact]
    public void Of_every_verb_has_its_vector() =>
        Assert.Equal(Ours.Keys.Order(), TwilioVectors.All.Documents.Select(one => one.Name).Order());

    [Theory]
    [InlineData("a\0b\u0001c\u001fd", "abcd")]
    [InlineData("tab\tand\nnew line", "tab\tand\nnew line")]
    [InlineData("whole 👩‍👧 pair", "whole 👩‍👧 pair")]
    [InlineData("\ufffe\uffff", "")]
    [InlineData("<&>\"'", "<&>\"'")]
    public void Leaves_out_what_xml_cannot_write(string text, string read)
    {
        var document = XElement.Parse(TwiMl.Document(
            TwiMl.Dial("/a", null, TwiMl.Client(text, parameters: [new("ticket", text)]))), LoadOptions.PreserveWhitespace);

        Assert.Equal(read, document.Descendants("Identity").Single().Value);
        Assert.Equal(read, document.Descendants("Parameter").Single().Attribute("value")!.Value);
    }

    // Not among the lines above: an attribute cannot carry half a pair.
    [Fact]
    public void Leaves_out_half_a_surrogate_pair()
    {
        Leaves_out_what_xml_cannot_write("half \ud83d of a pair", "half  of a pair");
        Leaves_out_what_xml_cannot_write("\udc67\ud83d", "");
        Leaves_out_what_xml_cannot_write("\ud83d\ud83d\udc67", "👧");
    }

    /// <summary>The order of attributes says nothing.</summary>
    private static XElement Normal(XElement element) => new(
        element.Name,
        element.Attributes().OrderBy(one => one.Name.LocalName, StringComparer.Ordinal),
        element.Nodes().Select(node => node is XElement child ? Normal(child) : node));
}
