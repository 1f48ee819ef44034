using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Helpline.Server.Hosting;

/// <summary>Reads <c>config/</c>: what the organization decides. A mistake stops the start and says where it is.</summary>
internal sealed class ConfigFolder(string path)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly string[] Places = ["config", "../../config"];

    public string Path => path;

    /// <summary>Setting <c>ConfigFolder</c>; else <c>config</c> beside the server, as published, or at the top of the source tree.</summary>
    public static ConfigFolder Find(IConfiguration settings, IHostEnvironment environment)
    {
        string[] candidates = settings["ConfigFolder"] is { Length: > 0 } given
            ? [System.IO.Path.GetFullPath(given, environment.ContentRootPath)]
            : [.. Places.Select(c => System.IO.Path.GetFullPath(c, environment.ContentRootPath))];
        return new ConfigFolder(candidates.FirstOrDefault(Directory.Exists)
            ?? throw new SettingsException("ConfigFolder", $"is not there: {string.Join(", ", candidates)}", "the path of the folder config/"));
    }

    /// <summary>A file as <typeparamref name="T"/>, its ranges checked.</summary>
    public T Read<T>(string file)
    {
        var name = $"config/{file}";
        try
        {
            var text = ReadText(file);
            var value = JsonSerializer.Deserialize<T>(text, Json) ?? throw new SettingsException(name, "is empty", "a JSON object");
            var wrong = new List<ValidationResult>();
            if (!Validator.TryValidateObject(value, new ValidationContext(value), wrong, validateAllProperties: true))
                throw new SettingsException($"{name}, key {string.Join(", ", wrong[0].MemberNames.Select(JsonNamingPolicy.CamelCase.ConvertName))},", "is out of range", wrong[0].ErrorMessage!.TrimEnd('.'));
            return value;
        }
        catch (JsonException error)
        {
            throw new SettingsException($"{name}, key {error.Path ?? "$"}, line {error.LineNumber + 1},", Wrong(error), "JSON as config/README.md describes it");
        }
    }

    public string ReadText(string file)
    {
        try
        {
            return File.ReadAllText(System.IO.Path.Combine(path, file));
        }
        catch (IOException error)
        {
            throw new SettingsException($"config/{file}", $"cannot be read ({error.Message.TrimEnd('.')})", "a readable file");
        }
    }

    private static string Wrong(JsonException error) => error.Message.Contains("could not be mapped", StringComparison.Ordinal)
        ? "is not a key of this file"
        : $"cannot be read ({error.Message.Split(" Path:")[0].Split(" LineNumber:")[0].TrimEnd('.').Replace("System.Int32", "a whole number").Replace("System.String", "text")})";

    public IEnumerable<string> Files(string folder, string pattern) => Directory.Exists(System.IO.Path.Combine(path, folder))
        ? Directory.EnumerateFiles(System.IO.Path.Combine(path, folder), pattern).Order(StringComparer.Ordinal).Select(f => System.IO.Path.GetRelativePath(path, f).Replace('\\', '/'))
        : throw new SettingsException($"config/{folder}", "is missing", "the folder with its files");
}
