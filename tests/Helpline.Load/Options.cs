using System.Globalization;

namespace Helpline.Load;

/// <summary>What stands after the verb: <c>--name value</c> pairs. A name that nobody reads is a mistake, found by <see cref="Done"/>.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, string> given = [];

    public Options(string[] words)
    {
        for (var i = 0; i < words.Length; i += 2)
        {
            if (!words[i].StartsWith("--", StringComparison.Ordinal) || i + 1 == words.Length)
                throw new OptionException($"'{words[i]}' is not an option with a value.");
            given[words[i]] = words[i + 1];
        }
        Json = Take("--json");
    }

    /// <summary>Where the figures are written too; null for nowhere.</summary>
    public string? Json { get; }

    public int Number(string name, int otherwise)
    {
        if (Take(name) is not { } text) return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new OptionException($"{name} is '{text}'; it should be a whole number above 0.");
    }

    public string? Text(string name) => Take(name);

    /// <summary>Called when every option was read.</summary>
    public void Done()
    {
        if (given.Count > 0) throw new OptionException($"{string.Join(", ", given.Keys)}: this verb has no such option.");
    }

    private string? Take(string name) => given.Remove(name, out var text) ? text : null;
}

/// <summary>The command line is wrong; the message says how.</summary>
internal sealed class OptionException(string message) : Exception(message);
