using System.Reflection;
using Helpline.Domain.Calls;

namespace Helpline.Tests.Docs;

/// <summary>A life, read from its table: every state, and which move leads where.</summary>
internal sealed record Life(string Name, IReadOnlyList<string> States, IReadOnlyList<(string From, string To, string What)> Moves)
{
    /// <summary>Every class named …Flow of the domain, by name.</summary>
    public static IEnumerable<Life> All => typeof(CallFlow).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: true, IsSealed: true } && type.Name.EndsWith("Flow", StringComparison.Ordinal))
        .Select(Of).OrderBy(life => life.Name, StringComparer.Ordinal);

    /// <summary>A Mermaid diagram; moves between the same two states share an arrow.</summary>
    public string Diagram() => string.Concat(
    [
        $"stateDiagram-v2\n    [*] --> {States[0]}\n",
        .. Moves.GroupBy(move => (move.From, move.To)).Select(arrow => $"    {arrow.Key.From} --> {arrow.Key.To}{Label(arrow.Select(move => move.What))}\n"),
        .. States.Where(state => Moves.All(move => move.From != state)).Select(end => $"    {end} --> [*]\n"),
    ]);

    private static string Label(IEnumerable<string> whats) => string.Join(", ", whats.Where(what => what.Length > 0)) is { Length: > 0 } label ? $": {label}" : "";

    /// <summary>A table is <c>Next(state, event)</c>, or <c>Allows(state, next)</c> where no event has a name.</summary>
    private static Life Of(Type flow)
    {
        var table = flow.GetMethods(BindingFlags.Public | BindingFlags.Static).Single(method => method.Name is "Next" or "Allows" && method.GetParameters() is [{ ParameterType.IsEnum: true }, { ParameterType.IsEnum: true }]);
        var (states, seconds) = (Enum.GetValues(table.GetParameters()[0].ParameterType), Enum.GetValues(table.GetParameters()[1].ParameterType));
        var moves = from object state in states
                    from object second in seconds
                    let answer = table.Invoke(null, [state, second])
                    where answer is not (null or false)
                    select table.Name == "Next" ? ($"{state}", $"{answer}", $"{second}") : ($"{state}", $"{second}", "");
        return new(flow.Name[..^"Flow".Length], [.. states.Cast<object>().Select(state => $"{state}")], [.. moves]);
    }
}
