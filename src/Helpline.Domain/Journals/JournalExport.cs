namespace Helpline.Domain.Journals;

public enum ExportFormat { Xlsx, Csv }

/// <summary>A journal written to a file for one supervisor, who alone may fetch it. Times are UTC.</summary>
public sealed class JournalExport : IVersioned
{
    /// <summary>How long a file is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(3);

    /// <summary>A run of which nothing was heard for so long was killed with its server.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    /// <summary>A run that was killed so often is given up.</summary>
    public const int MostAttempts = 3;

    public required Guid Id { get; init; }

    /// <summary>User name.</summary>
    public required string Maker { get; init; }

    /// <summary>Code of the journal.</summary>
    public required string Journal { get; init; }
    public required ExportFormat Format { get; init; }

    /// <summary>Of the words in the file: kk, ru or en.</summary>
    public required string Language { get; init; }

    /// <summary>The first local day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last local day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>As <c>code=value</c> joined by <c>&amp;</c>; empty for every row of the period.</summary>
    public required string Filter { get; init; }
    public required DateTime CreatedAt { get; init; }
    public ExportState State { get; private set; }

    /// <summary>Counts the runs; a run that is not the last writes nothing any more.</summary>
    public int Attempt { get; private set; }

    /// <summary>When the run last told of its progress.</summary>
    public DateTime HeardAt { get; private set; }

    /// <summary>Rows written so far, or in the file.</summary>
    public int Rows { get; private set; }

    /// <summary>Rows there were when the run began.</summary>
    public int Total { get; private set; }
    public DateTime? FinishedAt { get; private set; }
    public DateTime? ExpiresAt { get; private set; }
    public long Bytes { get; private set; }
    public long Version { get; private set; }

    /// <returns>False when there is nothing to begin, or another run is at it.</returns>
    public bool Begin(int total, DateTime now)
    {
        if (State == ExportState.Running && !IsSilent(now) || Attempt >= MostAttempts || !Move(ExportEvent.Begun)) return false;
        (Attempt, Total, Rows, HeardAt) = (Attempt + 1, total, 0, now);
        return true;
    }

    /// <returns>False when this run is to stop: it was cancelled, or another run took over.</returns>
    public bool Progress(int attempt, int rows, DateTime now)
    {
        if (State != ExportState.Running || attempt != Attempt) return false;
        (Rows, HeardAt) = (rows, now);
        return true;
    }

    /// <param name="rows">As counted in the written file.</param>
    public bool Finish(int attempt, int rows, long bytes, DateTime now)
    {
        if (attempt != Attempt || !Move(ExportEvent.Finished)) return false;
        (Rows, Bytes, FinishedAt, ExpiresAt) = (rows, bytes, now, now + Kept);
        return true;
    }

    public bool Fail(DateTime now) => End(ExportEvent.Failed, now);

    public bool Cancel(DateTime now) => End(ExportEvent.Cancelled, now);

    public bool Expire() => Move(ExportEvent.Expired);

    public bool IsSilent(DateTime now) => State == ExportState.Running && HeardAt + Silence < now;

    private bool End(ExportEvent what, DateTime now)
    {
        if (!Move(what)) return false;
        FinishedAt = now;
        return true;
    }

    private bool Move(ExportEvent what)
    {
        if (ExportFlow.Next(State, what) is not { } next) return false;
        State = next;
        return true;
    }
}
