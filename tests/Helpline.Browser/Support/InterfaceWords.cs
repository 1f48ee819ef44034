using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Helpline.Browser.Support;

/// <summary>The words a person looks for on the screen, in her language.</summary>
public sealed class InterfaceWords
{
    private readonly Dictionary<string, string> words;

    public InterfaceWords(string language)
    {
        var file = Path.Combine(Root, "src/Helpline.Dashboard/Words", language == "en" ? "Words.resx" : $"Words.{language}.resx");
        words = XDocument.Load(file).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);
    }

    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "../../.."));

    public string this[string key] => words[key];

    public string this[string key, object value] => string.Format(CultureInfo.InvariantCulture, words[key], value);

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
