namespace Helpline.Exchange;

/// <summary>Somebody's telephone that may be rung, in the words of a story: answers or not, presses keys, hears prompts, hangs up.</summary>
public class Phone
{
    private readonly Switchboard exchange;
    private Leg? leg;
    private int told;

    internal Phone(Switchboard exchange, string number) => (this.exchange, Number) = (exchange, number);

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

    private protected Leg Leg => leg ?? throw new InvalidOperationException($"{Number} has not rung.");

    private protected Switchboard Exchange => exchange;

    /// <summary>The text messages that have come to it, oldest first.</summary>
    public IReadOnlyList<TextMessage> Texts => [.. exchange.Messages.All.Where(m => m.To == Number && m.Status == "delivered")];

    /// <summary>Text messages do not arrive from now on.</summary>
    public void IsSwitchedOff() => exchange.Messages.SwitchOff(Number);

    /// <summary>Waits until the exchange rings this number by order of the server.</summary>
    public async Task IsRung(TimeSpan? within = null)
    {
        Leg? ringing = null;
        await exchange.Until(null, () => (ringing = exchange.Ringing(Number)) is not null, within, () => $"{Number} was never rung.");
        Takes(ringing!);
    }

    /// <summary>Takes the call that rings.</summary>
    public void PicksUp() => Switchboard.PickUp(Leg);

    /// <summary>Refuses the call that rings, or is in another.</summary>
    public void IsBusy() => Leg.Ends("busy", "busy");

    /// <summary>Lets it ring until the exchange or the server gives up.</summary>
    public Task DoesNotAnswer(TimeSpan? within = null) => Until(() => Leg.IsOver, within ?? TimeSpan.FromMinutes(11), "the ringing to end");

    /// <summary>Presses keys (0-9 * #) as soon as somebody listens for them.</summary>
    public async Task Presses(string keys, TimeSpan? within = null)
    {
        await Until(() => Leg.IsListening || Leg.IsOver, within, $"a chance to press {keys}");
        PressesAtOnce(keys);
    }

    /// <summary>Presses keys now, whether or not somebody listens.</summary>
    public void PressesAtOnce(string keys)
    {
        foreach (var key in keys) Leg.Presses(key);
    }

    /// <summary>Speaks after the beep, as soon as somebody records it, and waits until all is said.</summary>
    public async Task Speaks(TimeSpan time, TimeSpan? within = null)
    {
        await Until(() => Leg.IsRecording || Leg.IsOver, within, "a chance to speak");
        if (!Leg.Speaks(time)) return;
        var end = exchange.Clock.GetUtcNow() + time;
        await Until(() => exchange.Clock.GetUtcNow() >= end || !Leg.IsRecording, time + TimeSpan.FromSeconds(30), "all to be said");
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

    /// <summary>Waits until this call and that telephone's are connected.</summary>
    public Task IsTalkingTo(Phone other, TimeSpan? within = null) =>
        Until(() => Intents.AreTalking(Leg, one => one.Phone == other.Number), within, $"to talk to {other.Number}");

    /// <summary>Waits until the other side has ended the call.</summary>
    public Task IsHungUp(TimeSpan? within = null) => Until(() => Leg.IsOver, within, "the end of the call");

    /// <summary>Hangs up and waits until the server has been told.</summary>
    public async Task HangsUp()
    {
        Switchboard.HangUp(Leg);
        await Leg.Finished.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private protected void Takes(Leg call) => (leg, told) = (call, 0);

    private protected Task Until(Func<bool> isSo, TimeSpan? within, string what) => exchange.Until(Leg.Sid, isSo, within, () =>
        $"{Number} waited in vain for {what}. Heard: {string.Join(", ", Transcript)}. Now: {Leg.Status}, {Leg.Doing}.\n{exchange.Story(Leg)}");
}
