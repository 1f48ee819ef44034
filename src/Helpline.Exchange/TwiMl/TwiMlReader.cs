using System.Xml;
using System.Xml.Linq;

namespace Helpline.Exchange;

/// <summary>A document to carry out, or what is wrong with it.</summary>
internal sealed record TwiMlDocument(Uri Url, IReadOnlyList<Verb> Verbs, IReadOnlyList<string> Errors);

/// <summary>Reads TwiML strictly: whatever the exchange does not know is an error, never skipped.</summary>
internal sealed class TwiMlReader
{
    private const string Keys = "0123456789#*";

    private static readonly Dictionary<Place, string[]> Allowed = new()
    {
        [Place.Call] = ["Play", "Pause", "Gather", "Enqueue", "Dial", "Redirect", "Hangup", "Reject"],
        [Place.QueueWait] = ["Play", "Pause", "Gather", "Redirect", "Hangup", "Leave"],
        [Place.ConferenceWait] = ["Play", "Pause", "Redirect"],
    };

    private readonly Uri document;
    private readonly List<string> errors = [];

    private TwiMlReader(Uri document) => this.document = document;

    public static TwiMlDocument Read(string xml, Uri url, Place place)
    {
        var reader = new TwiMlReader(new UriBuilder(url) { Fragment = "" }.Uri);
        var verbs = reader.Document(xml, place);
        return new TwiMlDocument(url, verbs, reader.errors);
    }

    private List<Verb> Document(string xml, Place place)
    {
        XElement root;
        try
        {
            using var text = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            root = XDocument.Load(text).Root!;
        }
        catch (XmlException e)
        {
            errors.Add($"not XML: {e.Message}");
            return [];
        }
        if (root.Name != "Response") errors.Add($"the root is <{root.Name}>, not <Response>");
        Attributes(root).Done();
        NoText(root);
        var verbs = root.Elements().Select((e, i) => Verb(e, Allowed[place], $"here ({place})", first: i == 0)).OfType<Verb>().ToList();
        return verbs;
    }

    private Verb? Verb(XElement element, string[] allowed, string where, bool first)
    {
        var name = element.Name.ToString();
        if (!Allowed.Values.Any(verbs => verbs.Contains(name)))
        {
            errors.Add($"unknown verb <{name}>");
            return null;
        }
        if (!allowed.Contains(name))
        {
            errors.Add($"<{name}> is not allowed {where}");
            return null;
        }
        if (name == "Reject" && !first) errors.Add("<Reject> must be the first verb");
        var a = Attributes(element);
        Verb verb = name switch
        {
            "Play" => Play(element, a),
            "Pause" => new Pause(a.Seconds("length", 1, 0, 3600)),
            "Gather" => Gather(element, a),
            "Enqueue" => Enqueue(element, a),
            "Dial" => Dial(element, a),
            "Redirect" => new Redirect(TextUrl(element) ?? document, a.Method("method")),
            "Reject" => new Reject(a.OneOf("reason", "rejected", "rejected", "busy")),
            "Leave" => new Leave(),
            _ => new Hangup(),
        };
        a.Done();
        if (verb is Pause or Reject or Leave or Hangup) Empty(element);
        return verb;
    }

    private Play Play(XElement element, VerbAttributes a)
    {
        var tones = a.Text("digits") ?? "";
        if (tones.Any(c => !(Keys + "wW").Contains(c))) a.Wrong("digits", tones, "keys and w");
        var clip = tones.Length > 0 && element.Value.Trim().Length == 0 ? null : TextUrl(element);
        return new Play(clip, a.Number("loop", 0, 1000) ?? 1, tones);
    }

    private Gather Gather(XElement element, VerbAttributes a)
    {
        a.OneOf("input", "dtmf", "dtmf");
        var finish = a.Text("finishOnKey") ?? "#";
        if (finish.Any(c => !Keys.Contains(c))) a.Wrong("finishOnKey", finish, "keys or empty");
        NoText(element);
        return new Gather(
            a.Url("action"), a.Method("method"), a.Seconds("timeout", 5, 0, 600), a.Number("numDigits", 1, 1000), finish,
            a.Bool("actionOnEmptyResult", false),
            [.. element.Elements().Select(e => Verb(e, ["Play", "Pause"], "in <Gather>", first: false)).OfType<Verb>()]);
    }

    private Enqueue Enqueue(XElement element, VerbAttributes a)
    {
        if (element.HasElements) errors.Add("<Enqueue> takes a queue's name only");
        var queue = element.Value.Trim();
        if (queue.Length is 0 or > 64) errors.Add("<Enqueue> needs a queue's name of 1 to 64 characters");
        return new Enqueue(
            queue, a.Url("action"), a.Method("method"), a.Url("waitUrl"), a.Method("waitUrlMethod"), a.Number("maxQueueSize", 1, 5000));
    }

    private Dial Dial(XElement element, VerbAttributes a)
    {
        NoText(element);
        if (element.Elements().Count() != 1) errors.Add("<Dial> needs one <Conference>, <Client> or <Number>");
        return new Dial(
            a.Url("action"), a.Method("method"), a.Seconds("timeout", 30, 5, 600), a.Seconds("timeLimit", 14_400, 1, 86_400),
            a.Text("callerId"), a.Bool("answerOnBridge", false), Noun(element.Elements().FirstOrDefault()));
    }

    private Noun Noun(XElement? element)
    {
        var name = element?.Name.ToString();
        if (name is "Client" or "Number")
            return new Party(name, element!.Value.Trim());
        if (element is null || name != "Conference")
        {
            errors.Add($"<Dial> cannot reach <{name}>");
            return new Party("", "");
        }
        var a = Attributes(element);
        var room = Room(element, a);
        a.Done();
        return room;
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

    private VerbAttributes Attributes(XElement element) => new(element, document, errors);

    private Uri? TextUrl(XElement element)
    {
        if (element.HasElements) errors.Add($"<{element.Name}> takes an address only");
        if (VerbAttributes.Resolve(document, element.Value) is { } url) return url;
        errors.Add($"<{element.Name}> needs an http or https address, not \"{element.Value.Trim()}\"");
        return null;
    }

    private void Empty(XElement element)
    {
        if (element.HasElements || element.Value.Trim().Length > 0) errors.Add($"<{element.Name}> must be empty");
    }

    private void NoText(XElement element)
    {
        if (element.Nodes().OfType<XText>().Any(t => t.Value.Trim().Length > 0)) errors.Add($"<{element.Name}> has text it cannot use");
    }
}
