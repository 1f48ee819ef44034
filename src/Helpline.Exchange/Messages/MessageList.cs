using System.Globalization;

namespace Helpline.Exchange;

/// <summary>Text messages: taken, sent on, and told about until they arrive.</summary>
internal sealed class MessageList(ExchangeOptions options, WebhookSender sender, Journal journal, Activity activity, TimeProvider clock)
{
    /// <summary>The telephone is off, as the provider numbers it.</summary>
    private const int Unreachable = 30003;

    private readonly Lock gate = new();
    private readonly List<TextMessage> all = [];
    private readonly HashSet<string> off = [];

    public IReadOnlyList<TextMessage> All
    {
        get { lock (gate) return [.. all]; }
    }

    /// <summary>What is sent to this number from now on does not arrive.</summary>
    public void SwitchOff(string number)
    {
        lock (gate) off.Add(number);
    }

    public TextMessage Take(string from, string to, string body, Uri? statusUrl)
    {
        var message = new TextMessage(Sid.New("SM"), from, to, body, clock.GetUtcNow(), "queued");
        lock (gate) all.Add(message);
        journal.Write(new JournalEntry(0, default, JournalKind.Text, null, $"{to}: {body}"));
        activity.Run(() => Deliver(message, statusUrl));
        return message;
    }

    private async Task Deliver(TextMessage message, Uri? statusUrl)
    {
        bool arrives;
        lock (gate) arrives = !off.Contains(message.To);
        await Becomes(message with { Status = "sent", SentAt = clock.GetUtcNow() }, statusUrl);
        await Becomes(message with { Status = arrives ? "delivered" : "undelivered", SentAt = clock.GetUtcNow(), Error = arrives ? null : Unreachable }, statusUrl);
    }

    private async Task Becomes(TextMessage message, Uri? statusUrl)
    {
        lock (gate) all[all.FindIndex(m => m.Sid == message.Sid)] = message;
        journal.Write(new JournalEntry(0, default, JournalKind.Text, null, $"{message.To}: {message.Status}"));
        if (statusUrl is null) return;
        await sender.Send(new Webhook(statusUrl, HttpMethod.Post,
        [
            new("MessageSid", message.Sid), new("SmsSid", message.Sid), new("MessageStatus", message.Status), new("SmsStatus", message.Status), new("To", message.To),
            new("From", message.From), new("AccountSid", options.AccountSid), new("ApiVersion", RestShapes.Version),
            .. message.Error is { } code ? new KeyValuePair<string, string>[] { new("ErrorCode", code.ToString(CultureInfo.InvariantCulture)) } : [],
        ], message.Sid, $"message {message.Status}")
        { IsReport = true });
    }
}
