namespace Helpline.Server.Telephony;

/// <summary>A language callers may choose; <c>config/languages.json</c>.</summary>
/// <param name="Code">kk, ru or en; names the folder of its prompts.</param>
/// <param name="Digit">The key that chooses it, 1 to 9.</param>
internal sealed record Language(string Code, string Digit);

/// <summary>The languages of the line, in the order of the menu.</summary>
internal sealed record Languages(IReadOnlyList<Language> All, Language Default)
{
    /// <summary>The language of a key; null for a key that nobody offered.</summary>
    public string? ByDigit(string? digit) => All.FirstOrDefault(l => l.Digit == digit)?.Code;
}
