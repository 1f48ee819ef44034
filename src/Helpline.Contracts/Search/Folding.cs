using System.Text;

namespace Helpline.Contracts.Search;

/// <summary>Makes equal what people type in different ways: case, Kazakh letters on a Russian keyboard, the Latin schwa of old texts, ё.</summary>
public static class Folding
{
    // ə is the Latin schwa that old texts have for ә.
    private const string Letters = "әəіғқңөұүһё";
    private const string Nearest = "ааигкноуухе";

    /// <summary>Lower case, each letter as the nearest one that every keyboard has. As long as the text.</summary>
    public static string Fold(string text) => string.Concat(text.Normalize().ToLowerInvariant().Select(Nearer));

    /// <summary>The words of a text, folded; a word is letters and digits, and a hyphen within it.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var sign in Fold(text) + " ")
        {
            if (char.IsLetterOrDigit(sign) || sign == '-' && word.Length > 0) word.Append(sign);
            else if (word.Length > 0)
            {
                yield return word.ToString().TrimEnd('-');
                word.Clear();
            }
        }
    }

    private static char Nearer(char sign) => Letters.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var i ? Nearest[i] : sign;
}
