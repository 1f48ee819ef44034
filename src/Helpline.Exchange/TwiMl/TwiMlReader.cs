using System.Xml;
using System.Xml.Linq;

namespace Helpline.Exchange;

/// <summary>A document to carry out, or what is wrong with it.</summary>
internal sealed record TwiMlDocument(Uri Url, IReadOnlyList<Verb> Verbs, IReadOnlyList<string> Errors);

/// <summary>Reads TwiML strictly: whatever the exchange does not know is an error, never skipped.</summary>
internal sealed partial class TwiMlReader
{
    private const string Keys = "0123456789#*";

    private static readonly Dictionary<Place, string[]> Allowed = new()
    {
        [Place.Call] = ["Play", "Pause", "Gather", "Record", "Enqueue", "Dial", "Redirect", "Hangup", "Reject"],
        [Place.QueueWait] = ["Play", "Pause", "Gather", "Redirect", "Hangup", "Leave"],
        [Place.ConferenceWait] = ["Play", "Pause", "Redirect"],
        [Place.Screening] = ["Play", "Pause", "Gather", "Redirect", "Hangup"],
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
            "Record" => Record(a),
            "Enqueue" => Enqueue(element, a),
            "Dial" => Dial(element, a),
            "Redirect" => new Redirect(TextUrl(element) ?? document, a.Method("method")),
            "Reject" => new Reject(a.OneOf("reason", "rejected", "rejected", "busy")),
            "Leave" => new Leave(),
            _ => new Hangup(),
        };
        a.Done();
        if (verb is Pause or Exchange.Record or Reject or Leave or Hangup) Empty(element);
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

    private static Record Record(VerbAttributes a)
    {
        a.OneOf("transcribe", "false", "false");
        var finish = a.Text("finishOnKey") ?? Keys;
        if (finish.Any(c => !Keys.Contains(c))) a.Wrong("finishOnKey", finish, "keys or empty");
        return new Record(
            a.Url("action"), a.Method("method"), a.Seconds("timeout", 5, 0, 600), finish, a.Seconds("maxLength", 3600, 1, 14_400), a.Bool("playBeep", true),
            a.OneOf("trim", "trim-silence", "trim-silence", "do-not-trim") == "trim-silence",
            new Callback(a.Url("recordingStatusCallback"), a.Method("recordingStatusCallbackMethod"),
                a.Words("recordingStatusCallbackEvent", "completed", "in-progress", "completed", "absent")));
    }

    private Enqueue Enqueue(XElement element, VerbAttributes a)
    {
        if (element.HasElements) errors.Add("<Enqueue> takes a queue's name only");
        var queue = element.Value.Trim();
        if (queue.Length is 0 or > 64) errors.Add("<Enqueue> needs a queue's name of 1 to 64 characters");
        return new Enqueue(
            queue, a.Url("action"), a.Method("method"), a.Url("waitUrl"), a.Method("waitUrlMethod"), a.Number("maxQueueSize", 1, 5000));
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
