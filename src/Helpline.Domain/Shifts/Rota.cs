namespace Helpline.Domain.Shifts;

/// <summary>
/// The rota as a whole, one row. Every change of a shift changes it too, so of two that are made at once and do not know of each
/// other (two shifts of one counselor that overlap) one starts again and sees the other.
/// </summary>
public sealed class Rota : IVersioned
{
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;
    public int Changes { get; private set; }
    public long Version { get; private set; }

    public void Touch() => Changes++;
}
