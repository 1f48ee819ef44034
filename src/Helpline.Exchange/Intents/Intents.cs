namespace Helpline.Exchange;

/// <summary>What intents ask of the exchange.</summary>
internal static class Intents
{
    public static bool AreTalking(Leg leg, Func<Leg, bool> other) =>
        leg.InRoom is { Hold: false, Conference: { HasStarted: true } room }
        && room.Participants.Any(p => p.Leg != leg && !p.Hold && other(p.Leg));

    /// <summary>The last of what the journal says about a leg.</summary>
    public static string Story(this Switchboard exchange, Leg leg) => string.Join('\n', exchange.Journal.Entries
        .Where(e => e.CallSid == leg.Sid).TakeLast(40).Select(e => $"  {e.At:HH:mm:ss.fff} {e.Kind} {e.Text}"));

    /// <summary>Connects a browser if its token allows it.</summary>
    public static (Leg? Leg, int Code, string Why) Connect(
        this Switchboard exchange, string? token, string? identity, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var (owner, code, why) = AccessToken.Read(exchange.Options, token, exchange.Clock.GetUtcNow());
        if (owner is null) return (null, code, why);
        if (identity is not null && identity != owner) return (null, 20101, $"the access token is {owner}'s, not {identity}'s");
        return (exchange.Connect(owner, parameters), 0, "");
    }
}
