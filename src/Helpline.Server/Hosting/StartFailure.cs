using System.Data.Common;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Helpline.Server.Hosting;

/// <summary>Why the server does not start, in the words of whoever can mend it.</summary>
internal static partial class StartFailure
{
    /// <returns>Null for a fault of our own, which shows itself whole.</returns>
    public static string? Reason(Exception error) => error switch
    {
        SettingsException settings => settings.Message,
        OptionsValidationException options => string.Join(" ", options.Failures.Select(f => f.Split("with the error: ")[^1].Trim('\'', '.') + ".")),
        AggregateException several => Join(several.InnerExceptions.Select(Reason)),
        DbException database => NoDatabase(database).Message,
        InvalidDataException file when Root(file) is JsonException json => Sentence(
            file.Message.TrimEnd('.'), $"(line {json.LineNumber + 1}: {json.Message.Split(" Path:")[0].Split(" LineNumber:")[0].TrimEnd('.')})", "a JSON file"),
        InvalidOperationException value when Unreadable().Match(value.Message) is { Success: true } match => Sentence(
            match.Groups["key"].Value, $"is '{match.Groups["value"].Value}'", Right(match.Groups["type"].Value)),
        IOException { InnerException: AddressInUseException } => $"{error.Message} Stop the other program, or set --urls to another port.",
        { InnerException: { } inner } => Reason(inner),
        _ => null,
    };

    public static SettingsException NoDatabase(DbException error) => new(
        "ConnectionStrings:Helpline", $"leads to no database ({error.Message.ReplaceLineEndings(" ").TrimEnd('.')})", "a database that is up and lets this user in");

    private static string Sentence(string where, string wrong, string right) => new SettingsException(where, wrong, right).Message;

    private static string? Join(IEnumerable<string?> reasons) => reasons.ToList() is var all && all.Contains(null) ? null : string.Join(" ", all);

    private static Exception Root(Exception error) => error.InnerException is { } inner ? Root(inner) : error;

    private static string Right(string type) => typeof(StartFailure).Assembly.GetType(type) is { IsEnum: true } words
        ? string.Join(" or ", Enum.GetNames(words))
        : type.Contains(nameof(Boolean), StringComparison.Ordinal) ? "true or false" : "a whole number";

    // The configuration binder has no exception of its own.
    [GeneratedRegex("^Failed to convert configuration value '(?<value>.*)' at '(?<key>[^']+)' to type '(?<type>[^']+)'")]
    private static partial Regex Unreadable();
}
