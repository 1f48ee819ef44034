using System.Globalization;

namespace Helpline.Exchange;

/// <summary>What is told about the leg's progress and end.</summary>
internal sealed partial class LegRunner
{
    /// <summary>The number's status callback, or that of a leg the exchange rang.</summary>
    private async Task TellStatus(string what)
    {
        if (leg.StatusUrl is not { } url || !leg.StatusEvents.Contains(what)) return;
        var seconds = leg.Seconds.ToString(CultureInfo.InvariantCulture);
        await exchange.Sender.Send(new Webhook(url, leg.StatusMethod,
        [
            .. leg.Fields(exchange.Options.AccountSid),
            .. leg.IsOver ? new KeyValuePair<string, string>[] { new("CallDuration", seconds), new("Duration", Minutes(leg.Seconds)) } : [],
            new("Timestamp", Rfc2822.Of(clock.GetUtcNow())), new("CallbackSource", "call-progress-events"),
            new("SequenceNumber", (leg.StatusSequence++).ToString(CultureInfo.InvariantCulture)),
        ], leg.Sid, $"status {leg.Status}")
        { IsReport = true });
    }

    private static string Minutes(int seconds) => ((seconds + 59) / 60).ToString(CultureInfo.InvariantCulture);
}
