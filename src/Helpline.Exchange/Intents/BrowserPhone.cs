namespace Helpline.Exchange;

/// <summary>A counselor's browser phone, in the words of a story.</summary>
public sealed class BrowserPhone
{
    private readonly Switchboard exchange;
    private readonly string token;
    private Leg? leg;

    internal BrowserPhone(Switchboard exchange, string identity, string token) =>
        (this.exchange, Identity, this.token) = (exchange, identity, token);

    public string Identity { get; }

    public string CallSid => Leg.Sid;

    public string Status => Leg.Status;

    public bool IsConnected => leg is { IsOver: false, AnsweredAt: not null };

    public string? Hearing => Leg.Hearing?.Clip.Key;

    private Leg Leg => leg ?? throw new InvalidOperationException($"{Identity} has not connected.");

    /// <summary>Connects with a ticket and waits until the line answers (or does not).</summary>
    public Task Connect(string ticket) => Connect([new("ticket", ticket)]);

    public async Task Connect(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var (connected, _, why) = exchange.Connect(token, Identity, parameters);
        leg = connected ?? throw new InvalidOperationException(why);
        await Until(() => leg.AnsweredAt is not null || leg.IsOver, null, "an answer");
    }

    /// <summary>Waits until the exchange rings this browser by order of the server.</summary>
    public async Task IsRung(TimeSpan? within = null)
    {
        Leg? ringing = null;
        await exchange.Until(null, () => (ringing = exchange.Ringing($"client:{Identity}")) is not null, within, () => $"{Identity} was never rung.");
        leg = ringing;
    }

    /// <summary>What came with the call that rings: <c>client:name?key=value</c>, or the Parameters of a Client.</summary>
    public string? Parameter(string name) => Leg.Parameters.FirstOrDefault(p => p.Key == name).Value;

    /// <summary>Takes the call that rings.</summary>
    public void PicksUp() => Switchboard.PickUp(Leg);

    /// <summary>Refuses the call that rings.</summary>
    public void Declines() => Switchboard.HangUp(Leg);

    /// <summary>Waits until this browser and that number are in one conference under way.</summary>
    public Task IsTalkingTo(string number, TimeSpan? within = null) =>
        Until(() => Intents.AreTalking(Leg, other => other.From == number || other.To == number), within, $"to talk to {number}");

    public Task IsHungUp(TimeSpan? within = null) => Until(() => Leg.IsOver, within, "the end of the call");

    public void Mutes(bool on) => Leg.Mutes(on);

    /// <summary>Hangs up and waits until the server has been told.</summary>
    public async Task HangsUp()
    {
        Switchboard.HangUp(Leg);
        await Leg.Finished.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private Task Until(Func<bool> isSo, TimeSpan? within, string what) => exchange.Until(Leg.Sid, isSo, within, () =>
        $"{Identity} waited in vain for {what}. Now: {Leg.Status}, {Leg.Doing}.\n{exchange.Story(Leg)}");
}
