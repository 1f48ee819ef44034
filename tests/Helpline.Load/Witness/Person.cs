using Helpline.Exchange;

namespace Helpline.Load.Witness;

/// <summary>A caller: chooses a language or not, waits, asks for a callback or leaves a message, and hangs up at any moment.</summary>
internal sealed class Person(Leg leg, Random random, DateTimeOffset now)
{
    private readonly DateTimeOffset leavesAt = now.AddSeconds(random.NextDouble() switch
    {
        < 0.05 => random.Next(4),
        < 0.20 => random.Next(4, 30),
        _ => random.Next(60, 240),
    });
    private bool wantsOut;
    private bool hasSpoken;

    public Leg Leg => leg;

    /// <summary>A quarter of a second.</summary>
    public void Lives(DateTimeOffset time)
    {
        if (leg.IsOver) return;
        if (time >= leavesAt) Switchboard.HangUp(leg);
        else if (leg.IsRecording) Speaks();
        else if (leg.IsListening && random.NextDouble() < (leg.Queued is null ? 0.1 : 0.004)) leg.Presses(Key());
    }

    /// <summary>A few words or many, or nothing after all; done with, by a key or by silence.</summary>
    private void Speaks()
    {
        if (hasSpoken && random.NextDouble() < 0.02) leg.Presses('#');
        if (!hasSpoken && random.NextDouble() < 0.8) leg.Speaks(TimeSpan.FromSeconds(random.Next(1, 60)));
        hasSpoken = true;
    }

    private char Key()
    {
        if (leg.Queued is null) return wantsOut ? '1' : random.NextDouble() < 0.05 ? '7' : (char)('1' + random.Next(3));
        var key = "1259"[random.Next(4)];
        wantsOut = key is '1' or '2';
        return key;
    }
}
