namespace Helpline.Exchange;

/// <summary>A call the server orders by REST.</summary>
/// <param name="First">What the leg does once somebody picks up.</param>
/// <param name="Timeout">How long it may ring.</param>
/// <param name="TimeLimit">How long it may last; null for as long as it likes.</param>
internal sealed record OutgoingCall(string From, Address To, Instruction First, TimeSpan Timeout, TimeSpan? TimeLimit, Callback Status)
{
    public Uri? FallbackUrl { get; init; }

    public HttpMethod FallbackMethod { get; init; } = HttpMethod.Post;
}

/// <summary>Where a leg's progress is told.</summary>
/// <param name="Events">Of initiated, ringing, answered, completed.</param>
internal sealed record Callback(Uri? Url, HttpMethod Method, IReadOnlyList<string> Events);
