using Helpline.Domain.Routing;

namespace Helpline.Domain.Line;

/// <summary>What a detour leads elsewhere.</summary>
public enum DetourOf
{
    Language,

    /// <summary>Of the list <c>service_kinds</c>; known of callers whom a counselor has handed on.</summary>
    Topic,
}

/// <summary>
/// A supervisor leads the callers of a language or a topic elsewhere, those who wait already too, until it is lifted.
/// It is one step: a detour is never followed by another. Times are UTC.
/// </summary>
public sealed class Detour : IVersioned
{
    public required Guid Id { get; init; }
    public required DetourOf Of { get; init; }

    /// <summary>Whose callers: a language of the line or a topic.</summary>
    public required string Code { get; init; }

    /// <summary>The language or topic whose counselors are asked instead; null leads callers of a language out of the queue, to the backup number or a message.</summary>
    public string? To { get; init; }

    /// <summary>For colleagues; callers do not hear it.</summary>
    public string? Reason { get; init; }

    /// <summary>User name.</summary>
    public required string By { get; init; }
    public required DateTime At { get; init; }
    public string? LiftedBy { get; private set; }
    public DateTime? LiftedAt { get; private set; }
    public long Version { get; private set; }

    public bool Lift(string by, DateTime now)
    {
        if (LiftedAt is not null) return false;
        (LiftedBy, LiftedAt) = (by, now);
        return true;
    }
}

public static class Detours
{
    /// <summary>The call as routing shall see it while these detours stand.</summary>
    public static WaitingCall Led(this WaitingCall call, IReadOnlyCollection<Detour> standing) => standing.Count == 0 ? call : call with
    {
        Language = standing.To(DetourOf.Language, call.Language) ?? call.Language,
        Topic = standing.To(DetourOf.Topic, call.Topic) ?? call.Topic,
    };

    /// <summary>The languages whose callers are led to the counselors of the same one as those of this.</summary>
    public static List<string> LedAs(this IReadOnlyCollection<Detour> standing, string language)
    {
        string Led(string code) => standing.To(DetourOf.Language, code) ?? code;
        var to = Led(language);
        return [.. standing.Select(d => d.Code).Append(to).Append(language).Distinct().Where(code => Led(code) == to)];
    }

    /// <returns>Null when the way is straight, or leads out of the queue.</returns>
    public static string? To(this IReadOnlyCollection<Detour> standing, DetourOf of, string? code) => standing.FirstOrDefault(d => d.Of == of && d.Code == code)?.To;
}
