using Helpline.Load.Witness;

namespace Helpline.Load.Nodes;

/// <summary>So many persons on the line at a time: when one is through, another rings.</summary>
internal sealed class Crowd(Evidence evidence, int size, Random random)
{
    private readonly List<Person> persons = [];
    private readonly HashSet<string> legs = [];

    /// <summary>Legs of everybody who has rung.</summary>
    public IReadOnlySet<string> Legs => legs;

    public bool IsGone => persons.Count == 0;

    /// <param name="mayRing">False when nobody new shall come.</param>
    public void Lives(bool mayRing)
    {
        persons.RemoveAll(p => p.Leg.IsOver);
        // They come one after the other, not all in one moment.
        if (mayRing && persons.Count < size && random.NextDouble() < 0.7) Ring();
        persons.ForEach(p => p.Lives(evidence.Now));
    }

    private void Ring()
    {
        var leg = evidence.Exchange.Ring($"+7701{random.Next(5000):D7}", withheld: random.NextDouble() < 0.05);
        legs.Add(leg.Sid);
        persons.Add(new Person(leg, new Random(random.Next()), evidence.Now));
    }
}
