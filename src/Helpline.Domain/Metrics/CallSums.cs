namespace Helpline.Domain.Metrics;

/// <summary>Sums over calls; the sums of two stretches of time added are the sums of both.</summary>
public sealed record CallSums
{
    public static readonly CallSums None = new();

    public int Answered { get; init; }
    public int Abandoned { get; init; }
    public int Exited { get; init; }
    public int Blocked { get; init; }
    public int Failed { get; init; }
    public int Open { get; init; }

    /// <summary>Of the abandoned, those after at most <see cref="ServicePromise.ShortSeconds"/>; 0 before a promise judges them.</summary>
    public int ShortAbandons { get; init; }

    /// <summary>Of the answered, those in time; 0 before a promise judges them.</summary>
    public int AnsweredInTime { get; init; }

    /// <summary>Of the abandoned, those before the answer time was over; 0 before a promise judges them.</summary>
    public int AbandonedInTime { get; init; }
    public double AnsweredWait { get; init; }
    public double AbandonedWait { get; init; }

    /// <summary>Of those abandoned calls that are not short; 0 before a promise judges them.</summary>
    public double LongAbandonedWait { get; init; }
    public double Talk { get; init; }
    public double Hold { get; init; }
    public double Wrap { get; init; }

    /// <summary>Calls that are over; the service levels are of these. What was blocked or failed stands outside.</summary>
    public int Closed => Answered + Abandoned + Exited;

    /// <summary>Every call that entered the queue or was kept out of it.</summary>
    public int Offered => Closed + Blocked + Failed + Open;

    /// <summary>Seconds that counselors spent on calls.</summary>
    public double Handle => Talk + Hold + Wrap;

    public static CallSums Of(MeasuredCall call) => call.Result switch
    {
        CallResult.Answered => new() { Answered = 1, AnsweredWait = call.Wait, Talk = call.Talk, Hold = call.Hold, Wrap = call.Wrap },
        CallResult.Abandoned => new() { Abandoned = 1, AbandonedWait = call.Wait },
        CallResult.Exited => new() { Exited = 1 },
        CallResult.Blocked => new() { Blocked = 1 },
        CallResult.Failed => new() { Failed = 1 },
        CallResult.Open => new() { Open = 1 },
    };

    public static CallSums Of(IEnumerable<MeasuredCall> calls) => calls.Aggregate(None, (sums, call) => sums + Of(call));

    /// <summary>Judged by what was promised: known exactly from the waits, because promises are whole seconds.</summary>
    /// <param name="answered">Of the answered.</param>
    /// <param name="abandoned">Of the abandoned.</param>
    public CallSums By(ServicePromise promise, Waits answered, Waits abandoned) => this with
    {
        AnsweredInTime = answered.Between(-1, promise.WithinSeconds),
        AbandonedInTime = abandoned.Between(-1, promise.WithinSeconds),
        ShortAbandons = abandoned.Between(-1, promise.ShortSeconds),
        LongAbandonedWait = abandoned.SecondsAbove(promise.ShortSeconds),
    };

    public static CallSums operator +(CallSums one, CallSums other) => new()
    {
        Answered = one.Answered + other.Answered,
        Abandoned = one.Abandoned + other.Abandoned,
        Exited = one.Exited + other.Exited,
        Blocked = one.Blocked + other.Blocked,
        Failed = one.Failed + other.Failed,
        Open = one.Open + other.Open,
        ShortAbandons = one.ShortAbandons + other.ShortAbandons,
        AnsweredInTime = one.AnsweredInTime + other.AnsweredInTime,
        AbandonedInTime = one.AbandonedInTime + other.AbandonedInTime,
        AnsweredWait = one.AnsweredWait + other.AnsweredWait,
        AbandonedWait = one.AbandonedWait + other.AbandonedWait,
        LongAbandonedWait = one.LongAbandonedWait + other.LongAbandonedWait,
        Talk = one.Talk + other.Talk,
        Hold = one.Hold + other.Hold,
        Wrap = one.Wrap + other.Wrap,
    };
}
