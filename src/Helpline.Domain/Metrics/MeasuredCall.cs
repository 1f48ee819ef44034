namespace Helpline.Domain.Metrics;

/// <summary>How a call ended for the one who rang; each call is exactly one of them.</summary>
public enum CallResult
{
    /// <summary>A counselor spoke with the caller.</summary>
    Answered,

    /// <summary>The caller left the queue by hanging up.</summary>
    Abandoned,

    /// <summary>A callback, a message, the backup number or a closed line: the caller was led on.</summary>
    Exited,

    /// <summary>A flag kept the caller out of the queue.</summary>
    Blocked,

    /// <summary>The line broke under a caller who waited.</summary>
    Failed,

    /// <summary>Not over yet.</summary>
    Open,
}

/// <summary>What is measured of one call, from the events of the line. Seconds.</summary>
/// <param name="Wait">From entering the queue to the answer, to leaving, or to the exit.</param>
/// <param name="Talk">Hold excluded.</param>
/// <param name="Hold">The caller heard music.</param>
/// <param name="Wrap">From the end of the talk to the end of the note.</param>
public sealed record MeasuredCall(CallResult Result, double Wait, double Talk = 0, double Hold = 0, double Wrap = 0);

/// <summary>What the line promises. Whole seconds, so that <see cref="Waits"/> tell who was answered in time.</summary>
/// <param name="WithinSeconds">The answer time; an answer after exactly so long is in time.</param>
/// <param name="Goal">The share of callers that should be answered in it.</param>
/// <param name="ShortSeconds">Who hangs up after at most so long, has hardly waited: a short abandon.</param>
/// <param name="SoonerSeconds">A second, shorter answer time.</param>
/// <param name="SoonerGoal">The share that should be answered in that.</param>
public sealed record ServicePromise(int WithinSeconds = 20, double Goal = 0.95, int ShortSeconds = 5, int SoonerSeconds = 15, double SoonerGoal = 0.90);
