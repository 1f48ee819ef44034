namespace Helpline.Domain.Metrics;

/// <summary>The calls of one language that entered the queue in one hour: what the ledger tells of them, told once.</summary>
public sealed class CallRollUp
{
    /// <summary>UTC, when the hour begins.</summary>
    public required DateTime Hour { get; init; }

    /// <summary>kk, ru or en; empty for callers who had chosen none.</summary>
    public required string Language { get; init; }

    /// <summary>Judged by no promise, so that a change of the promise leaves every hour as it is.</summary>
    public required CallSums Sums { get; init; }

    /// <summary>Of the answered, as <see cref="Waits"/> writes them.</summary>
    public required string AnsweredWaits { get; init; }

    /// <summary>Of those who gave up.</summary>
    public required string AbandonedWaits { get; init; }

    public static CallRollUp Of(DateTime hour, string language, IReadOnlyCollection<MeasuredCall> calls) => new()
    {
        Hour = hour,
        Language = language,
        Sums = CallSums.Of(calls),
        AnsweredWaits = Waits.Of(calls.Where(c => c.Result == CallResult.Answered).Select(c => c.Wait)).ToString(),
        AbandonedWaits = Waits.Of(calls.Where(c => c.Result == CallResult.Abandoned).Select(c => c.Wait)).ToString(),
    };

    /// <summary>The same hour, judged by what was promised.</summary>
    public CallRollUp By(ServicePromise promise)
    {
        var (answered, abandoned) = (new Waits(), new Waits());
        answered.Add(AnsweredWaits.AsSpan());
        abandoned.Add(AbandonedWaits.AsSpan());
        return new() { Hour = Hour, Language = Language, Sums = Sums.By(promise, answered, abandoned), AnsweredWaits = AnsweredWaits, AbandonedWaits = AbandonedWaits };
    }
}

/// <summary>The counselors' time in one hour, and the contacts that began in it.</summary>
public sealed class HourRollUp
{
    /// <summary>UTC, when the hour begins.</summary>
    public required DateTime Hour { get; init; }
    public required CrewSums Crew { get; init; }
    public required int Contacts { get; init; }

    /// <summary>Of the contacts, as <see cref="Metrics.Tallies"/> writes them.</summary>
    public required string Tallies { get; init; }
}

/// <summary>
/// How far the ledger has been rolled up. What was written after it, or belongs to an hour after it, is read from the rows
/// themselves, so that a figure never waits for the job.
/// </summary>
public sealed class RollUpMark : IVersioned
{
    public const int TheOne = 1;

    /// <summary>What hours are counted by now. It changes when a call, an offer or a contact is counted otherwise than before: every hour is then rolled up anew.</summary>
    public const string Definitions = "3";

    public int Id { get; init; } = TheOne;

    /// <summary>UTC: every hour before it is rolled up.</summary>
    public required DateTime Until { get; set; }

    /// <summary>The last line of the ledger that those hours know.</summary>
    public required long Ledger { get; set; }

    /// <summary>UTC: they know what was written of contacts before it.</summary>
    public required DateTime Notes { get; set; }

    /// <summary>What they were counted by; hours that were counted by something else are no longer known.</summary>
    public required string Rules { get; set; }
    public long Version { get; private set; }
}
