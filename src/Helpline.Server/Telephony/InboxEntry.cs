namespace Helpline.Server.Telephony;

/// <summary>
/// A request that was carried out and what was answered, written in the transaction of its change. The same request again
/// changes nothing and gets the same answer. It holds no form: forms hold numbers.
/// </summary>
internal sealed class InboxEntry
{
    public required string Key { get; init; }
    public required string Reply { get; init; }

    /// <summary>UTC; rows older than a week are purged.</summary>
    public required DateTime At { get; init; }
}
