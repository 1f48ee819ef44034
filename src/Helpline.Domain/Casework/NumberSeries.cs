namespace Helpline.Domain.Casework;

/// <summary>The last number given to a kind of thing on one local day: people name things by <c>20261125-0001</c>.</summary>
public sealed class NumberSeries : IVersioned
{
    public required Subject Subject { get; init; }

    /// <summary>The local day, as 20261125.</summary>
    public required int Day { get; init; }
    public int Last { get; private set; }
    public long Version { get; private set; }

    public string Next() => $"{Day}-{++Last:0000}";
}
