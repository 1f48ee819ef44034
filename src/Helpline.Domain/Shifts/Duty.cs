namespace Helpline.Domain.Shifts;

/// <summary>A shift as coverage sees it. UTC.</summary>
/// <param name="To">The first moment after it.</param>
/// <param name="Counselor">User name; null for an open one, which covers nothing.</param>
/// <param name="Languages">That the counselor speaks.</param>
public sealed record Duty(Guid Id, DateTime From, DateTime To, string? Counselor, IReadOnlyCollection<string> Languages)
{
    public bool Holds(DateTime utc) => From <= utc && utc < To;
}

/// <summary>Hours for which the rota has too few. UTC.</summary>
/// <param name="Language">Of which there are too few; null for any.</param>
/// <param name="Have">How many are on shift.</param>
/// <param name="Least">How many there must be.</param>
public sealed record RotaGap(DateTime From, DateTime To, string? Language, int Have, int Least)
{
    /// <summary>Calls of these hours, in the language, ring for nobody on shift.</summary>
    public bool RingsNobody => Have == 0;
}
