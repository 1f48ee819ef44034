using System.Diagnostics;

namespace Helpline.Exchange;

/// <summary>Waits until something is so.</summary>
internal static class Intent
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(25);

    /// <param name="callSid">The leg it is mostly about: its news are looked at at once, others' a glance later.</param>
    /// <param name="within">Measured by the exchange's clock; also the limit in real time when nobody moves that clock.</param>
    /// <param name="story">What to say when it never came to be.</param>
    public static async Task Until(this Switchboard exchange, string? callSid, Func<bool> isSo, TimeSpan? within, Func<string> story)
    {
        var end = exchange.Clock.GetUtcNow() + (within ?? Longest);
        var real = Stopwatch.StartNew();
        while (true)
        {
            // Time may move only when nothing at all happens.
            var all = callSid is null || exchange.Options.PassTime is not null;
            var change = all ? exchange.Journal.NextChange : exchange.Journal.NextChangeOf(callSid!);
            if (isSo()) return;
            var late = exchange.Clock.GetUtcNow() >= end;
            if (late ? exchange.InFlight == 0 || exchange.Options.PassTime is null : real.Elapsed > Longest + Longest)
                throw new TimeoutException(story());
            if (await Happens(change)) continue;
            if (exchange.Options.PassTime is not { } pass)
            {
                if (real.Elapsed > (within ?? Longest)) throw new TimeoutException(story());
                continue;
            }
            // Real work goes first: time moves on only when nothing happens by itself.
            if (exchange.InFlight > 0) continue;
            var toNext = exchange.NextDue - exchange.Clock.GetUtcNow();
            await pass(toNext is { } next && next < Step ? TimeSpan.FromTicks(Math.Max(1, next.Ticks)) : Step);
        }
    }

    private static async Task<bool> Happens(Task change)
    {
        try
        {
            await change.WaitAsync(Glance);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
