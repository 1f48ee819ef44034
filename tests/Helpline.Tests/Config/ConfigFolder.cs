using Helpline.Tests.Support;

namespace Helpline.Tests.Config;

/// <summary>The folder <c>config</c> of the repository, as it is committed.</summary>
internal static class ConfigFolder
{
    public static readonly string[] Languages = ["kk", "ru", "en"];

    private static readonly string Root = Path.Combine(Repository.Root, "config");

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    public static string Prompts(string language) => PathOf("prompts", $"{language}.txt");

    public static string[] PromptKeys(string language) =>
        [.. PromptLines(language).Select(line => line.Split(": ", 2)[0])];

    public static IEnumerable<string> PromptLines(string language) =>
        File.ReadLines(Prompts(language)).Where(line => line.Length > 0 && line[0] != '#');
}
