using System.Collections.Concurrent;
using Helpline.Exchange;
using Microsoft.Extensions.Time.Testing;

namespace Helpline.Tests.Exchange;

public class A_busy_exchange
{
    private const int Rounds = 400;

    [Fact]
    public async Task Ends_each_call_once_however_redirect_end_and_hang_up_race()
    {
        var line = Busy();
        for (var round = 0; round < Rounds; round++)
        {
            var caller = await line.Rings($"+7701{round:0000000}");
            await caller.Waits();
            var leg = line.Exchange.Legs.Find(caller.CallSid)!;
            await Race(
                () => leg.Redirects(new Fetch(new Uri($"{Line.Server}/join"), HttpMethod.Post, [], "join")),
                () => leg.Ends("completed", "ended by REST"),
                () => Switchboard.HangUp(leg),
                () => leg.Redirects(new Fetch(new Uri($"{Line.Server}/join"), HttpMethod.Post, [], "join again")));
            await leg.Finished.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        }
        await line.Exchange.Quiet;
        AllIsTold(line);
    }

    [Fact]
    public async Task Empties_each_conference_however_its_members_leave()
    {
        var line = Busy();
        for (var round = 0; round < Rounds / 2; round++)
        {
            var caller = await line.Rings($"+7701{round:0000000}");
            var counselor = line.Exchange.Browser("counselor1");
            await counselor.Connect("t");
            await caller.Waits();
            await line.Exchange.Quiet;
            var (hers, his) = (line.Exchange.Legs.Find(caller.CallSid)!, line.Exchange.Legs.Find(counselor.CallSid)!);
            hers.Redirects(new Fetch(new Uri($"{Line.Server}/join"), HttpMethod.Post, [], "join"));
            if (round % 2 == 0) await caller.IsTalkingTo("counselor1");
            var room = his.InRoom!.Conference;
            await Race(() => Switchboard.HangUp(hers), () => Switchboard.HangUp(his), room.Ends, () => PutOut(room));
            Switchboard.HangUp(hers);
            await Task.WhenAll(hers.Finished, his.Finished).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        }
        await line.Exchange.Quiet;
        AllIsTold(line);
        Assert.All(line.Exchange.Conferences.All, c => Assert.Equal(("completed", 0), (c.Status, c.Participants.Count)));
        foreach (var room in line.To("/events").GroupBy(e => e["ConferenceSid"]))
        {
            Assert.Equal(Enumerable.Range(1, room.Count()).Select(n => $"{n}"), room.Select(e => e["SequenceNumber"]));
            Assert.Equal("conference-end", room.Last()["StatusCallbackEvent"]);
            Assert.Equal(room.Count(e => e["StatusCallbackEvent"] == "participant-join"), room.Count(e => e["StatusCallbackEvent"] == "participant-leave"));
        }
    }

    [Fact]
    public async Task Looks_quiet_only_when_every_alarm_is_set_that_time_could_pass_by()
    {
        var clock = new WatchedClock();
        var line = new Line(clock).On("/voice/incoming", "<Play>/clips/one-3.wav</Play><Pause length=\"2\"/>");
        clock.Busy = () => line.Exchange.InFlight;
        var caller = await line.Rings();
        await caller.IsHungUp();
        Assert.NotEmpty(clock.BusyAtAlarms);
        Assert.DoesNotContain(0, clock.BusyAtAlarms);
    }

    /// <summary>Notes how much was under way whenever an alarm was set.</summary>
    private sealed class WatchedClock : FakeTimeProvider
    {
        public Func<int> Busy { get; set; } = () => 0;

        public ConcurrentQueue<int> BusyAtAlarms { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            BusyAtAlarms.Enqueue(Busy());
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }

    private static void AllIsTold(Line line)
    {
        Assert.Equal(0, line.Exchange.InFlight);
        Assert.Empty(line.Exchange.Legs.Live);
        Assert.All(line.Exchange.Queues.All, q => Assert.Equal(0, q.CurrentSize));
        Assert.DoesNotContain(line.Exchange.Journal.Errors, e => e.Code == 0);
        var legs = line.Exchange.Legs.All.Where(l => l.Identity is null).Select(l => l.Sid).Order();
        Assert.Equal(legs, line.To("/voice/status").Select(a => a["CallSid"]!).Order());
        Assert.Equal(legs, line.To("/exit").Select(a => a["CallSid"]!).Order());
    }

    private static void PutOut(Conference room)
    {
        if (room.Participants is [var first, ..]) room.Leave(first, "participant_updated_via_api", kicked: true);
    }

    private static async Task Race(params Action[] runners)
    {
        using var start = new Barrier(runners.Length);
        await Task.WhenAll(runners.Select(run => Task.Factory.StartNew(() =>
        {
            start.SignalAndWait();
            run();
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
    }

    private static Line Busy() => new Line()
        .On("/voice/incoming", "<Enqueue action=\"/exit\" waitUrl=\"/wait\">helpline</Enqueue>").On("/wait", "<Pause length=\"600\"/>").On("/exit", "")
        .On("/join", Room(true)).On("/voice/counselor", Room(false));

    private static string Room(bool ends) =>
        $"<Dial><Conference endConferenceOnExit=\"{(ends ? "true" : "false")}\" waitUrl=\"\" statusCallback=\"/events\""
        + " statusCallbackEvent=\"start end join leave\">room</Conference></Dial>";
}
