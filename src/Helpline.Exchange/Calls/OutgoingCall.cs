namespace Helpline.Exchange;

/// <summary>A call the server orders by REST.</summary>
/// <param name="Timeout">How long it may ring.</param>
internal sealed record OutgoingCall(
    string From, string To, Instruction First, TimeSpan Timeout, Uri? FallbackUrl,
    Uri? StatusCallback, HttpMethod StatusMethod, IReadOnlyList<string> StatusEvents);
