using System.Data.Common;

namespace Helpline.Server.Data;

/// <summary>
/// One clock for all nodes: the database's. Its distance is measured at start and every minute and carried on by this
/// machine's own steady counter, so no statement asks the database for the time, and a wrong or jumping clock of a node
/// moves no deadline. It never runs backwards: when it is found ahead, it goes at half speed until the database has caught up.
/// </summary>
internal sealed class DatabaseClock(Func<DbConnection> connect, TimeProvider local) : TimeProvider
{
    private volatile Reading? last;

    public override TimeZoneInfo LocalTimeZone => local.LocalTimeZone;
    public override long TimestampFrequency => local.TimestampFrequency;

    /// <summary>Before the first measurement, this machine's own time.</summary>
    public override DateTimeOffset GetUtcNow() => last is { } reading ? reading.After(local.GetElapsedTime(reading.Timestamp)) : local.GetUtcNow();

    public override long GetTimestamp() => local.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        local.CreateTimer(callback, state, dueTime, period);

    public async Task Measure(CancellationToken stop)
    {
        await using var connection = connect();
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT SYSUTCDATETIME()";
        var asked = local.GetTimestamp();
        var told = (DateTime)(await command.ExecuteScalarAsync(stop))!;
        // The answer was half of the round trip old when it came.
        var (heard, roundTrip) = (local.GetTimestamp(), local.GetElapsedTime(asked));
        var theirs = new DateTimeOffset(told, TimeSpan.Zero) + roundTrip / 2;
        last = new Reading(heard, theirs, last?.After(local.GetElapsedTime(last.Timestamp, heard)) ?? theirs);
    }

    /// <param name="Theirs">The database's time at <paramref name="Timestamp"/>.</param>
    /// <param name="Shown">What this clock showed then.</param>
    private sealed record Reading(long Timestamp, DateTimeOffset Theirs, DateTimeOffset Shown)
    {
        public DateTimeOffset After(TimeSpan time)
        {
            var (right, slow) = (Theirs + time, Shown + time / 2);
            return right > slow ? right : slow;
        }
    }
}

/// <summary>Measures before anything else of the server starts, then every minute.</summary>
internal sealed class DatabaseClockKeeper(DatabaseClock clock, TimeProvider inUse, ILogger<DatabaseClockKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (inUse != clock) return;
        await clock.Measure(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await clock.Measure(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogWarning(error, "The database's clock could not be read; counting on from the last reading");
            }
        }
    }
}
