using System.Globalization;

namespace Helpline.Exchange;

/// <summary>Sends one conference's status callbacks: one after the other, numbered from 1.</summary>
internal sealed class ConferenceEvents(ExchangeOptions options, WebhookSender sender, Journal journal, Activity activity, TimeProvider clock)
{
    private readonly Lock gate = new();
    private Task sent = Task.CompletedTask;
    private int sequence;

    /// <param name="flag">The word of statusCallbackEvent that asks for this.</param>
    public void Tell(Conference room, string flag, string what, IReadOnlyList<KeyValuePair<string, string>> extra, string? callSid)
    {
        journal.Write(JournalKind.Conference, callSid, $"{what} {room.FriendlyName}");
        if (room.First.StatusCallback is not { } url || !room.First.StatusEvents.Contains(flag)) return;
        lock (gate)
        {
            var hook = new Webhook(url, room.First.StatusMethod,
            [
                new("ConferenceSid", room.Sid), new("FriendlyName", room.FriendlyName), new("AccountSid", options.AccountSid),
                new("SequenceNumber", (++sequence).ToString(CultureInfo.InvariantCulture)), new("Timestamp", Rfc2822.Of(clock.GetUtcNow())),
                new("StatusCallbackEvent", what), .. extra,
            ], callSid, what)
            { IsReport = true };
            var before = sent;
            var mine = new TaskCompletionSource();
            sent = mine.Task;
            activity.Run(async () =>
            {
                await before;
                try
                {
                    await sender.Send(hook);
                }
                finally
                {
                    mine.SetResult();
                }
            });
        }
    }
}
