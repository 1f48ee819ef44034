namespace Helpline.Exchange;

/// <summary>Somebody with a telephone who rings the line.</summary>
public sealed class Caller : Phone
{
    internal Caller(Switchboard exchange, string number) : base(exchange, number)
    {
    }

    /// <summary>Rings the line and waits until it answers (or does not).</summary>
    public async Task Ring(bool withheld = false)
    {
        if (IsOnTheLine) throw new InvalidOperationException($"{Number} is on the line already.");
        Takes(Exchange.Ring(Number, withheld));
        await Until(() => Leg.AnsweredAt is not null || Leg.IsOver, null, "an answer");
    }
}
