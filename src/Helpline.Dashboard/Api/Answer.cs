using System.Net;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Shifts;

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
/// <param name="Detail">A sentence in English.</param>
/// <param name="Errors">Field name to messages.</param>
/// <param name="Field">The one field a conflict is about.</param>
/// <param name="Reason">Why nobody was signed in: wrong, disabled or none; of a shift, why it cannot be so; of a visit's time, that it is outside its series.</param>
/// <param name="Current">The stored note, when a change came too late.</param>
/// <param name="TakenBy">Who was faster, when an offer was lost.</param>
/// <param name="Colleague">Why she cannot be given a call: NotThere, Engaged or Away.</param>
/// <param name="FirstDay">The local day of the first call, when figures were asked of a time before it.</param>
/// <param name="Hours">Of the rota, that would ring nobody.</param>
/// <param name="Other">The shift that is in the way.</param>
public sealed record Problem(
    string? Detail, Dictionary<string, string[]>? Errors, string? Field, string? Reason, NoteCard? Current, string? TakenBy, string? Colleague = null, DateOnly? FirstDay = null,
    IReadOnlyList<RotaGapCard>? Hours = null, ShiftTimes? Other = null)
{
    /// <summary>The refusal is about this field, whatever its case.</summary>
    public bool Names(string field) =>
        (Errors?.Keys ?? Enumerable.Empty<string>()).Append(Field).Contains(field, StringComparer.OrdinalIgnoreCase);
}
