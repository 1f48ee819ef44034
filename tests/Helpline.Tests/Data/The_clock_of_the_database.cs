using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Helpline.Server.Data;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Helpline.Tests.Data;

public sealed class The_clock_of_the_database : IDisposable
{
    private static readonly DateTime Noon = new(2026, 11, 2, 12, 0, 0, DateTimeKind.Unspecified);

    /// <summary>This machine is five minutes behind.</summary>
    private readonly Node local = new(new DateTimeOffset(Noon.AddMinutes(-5), TimeSpan.Zero));
    private readonly Server server;
    private readonly DatabaseClock clock;

    public The_clock_of_the_database()
    {
        server = new(local) { Says = () => Noon + (local.GetUtcNow() - local.Start) };
        clock = new(() => server, local);
    }

    [Fact]
    public async Task Counts_for_a_node_whose_own_clock_is_wrong()
    {
        await clock.Measure(TestContext.Current.CancellationToken);
        local.Advance(TimeSpan.FromSeconds(90));
        Assert.Equal(new DateTimeOffset(Noon.AddSeconds(90), TimeSpan.Zero), clock.GetUtcNow());
        Assert.Equal("SELECT SYSUTCDATETIME()", server.Asked);
    }

    [Fact]
    public async Task Is_corrected_by_half_the_round_trip()
    {
        server.HalfTrip = TimeSpan.FromSeconds(2);
        await clock.Measure(TestContext.Current.CancellationToken);
        Assert.Equal(server.Says(), clock.GetUtcNow().DateTime);
    }

    [Fact]
    public async Task Is_not_moved_by_a_jump_of_the_nodes_clock()
    {
        await clock.Measure(TestContext.Current.CancellationToken);
        local.IsOff = TimeSpan.FromHours(1);
        Assert.Equal(Noon, clock.GetUtcNow().DateTime);
    }

    [Fact]
    public async Task Never_runs_backwards_and_comes_to_agree_again()
    {
        await clock.Measure(TestContext.Current.CancellationToken);
        local.Advance(TimeSpan.FromMinutes(1));
        var before = clock.GetUtcNow();
        var (start, at) = (local.GetUtcNow(), before.DateTime.AddSeconds(-30));
        server.Says = () => at + (local.GetUtcNow() - start);
        await clock.Measure(TestContext.Current.CancellationToken);

        Assert.Equal(before, clock.GetUtcNow());
        local.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(before.AddSeconds(10), clock.GetUtcNow());
        local.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(server.Says(), clock.GetUtcNow().DateTime);
    }

    [Fact]
    public async Task Jumps_ahead_with_the_database()
    {
        await clock.Measure(TestContext.Current.CancellationToken);
        server.Says = () => Noon.AddHours(1);
        await clock.Measure(TestContext.Current.CancellationToken);
        Assert.Equal(Noon.AddHours(1), clock.GetUtcNow().DateTime);
    }

    [Fact]
    public async Task Is_measured_before_the_start_and_every_minute()
    {
        using var keeper = new DatabaseClockKeeper(clock, clock, NullLogger<DatabaseClockKeeper>.Instance);
        await keeper.StartAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, server.Opened);
        await Elapses(TimeSpan.FromMinutes(1), () => server.Opened == 2);
        await keeper.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Keeps_counting_while_the_database_is_away()
    {
        using var keeper = new DatabaseClockKeeper(clock, clock, NullLogger<DatabaseClockKeeper>.Instance);
        await keeper.StartAsync(TestContext.Current.CancellationToken);
        server.IsAway = true;
        await Elapses(TimeSpan.FromMinutes(1), () => server.Opened == 2);
        await Elapses(TimeSpan.FromMinutes(1), () => server.Opened == 3);
        Assert.Equal(Noon.AddMinutes(2), clock.GetUtcNow().DateTime, TimeSpan.FromSeconds(1));
        await keeper.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Keeps_a_server_from_starting_that_cannot_read_it()
    {
        server.IsAway = true;
        using var keeper = new DatabaseClockKeeper(clock, clock, NullLogger<DatabaseClockKeeper>.Instance);
        await Assert.ThrowsAsync<DataException>(() => keeper.StartAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose() => server.Dispose();

    // The keeper's timer is set on another thread.
    private async Task Elapses(TimeSpan time, Func<bool> isSo)
    {
        await Task.Delay(50);
        local.Advance(time);
        for (var i = 0; i < 200 && !isSo(); i++) await Task.Delay(10);
        Assert.True(isSo());
    }

    /// <summary>A machine whose clock can be set while its counter goes on.</summary>
    private sealed class Node(DateTimeOffset start) : FakeTimeProvider(start)
    {
        public TimeSpan IsOff { get; set; }
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + IsOff;
        public override long GetTimestamp() => base.GetTimestamp() - IsOff.Ticks;
    }

    /// <summary>A connection to a database that knows nothing but the time.</summary>
    private sealed class Server(FakeTimeProvider local) : DbConnection
    {
        public required Func<DateTime> Says { get; set; }
        public TimeSpan HalfTrip { get; set; }
        public bool IsAway { get; set; }
        public int Opened { get; private set; }
        public string Asked { get; set; } = "";

        [AllowNull] public override string ConnectionString { get; set; } = "";
        public override string Database => "";
        public override string DataSource => "";
        public override string ServerVersion => "";
        public override ConnectionState State => ConnectionState.Open;
        public override void ChangeDatabase(string databaseName) { }
        public override void Close() { }

        public override void Open()
        {
            Opened++;
            if (IsAway) throw new DataException("away");
        }

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw new NotSupportedException();
        protected override DbCommand CreateDbCommand() => new Question(this, local);
    }

    private sealed class Question(Server server, FakeTimeProvider local) : DbCommand
    {
        [AllowNull] public override string CommandText { get => server.Asked; set => server.Asked = value ?? ""; }
        public override int CommandTimeout { get; set; }
        public override CommandType CommandType { get; set; }
        public override bool DesignTimeVisible { get; set; }
        public override UpdateRowSource UpdatedRowSource { get; set; }
        protected override DbConnection? DbConnection { get; set; } = server;
        protected override DbParameterCollection DbParameterCollection { get; } = new SqlCommand().Parameters;
        protected override DbTransaction? DbTransaction { get; set; }
        public override void Cancel() { }
        public override int ExecuteNonQuery() => 0;
        public override void Prepare() { }
        protected override DbParameter CreateDbParameter() => new SqlParameter();
        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => throw new NotSupportedException();

        public override object ExecuteScalar()
        {
            local.Advance(server.HalfTrip);
            var told = server.Says();
            local.Advance(server.HalfTrip);
            return told;
        }
    }
}
