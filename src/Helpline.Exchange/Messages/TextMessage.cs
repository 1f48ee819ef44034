namespace Helpline.Exchange;

/// <summary>A text message to one of the telephones.</summary>
/// <param name="Status">queued, sent, delivered or undelivered.</param>
/// <param name="Error">The provider's number of what went wrong.</param>
public sealed record TextMessage(string Sid, string From, string To, string Body, DateTimeOffset CreatedAt, string Status, DateTimeOffset? SentAt = null, int? Error = null);
