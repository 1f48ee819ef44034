using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Helpline.Exchange;

/// <summary>A REST command's fields. One that nobody asked for is refused: the exchange offers no more than it does.</summary>
internal sealed class RestForm(IEnumerable<KeyValuePair<string, string>> fields)
{
    private readonly ILookup<string, string> fields = fields.ToLookup(p => p.Key, p => p.Value);
    private readonly HashSet<string> unread = [.. fields.Select(p => p.Key)];

    public static async Task<RestForm> Of(HttpRequest request)
    {
        if (!request.HasFormContentType) return new RestForm([]);
        var form = await request.ReadFormAsync();
        return new RestForm(form.SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v ?? ""))));
    }

    public string? Text(string name)
    {
        unread.Remove(name);
        return fields[name].FirstOrDefault();
    }

    public IReadOnlyList<string> All(string name)
    {
        unread.Remove(name);
        return [.. fields[name]];
    }

    public bool? Bool(string name) => Text(name) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var other => throw new RestException(20001, $"{name} must be true or false, not {other}"),
    };

    public int Number(string name, int fallback, int least, int most) => Text(name) switch
    {
        null => fallback,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most => n,
        var other => throw new RestException(20001, $"{name} must be a number from {least} to {most}, not {other}"),
    };

    public HttpMethod Method(string name, HttpMethod fallback) => Text(name) switch
    {
        null => fallback,
        "GET" => HttpMethod.Get,
        "POST" => HttpMethod.Post,
        var other => throw new RestException(20001, $"{name} must be GET or POST, not {other}"),
    };

    /// <summary>An absolute address, or null when the field is not there or empty.</summary>
    public Uri? Url(string name)
    {
        if (Text(name) is not { Length: > 0 } text) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            ? url
            : throw new RestException(21205, $"{name} is not a valid address: {text}");
    }

    /// <summary>One of the words the provider knows, or null.</summary>
    public string? OneOf(string name, params string[] allowed) => Text(name) is not { } text || allowed.Contains(text, StringComparer.Ordinal)
        ? Text(name)
        : throw new RestException(20001, $"{name} must be {string.Join(" or ", allowed)}, not {text}");

    /// <summary>A callback's three fields.</summary>
    /// <param name="prefix">In front of <c>StatusCallback</c>.</param>
    public Callback Callback(string prefix, string[] without, params string[] allowed)
    {
        var events = All($"{prefix}StatusCallbackEvent").SelectMany(e => e.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        if (events.Except(allowed).FirstOrDefault() is { } wrong)
            throw new RestException(21626, $"{prefix}StatusCallbackEvent must be of {string.Join(' ', allowed)}, not {wrong}");
        return new Callback(
            Url($"{prefix}StatusCallback"), Method($"{prefix}StatusCallbackMethod", HttpMethod.Post), events.Count > 0 ? events : without);
    }

    /// <summary>Fields that change nothing here, but that the provider knows.</summary>
    public void Ignore(params string[] names) => unread.ExceptWith(names);

    public void Done()
    {
        if (unread.Count > 0) throw new RestException(20001, $"this exchange does not offer {string.Join(", ", unread)}");
    }
}

/// <summary>A REST command refused, in the provider's numbers.</summary>
internal sealed class RestException(int code, string message, int status = 400) : Exception(message)
{
    public int Code => code;

    public int Status => status;

    public static RestException NotFound(string what) => new(20404, $"The requested resource {what} was not found", 404);
}
