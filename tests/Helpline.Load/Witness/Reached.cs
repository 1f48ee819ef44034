using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Helpline.Load.Witness;

/// <summary>On the wire between the exchange and the server: which legs the server was ever told of, and whether it answers the same when asked twice.</summary>
internal sealed partial class Reached : DelegatingHandler
{
    // Those whose first answer the server keeps.
    private static readonly HashSet<string> Kept = ["/voice/incoming", "/voice/language", "/voice/welcome-back", "/voice/counselor"];
    private readonly ConcurrentDictionary<string, bool> legs = new();
    private readonly ConcurrentDictionary<string, string> answers = new();
    private int twice;
    private int unlike;

    public Reached() : base(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
    {
    }

    /// <summary>Legs of which a webhook was answered with success.</summary>
    public ICollection<string> Legs => legs.Keys;

    /// <summary>Questions that came twice.</summary>
    public int Twice => twice;

    /// <summary>Of those, how many were answered otherwise the second time.</summary>
    public int Unlike => unlike;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var form = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode || Leg().Match(form) is not { Success: true } leg) return response;
        legs.TryAdd(leg.Groups[1].Value, true);
        if (!Kept.Contains(request.RequestUri!.AbsolutePath) || !request.Headers.TryGetValues("I-Twilio-Idempotency-Token", out var token)) return response;
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        var answer = await response.Content.ReadAsStringAsync(cancellationToken);
        var first = answers.GetOrAdd(token.Single(), answer);
        if (ReferenceEquals(first, answer)) return response;
        Interlocked.Increment(ref twice);
        if (first != answer) Interlocked.Increment(ref unlike);
        return response;
    }

    [GeneratedRegex("(?:^|&)CallSid=(CA[0-9a-f]+)")]
    private static partial Regex Leg();
}
