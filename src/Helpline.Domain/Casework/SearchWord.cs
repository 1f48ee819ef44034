namespace Helpline.Domain.Casework;

/// <summary>
/// A word by which a row is found: a part of a name, an alias, a number of ours or a code, folded, or the keyed hash of a
/// telephone. Nothing of a note's text is ever one.
/// </summary>
public sealed class SearchWord
{
    public const int Longest = 64;

    public required string Word { get; init; }
    public required Subject Subject { get; init; }
    public required Guid SubjectId { get; init; }
}
