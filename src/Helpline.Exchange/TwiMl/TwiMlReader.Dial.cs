using System.Xml.Linq;

namespace Helpline.Exchange;

/// <summary>Dial and whom it reaches.</summary>
internal sealed partial class TwiMlReader
{
    private const int MostParties = 10;
    private static readonly string[] PartyEvents = ["initiated", "ringing", "answered", "completed"];

    private Dial Dial(XElement element, VerbAttributes a)
    {
        NoText(element);
        return new Dial(
            a.Url("action"), a.Method("method"), a.Seconds("timeout", 30, 5, 600), a.Seconds("timeLimit", 14_400, 1, 86_400),
            a.Text("callerId"), a.Bool("answerOnBridge", false), a.Bool("hangupOnStar", false), Noun([.. element.Elements()]));
    }

    private Noun Noun(List<XElement> nouns)
    {
        if (nouns is [{ Name.LocalName: "Conference" } conference])
        {
            var a = Attributes(conference);
            var room = Room(conference, a);
            a.Done();
            return room;
        }
        if (nouns.Count is 0 or > MostParties || nouns.Exists(n => n.Name.ToString() == "Conference"))
            errors.Add($"<Dial> needs one <Conference>, or 1 to {MostParties} <Client> or <Number>");
        return new Parties([.. nouns.Select(Party).OfType<Party>()]);
    }

    private Party? Party(XElement element)
    {
        var name = element.Name.ToString();
        if (name is not ("Client" or "Number"))
        {
            if (name != "Conference") errors.Add($"<Dial> cannot reach <{name}>");
            return null;
        }
        var a = Attributes(element);
        var party = new Party(
            name == "Client" ? Browser(element) : Telephone(element), a.Url("url"), a.Method("method"),
            new Callback(a.Url("statusCallback"), a.Method("statusCallbackMethod"), a.Words("statusCallbackEvent", "completed", PartyEvents)));
        a.Done();
        return party;
    }

    private Address Telephone(XElement element)
    {
        var number = element.Value.Trim();
        if (element.HasElements || !Address.IsNumber(number)) errors.Add($"<Number> needs a number like +77010000001, not \"{number}\"");
        return new Address(number, null, []);
    }

    /// <summary>A name as text, or in an Identity with Parameters beside it.</summary>
    private Address Browser(XElement element)
    {
        var identity = (element.Element("Identity")?.Value ?? (element.HasElements ? "" : element.Value)).Trim();
        if (Address.Of($"client:{identity}") is not { } address)
        {
            errors.Add($"<Client> needs an identity of letters, digits and underscores, not \"{identity}\"");
            address = new Address(identity, identity, []);
        }
        return address with { Parameters = [.. address.Parameters, .. element.Elements().Select(Parameter).OfType<KeyValuePair<string, string>>()] };
    }

    private KeyValuePair<string, string>? Parameter(XElement element)
    {
        var a = Attributes(element);
        switch (element.Name.ToString())
        {
            case "Identity":
                a.Done();
                return null;
            case "Parameter":
                var pair = KeyValuePair.Create(a.Text("name") ?? "", a.Text("value") ?? "");
                a.Done();
                Empty(element);
                return pair;
            default:
                errors.Add($"<Client> takes no <{element.Name}>");
                return null;
        }
    }

    private Room Room(XElement element, VerbAttributes a)
    {
        if (element.HasElements) errors.Add("<Conference> takes a name only");
        var name = element.Value.Trim();
        if (name.Length is 0 or > 128) errors.Add("<Conference> needs a name of 1 to 128 characters");
        var label = a.Text("participantLabel");
        if (label is { Length: 0 or > 128 }) a.Wrong("participantLabel", label, "1 to 128 characters");
        // Known, checked, and without effect where no sound is mixed.
        a.OneOf("jitterBufferSize", "large", "off", "small", "medium", "large");
        a.OneOf("record", "do-not-record", "do-not-record");
        a.Text("region");
        return new Room(
            name, label, a.Bool("muted", false), a.OneOf("beep", "true", "true", "false", "onEnter", "onExit"),
            a.Bool("startConferenceOnEnter", true), a.Bool("endConferenceOnExit", false), a.Number("maxParticipants", 2, 250) ?? 250,
            a.Url("waitUrl"), a.Method("waitMethod"), a.Text("coach"), a.Url("statusCallback"), a.Method("statusCallbackMethod"),
            a.Words("statusCallbackEvent", "start end", "start", "end", "join", "leave", "mute", "hold", "modify", "speaker", "announcement"));
    }
}
