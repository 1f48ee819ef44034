using System.Globalization;
using System.Xml.Linq;

namespace Helpline.Exchange;

/// <summary>The attributes of one element, each asked for once; those nobody asked for are errors.</summary>
internal sealed class VerbAttributes(XElement element, Uri document, List<string> errors)
{
    private readonly HashSet<string> unread = [.. element.Attributes().Select(a => a.Name.ToString())];

    public string? Text(string name)
    {
        unread.Remove(name);
        return element.Attribute(name)?.Value;
    }

    public string OneOf(string name, string fallback, params string[] allowed)
    {
        if (Text(name) is not { } text) return fallback;
        if (allowed.Contains(text, StringComparer.Ordinal)) return text;
        Wrong(name, text, string.Join(" or ", allowed));
        return fallback;
    }

    public bool Bool(string name, bool fallback) => OneOf(name, fallback ? "true" : "false", "true", "false") == "true";

    public int? Number(string name, int least, int most)
    {
        if (Text(name) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Wrong(name, text, $"a number from {least} to {most}");
        return null;
    }

    public TimeSpan Seconds(string name, int fallback, int least, int most) =>
        TimeSpan.FromSeconds(Number(name, least, most) ?? fallback);

    public HttpMethod Method(string name) => HttpMethod.Parse(OneOf(name, "POST", "GET", "POST"));

    public Uri? Url(string name)
    {
        if (Text(name) is not { Length: > 0 } text) return null;
        if (Resolve(document, text) is { } url) return url;
        Wrong(name, text, "an http or https address");
        return null;
    }

    public IReadOnlyList<string> Words(string name, string fallback, params string[] allowed)
    {
        var words = (Text(name) ?? fallback).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words.Except(allowed)) Wrong(name, word, string.Join(' ', allowed));
        return words;
    }

    /// <summary>Reports the attributes that were never asked for.</summary>
    public void Done()
    {
        foreach (var name in unread) errors.Add($"<{element.Name}> has no attribute \"{name}\"");
    }

    public void Wrong(string name, string value, string right) =>
        errors.Add($"<{element.Name} {name}=\"{value}\">: must be {right}");

    /// <summary>An address in a document, absolute or relative to it; null when it is none.</summary>
    public static Uri? Resolve(Uri document, string text)
    {
        text = text.Trim();
        // A rooted path alone would be read as a file on Linux.
        var kind = text.StartsWith('/') ? UriKind.Relative : UriKind.RelativeOrAbsolute;
        return text.Length > 0 && !text.Any(char.IsWhiteSpace)
            && Uri.TryCreate(text, kind, out var given)
            && Uri.TryCreate(document, given, out var url)
            && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) ? url : null;
    }
}
