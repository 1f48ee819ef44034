using Helpline.Domain.Callbacks;
using Helpline.Domain.Line;
using Helpline.Domain.Voicemails;

namespace Helpline.Tests.Line;

public class The_opening_hours
{
    // Monday 2 November 2026 in a zone five hours ahead.
    private static readonly LineRules Office = TestLine.Shipped with
    {
        Zone = TimeZoneInfo.CreateCustomTimeZone("five", TimeSpan.FromHours(5), "five", "five"),
        Hours = new([new(DayOfWeek.Monday, TimeSpan.FromHours(9), TimeSpan.FromHours(18)), new(DayOfWeek.Monday, TimeSpan.FromHours(22), TimeSpan.FromHours(26))]),
        Holidays = new HashSet<DateOnly> { new(2026, 11, 9) },
    };

    [Theory]
    [InlineData("2026-11-02T03:59", Diversion.Closed)]
    [InlineData("2026-11-02T04:00", null)]
    [InlineData("2026-11-02T12:59", null)]
    [InlineData("2026-11-02T13:00", Diversion.Closed)]
    [InlineData("2026-11-02T17:30", null)]
    [InlineData("2026-11-02T20:59", null)]
    [InlineData("2026-11-02T21:00", Diversion.Closed)]
    [InlineData("2026-11-09T05:00", Diversion.Holiday)]
    public void Are_local_and_may_go_past_midnight(string utc, Diversion? why) => Assert.Equal(why, Office.Closed(null, Utc(utc)));

    [Fact]
    public void Give_way_to_the_supervisor()
    {
        Assert.Null(Office.Closed(LineOrder.Open, Utc("2026-11-09T05:00")));
        Assert.Equal(Diversion.Technical, Office.Closed(LineOrder.Technical, Utc("2026-11-02T05:00")));
        Assert.Equal(Diversion.Closed, Office.Closed(LineOrder.ByHours, Utc("2026-11-02T13:00")));
    }

    [Fact]
    public void Are_never_over_as_shipped() =>
        Assert.All(Enumerable.Range(0, 7 * 24), hour => Assert.Null(TestLine.Shipped.Closed(null, Utc("2026-11-02T00:00").AddHours(hour))));

    [Theory]
    [InlineData(SafeTime.AnyTime, 9, true)]
    [InlineData(SafeTime.AnyTime, 23, false)]
    [InlineData(SafeTime.AnyTime, 7, false)]
    [InlineData(SafeTime.Morning, 9, true)]
    [InlineData(SafeTime.Morning, 12, false)]
    [InlineData(SafeTime.Day, 12, true)]
    [InlineData(SafeTime.Evening, 17, true)]
    [InlineData(SafeTime.Evening, 22, false)]
    public void Of_quiet_and_the_persons_own_wish_say_when_to_call_back(SafeTime when, int hour, bool may)
    {
        var callback = new Callback { Id = Guid.NewGuid(), CallId = Guid.NewGuid(), Language = "kk", AskedAt = default, QueuedAt = default, When = when };
        Assert.Equal(may, callback.MayCall(new DateTime(2026, 11, 2, hour, 0, 0), TestLine.Shipped.Quiet));
    }

    [Fact]
    public void No_task_is_stuck_every_life_reaches_an_end()
    {
        foreach (var state in Enum.GetValues<CallbackState>().Where(s => s < CallbackState.Done))
            Assert.Contains(Enum.GetValues<CallbackEvent>(), what => CallbackFlow.Next(state, what) > state);
        foreach (var state in Enum.GetValues<VoicemailState>().Where(s => s < VoicemailState.Empty))
            Assert.Contains(Enum.GetValues<VoicemailEvent>(), what => VoicemailFlow.Next(state, what) > state);
        Assert.All(Enum.GetValues<CallbackEvent>(), what => Assert.Null(CallbackFlow.Next(CallbackState.Done, what)));
    }

    private static DateTime Utc(string text) => DateTime.SpecifyKind(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
