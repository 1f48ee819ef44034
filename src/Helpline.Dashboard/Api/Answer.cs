using System.Net;
using Helpline.Contracts.Calls;

namespace Helpline.Dashboard.Api;

/// <summary>What came back; a refusal is a value, and so is an unreachable server.</summary>
/// <param name="Status">Null when the server was not reached.</param>
/// <param name="Value">Set when the answer has a body and was a success.</param>
/// <param name="Problem">Set when the server refused and said why.</param>
internal sealed record Answer<T>(HttpStatusCode? Status, T? Value, Problem? Problem)
{
    public bool Ok => Status is { } status && (int)status is >= 200 and < 300;

    public bool Unreachable => Status is null;
}

/// <summary>An answer without a body.</summary>
internal sealed record Nothing;

/// <summary>Problem details (RFC 9457) and the extensions our server adds.</summary>
/// <param name="Type">Says which refusal it is.</param>
/// <param name="Detail">A sentence in English, for the log.</param>
/// <param name="Errors">Field name to messages.</param>
/// <param name="Current">The stored note, when a change came too late.</param>
/// <param name="TakenBy">Who was faster, when an offer was lost.</param>
internal sealed record Problem(
    string? Type, string? Title, string? Detail, Dictionary<string, string[]>? Errors, NoteCard? Current, string? TakenBy)
{
    public bool Names(string field) =>
        Errors?.Keys.Any(key => string.Equals(key, field, StringComparison.OrdinalIgnoreCase)) == true;
}
