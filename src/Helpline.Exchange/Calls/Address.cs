using System.Text.RegularExpressions;
using System.Web;

namespace Helpline.Exchange;

/// <summary>Whom a call reaches: a telephone number, or a browser by its identity.</summary>
/// <param name="Identity">Null for a telephone.</param>
/// <param name="Parameters">What a browser is told with the call: <c>client:name?key=value</c>.</param>
internal sealed partial record Address(string Text, string? Identity, IReadOnlyList<KeyValuePair<string, string>> Parameters)
{
    private const string Browser = "client:";

    /// <summary>Null for what is neither.</summary>
    public static Address? Of(string text)
    {
        if (IsNumber(text)) return new Address(text, null, []);
        if (!text.StartsWith(Browser, StringComparison.Ordinal)) return null;
        var (identity, query) = text[Browser.Length..].Split('?', 2) is [var name, var rest] ? (name, rest) : (text[Browser.Length..], "");
        var parameters = HttpUtility.ParseQueryString(query);
        return Identities().IsMatch(identity)
            ? new Address(Browser + identity, identity, [.. parameters.AllKeys.OfType<string>().Select(k => KeyValuePair.Create(k, parameters[k]!))])
            : null;
    }

    /// <summary>E.164.</summary>
    public static bool IsNumber(string text) => E164().IsMatch(text);

    [GeneratedRegex(@"^\+[1-9]\d{6,14}$")]
    private static partial Regex E164();

    [GeneratedRegex(@"^\w{1,121}$")]
    private static partial Regex Identities();
}
