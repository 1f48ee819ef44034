namespace Helpline.Tests.Config;

/// <summary>Latin letters that look Cyrillic break search, sorting and speech, and no eye sees them.</summary>
internal static class Letters
{
    private const string Kazakh = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";

    public static void AreKazakh(string text) => Assert.All(
        text.Where(char.IsLetter),
        letter => Assert.True(Kazakh.Contains(char.ToLowerInvariant(letter)), $"'{letter}' (U+{(int)letter:X4}) in \"{text}\""));
}
