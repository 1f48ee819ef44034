using Helpline.Domain.Calls;

namespace Helpline.Domain.Metrics;

/// <summary>A line of the ledger, as far as it is measured.</summary>
/// <param name="What">The event by name.</param>
/// <param name="To">The state of the call after it; null when it is not a move of the call.</param>
/// <param name="Counselor">User name of whose call it was.</param>
public sealed record LedgerLine(DateTime At, string What, string? To = null, string? Counselor = null);

/// <summary>One call measured from its lines of the ledger.</summary>
/// <param name="QueuedAt">UTC, of one kept out of the queue when that happened; the call is counted in the hour that holds it.</param>
/// <param name="Work">When whose hands it was in: talk, hold and wrap-up.</param>
public sealed record CallHistory(DateTime QueuedAt, MeasuredCall Call, IReadOnlyList<WorkSpan> Work)
{
    /// <summary>The states at which a call begins to be counted: in the queue, or kept out of it because nobody is there, the line is closed or the number is blocked.</summary>
    public static readonly string[] Entrances = [nameof(CallState.Waiting), nameof(CallState.Diverted), nameof(CallState.Blocked)];

    /// <summary>Lines of one call, the oldest first.</summary>
    /// <returns>Null for a call that left in the menu, or was placed by us.</returns>
    public static CallHistory? Of(IReadOnlyList<LedgerLine> lines)
    {
        if (lines.FirstOrDefault(l => Entrances.Contains(l.To)) is not { } queued) return null;
        var work = WorkSpan.Of(lines);
        var answered = lines.FirstOrDefault(l => l.To == nameof(CallState.Talking))?.At;
        var end = lines.FirstOrDefault(l => l.To is { } to && CallFlow.IsEnd(Enum.Parse<CallState>(to)));
        var wait = ((answered ?? end?.At ?? queued.At) - queued.At).TotalSeconds;
        return new(queued.At, new(Result(answered, end?.To), wait, Sum(work, WorkPart.Talk), Sum(work, WorkPart.Hold), Sum(work, WorkPart.Wrap)), work);
    }

    private static CallResult Result(DateTime? answered, string? end) => end switch
    {
        null => CallResult.Open,
        _ when answered is not null => CallResult.Answered,
        nameof(CallState.Abandoned) => CallResult.Abandoned,
        nameof(CallState.Blocked) => CallResult.Blocked,
        nameof(CallState.Failed) => CallResult.Failed,
        _ => CallResult.Exited,
    };

    private static double Sum(IReadOnlyList<WorkSpan> spans, WorkPart part) => spans.Where(s => s.Part == part).Sum(s => (s.Until - s.From).TotalSeconds);
}
