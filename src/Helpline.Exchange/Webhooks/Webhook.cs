namespace Helpline.Exchange;

/// <summary>One request to the customer's server.</summary>
/// <param name="What">For the journal: which leg's which step.</param>
internal sealed record Webhook(
    Uri Url, HttpMethod Method, IReadOnlyList<KeyValuePair<string, string>> Form, string? CallSid, string What)
{
    /// <summary>It only tells what happened: no document is waited for.</summary>
    public bool IsReport { get; init; }

    /// <summary>The same for every try of one request.</summary>
    public string Token { get; } = Guid.NewGuid().ToString();

    /// <summary>The address to ask: without the fragment, and for a GET with the form in the query.</summary>
    public Uri Target
    {
        get
        {
            var bare = new UriBuilder(Url) { Fragment = "", UserName = "", Password = "" };
            if (Method == HttpMethod.Get && Form.Count > 0)
                bare.Query = string.Join('&', new[] { bare.Query.TrimStart('?') }.Where(q => q.Length > 0).Concat(Form.Select(Escaped)));
            return bare.Uri;
        }
    }

    private static string Escaped(KeyValuePair<string, string> field) =>
        $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}";
}

/// <summary>What came back.</summary>
/// <param name="Code">0, or the provider's number of the failure.</param>
/// <param name="Failure">What went wrong, in words; null when nothing did.</param>
internal sealed record WebhookAnswer(int Status, string Body, string MediaType, int Code = 0, string? Failure = null)
{
    public static WebhookAnswer Failed(int code, string why, int status = 0) => new(status, "", "", code, why);
}
