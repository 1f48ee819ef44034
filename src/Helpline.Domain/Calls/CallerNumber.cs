namespace Helpline.Domain.Calls;

/// <summary>A caller's number in E.164. It never prints itself, so it cannot leak into a log.</summary>
public readonly record struct CallerNumber(string E164)
{
    // What carriers send when the caller withholds the number: ANONYMOUS, RESTRICTED, UNAVAILABLE, BLOCKED, UNKNOWN on a keypad.
    private static readonly HashSet<string> Withheld = ["266696687", "7378742833", "86282452253", "2562533", "8656696"];

    /// <summary>The number a provider reports, or null when it was withheld or is no telephone number.</summary>
    public static CallerNumber? From(string? reported)
    {
        var digits = reported is ['+', .. var rest] ? rest : reported ?? "";
        return digits.Length is >= 7 and <= 15 && digits.All(char.IsAsciiDigit) && !Withheld.Contains(digits)
            ? new CallerNumber("+" + digits)
            : null;
    }

    public override string ToString() => E164 is { Length: > 4 } ? $"…{E164[^2..]}" : "…";
}
