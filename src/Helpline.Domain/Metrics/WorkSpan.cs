using Helpline.Domain.Calls;

namespace Helpline.Domain.Metrics;

public enum WorkPart { None, Talk, Hold, Wrap }

/// <summary>A stretch in which a counselor worked on a call. UTC.</summary>
public sealed record WorkSpan(string Counselor, DateTime From, DateTime Until, WorkPart Part = WorkPart.Talk)
{
    private const string Held = "Held", Resumed = "Resumed";

    /// <summary>Of one call, also of one that we placed.</summary>
    /// <param name="lines">The oldest first.</param>
    /// <param name="now">UTC, until when a stretch that still goes on is counted; without it such a stretch is left out.</param>
    public static IReadOnlyList<WorkSpan> Of(IReadOnlyList<LedgerLine> lines, DateTime? now = null)
    {
        var spans = new List<WorkSpan>();
        var (part, since, counselor) = (WorkPart.None, DateTime.MinValue, "");
        foreach (var line in lines)
        {
            var next = Next(part, line);
            if (next == part) continue;
            if (part != WorkPart.None) spans.Add(new(counselor, since, line.At, part));
            (part, since, counselor) = (next, line.At, line.Counselor ?? counselor);
        }
        if (part != WorkPart.None && now > since) spans.Add(new(counselor, since, now.Value, part));
        return spans;
    }

    /// <summary>Seconds of it in that time.</summary>
    public double Within(DateTime from, DateTime until) => Math.Max(0, ((Until < until ? Until : until) - (From > from ? From : from)).TotalSeconds);

    private static WorkPart Next(WorkPart part, LedgerLine line) => line switch
    {
        { To: nameof(CallState.Talking) } => WorkPart.Talk,
        { To: nameof(CallState.WrapUp) } => WorkPart.Wrap,
        { To: not null } => WorkPart.None,
        { What: Held } when part == WorkPart.Talk => WorkPart.Hold,
        { What: Resumed } when part == WorkPart.Hold => WorkPart.Talk,
        _ => part,
    };
}
