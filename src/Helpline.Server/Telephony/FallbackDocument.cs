using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Helpline.Server.Hosting;

namespace Helpline.Server.Telephony;

/// <summary>
/// <c>config/fallback.xml</c>: what a caller hears when nothing else can be said. It needs no database, and no state of ours,
/// so the same file may lie on another host.
/// </summary>
internal sealed record FallbackDocument(string Text)
{
    private const string Name = "config/fallback.xml";
    private const string WayBack = "/voice/fallback";

    /// <summary>The longest pause, so that no caller is left for 15 s without a word.</summary>
    private const int LongestPause = 10;

    public static FallbackDocument Read(ConfigFolder config)
    {
        var text = config.ReadText("fallback.xml");
        var verbs = Parse(text).Elements().ToList();
        foreach (var verb in verbs) Check(verb, config);
        return verbs is [.., { Name.LocalName: "Redirect" }]
            ? new(text)
            : throw new SettingsException(Name, "does not end in a Redirect, so it hangs up on the caller", $"<Redirect method=\"POST\">{WayBack}</Redirect> at its end");
    }

    private static XElement Parse(string text)
    {
        try
        {
            var document = XDocument.Parse(text);
            return document is { DocumentType: null, Root: { Name.LocalName: "Response" } root }
                ? root
                : throw new SettingsException(Name, "is no TwiML", "the element Response around everything");
        }
        catch (XmlException error)
        {
            throw new SettingsException($"{Name}, line {error.LineNumber},", "is not well-formed", "XML as shipped");
        }
    }

    private static void Check(XElement verb, ConfigFolder config)
    {
        var (right, attribute) = verb.Name.LocalName switch
        {
            "Play" => (IsPrompt(verb.Value, config), ""),
            "Pause" => (IsPause(verb), "length"),
            "Redirect" => (IsWayBack(verb), "method"),
            _ => throw new SettingsException(Name, $"has the verb {verb.Name.LocalName}", "Play, Pause and one Redirect"),
        };
        if (right && !verb.HasElements && verb.Attributes().All(a => a.Name == attribute)) return;
        throw new SettingsException(Name, $"says {verb.ToString(SaveOptions.DisableFormatting)}", verb.Name.LocalName switch
        {
            "Play" => "a recording that is there, as /prompts/kk/apology.wav or with https:// and a host before it",
            "Pause" => $"a length from 1 to {LongestPause}",
            _ => $"a POST to {WayBack}, or to that with https:// and the server before it",
        });
    }

    private static bool IsWayBack(XElement verb) => PathOf(verb.Value) == WayBack && (verb.Attribute("method")?.Value ?? "POST") == "POST";

    private static bool IsPause(XElement verb) =>
        int.TryParse(verb.Attribute("length")?.Value ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length is >= 1 and <= LongestPause;

    private static bool IsPrompt(string address, ConfigFolder config) => PathOf(address) is { } path && Prompts.Has(config, path);

    /// <returns>The path of an address that is absolute or begins at the root; null for any other.</returns>
    private static string? PathOf(string address) => address switch
    {
        ['/', not '/', ..] => address,
        _ when Uri.TryCreate(address, UriKind.Absolute, out var url) && (url.Scheme is "https" or "http") => url.AbsolutePath,
        _ => null,
    };
}
