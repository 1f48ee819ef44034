namespace Helpline.Exchange;

/// <summary>Somebody with a telephone, in the words of a story: rings, presses keys, hears prompts, hangs up.</summary>
public sealed class Caller
{
    private readonly Switchboard exchange;
    private Leg? leg;
    private int told;

    internal Caller(Switchboard exchange, string number) => (this.exchange, Number) = (exchange, number);

    public string Number { get; }

    /// <summary>Of the present call, or of the last.</summary>
    public string CallSid => Leg.Sid;

    /// <summary>The call's status as the provider words it: ringing, in-progress, completed, busy, no-answer, failed, canceled.</summary>
    public string Status => Leg.Status;

    /// <summary>The verb under way, for instance Gather.</summary>
    public string Doing => Leg.Doing;

    /// <summary>The key of the clip that plays now, or null.</summary>
    public string? Hearing => Leg.Hearing?.Clip.Key;

    public bool IsWaiting => Leg.Queued is not null;

    public bool IsOnTheLine => leg is { IsOver: false };

    /// <summary>The longest time the call had no instruction.</summary>
    public TimeSpan LongestGap => Leg.LongestGap;

    /// <summary>Every clip heard in this call, oldest first.</summary>
    public IReadOnlyList<string> Transcript => [.. Leg.Heard.Select(h => h.Clip.Path)];

    private Leg Leg => leg ?? throw new InvalidOperationException($"{Number} has not rung.");

    /// <summary>Rings the line and waits until it answers (or does not).</summary>
    public async Task Ring(bool withheld = false)
    {
        if (IsOnTheLine) throw new InvalidOperationException($"{Number} is on the line already.");
        leg = exchange.Ring(Number, withheld);
        told = 0;
        await Until(() => leg.AnsweredAt is not null || leg.IsOver, null, "an answer");
    }

    /// <summary>Presses keys (0-9 * #) as soon as somebody listens for them.</summary>
    public async Task Presses(string keys, TimeSpan? within = null)
    {
        await Until(() => Leg.IsListening || Leg.IsOver, within, $"a chance to press {keys}");
        foreach (var key in keys) Leg.Presses(key);
    }

    /// <summary>Presses keys now, whether or not somebody listens.</summary>
    public void PressesAtOnce(string keys)
    {
        foreach (var key in keys) Leg.Presses(key);
    }

    /// <summary>Waits for a prompt by its name (<c>welcome</c> or <c>kk/welcome</c>), later than those already waited for.</summary>
    public Task Hears(string key, TimeSpan? within = null) => Until(() =>
    {
        var heard = Leg.Heard;
        for (var i = told; i < heard.Count; i++)
            if (heard[i].Clip.Is(key))
            {
                told = i + 1;
                return true;
            }
        return false;
    }, within, $"\"{key}\"");

    public Task Waits(TimeSpan? within = null) => Until(() => IsWaiting, within, "to be in a queue");

    /// <summary>Waits until this call and that browser's are in one conference under way.</summary>
    public Task IsTalkingTo(string identity, TimeSpan? within = null) =>
        Until(() => Intents.AreTalking(Leg, other => other.Identity == identity), within, $"to talk to {identity}");

    /// <summary>Waits until the other side has ended the call.</summary>
    public Task IsHungUp(TimeSpan? within = null) => Until(() => Leg.IsOver, within, "the end of the call");

    /// <summary>Hangs up and waits until the server has been told.</summary>
    public async Task HangsUp()
    {
        Switchboard.HangUp(Leg);
        await Leg.Finished.WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>Waits until the exchange rings this number by order of the server.</summary>
    public async Task IsRung(TimeSpan? within = null)
    {
        Leg? ringing = null;
        await exchange.Until(null, () => (ringing = exchange.Ringing(Number)) is not null, within, () => $"{Number} was never rung.");
        (leg, told) = (ringing, 0);
    }

    /// <summary>Takes the call that rings.</summary>
    public void PicksUp() => Switchboard.PickUp(Leg);

    /// <summary>Refuses the call that rings.</summary>
    public void IsBusy() => Leg.Ends("busy", "busy");

    private Task Until(Func<bool> isSo, TimeSpan? within, string what) => exchange.Until(Leg.Sid, isSo, within, () =>
        $"{Number} waited in vain for {what}. Heard: {string.Join(", ", Transcript)}. Now: {Leg.Status}, {Leg.Doing}.\n{exchange.Story(Leg)}");
}
