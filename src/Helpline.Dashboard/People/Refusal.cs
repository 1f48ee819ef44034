using System.Net;
using Helpline.Dashboard.Api;

namespace Helpline.Dashboard.People;

/// <summary>Why a form was not taken: beside its fields, or above them all.</summary>
/// <param name="Words">The key of what is said above the form; null when a field says it.</param>
/// <param name="Fields">Those that are wrong.</param>
public sealed record Refusal(string? Words, IReadOnlyCollection<string> Fields)
{
    private const string Stale = "People.ChangedMeanwhile";

    public bool IsStale => Words == Stale;

    public bool Names(string field) => Fields.Contains(field, StringComparer.OrdinalIgnoreCase);

    internal static Refusal? Of<T>(Answer<T> answer) => answer switch
    {
        { Ok: true } => null,
        { Unreachable: true } => new("Trouble.Unreachable", []),
        { Status: HttpStatusCode.BadRequest, Problem.Errors: { Count: > 0 } wrong } => new(null, wrong.Keys),
        { Status: HttpStatusCode.Conflict, Problem: { } problem } when problem.Names("version") => new(Stale, []),
        { Status: HttpStatusCode.Conflict } => new("People.NotNow", []),
        { Status: HttpStatusCode.Forbidden or HttpStatusCode.NotFound } => new("People.NotYours", []),
        _ => new("Trouble.Refused", []),
    };
}
