using System.Net;

namespace Helpline.Tests.Exchange;

public class A_caller_who_waits
{
    private const string Enqueue = "<Enqueue action=\"/exit?seq=1\" waitUrl=\"/wait?seq=1\">helpline</Enqueue>";

    [Fact]
    public async Task Is_asked_about_again_whenever_the_wait_document_runs_out()
    {
        var line = Waiting("<Play>/clips/music-10.wav</Play>");
        var caller = await line.Rings();
        await line.Elapse(25);
        Assert.Equal(3, line.To("/wait").Count);
        var third = line.To("/wait")[2];
        Assert.Equal(("1", "20", "1", "1000"), (third["QueuePosition"], third["QueueTime"], third["CurrentQueueSize"], third["MaxQueueSize"]));
        Assert.StartsWith("QU", third["QueueSid"], StringComparison.Ordinal);
        Assert.True(caller.IsWaiting);
    }

    [Fact]
    public async Task Stands_behind_those_who_came_earlier()
    {
        var line = Waiting("<Play>/clips/music-10.wav</Play>");
        var first = await line.Rings();
        var second = await line.Rings("+77010000002");
        await first.Waits();
        await second.Waits();
        await line.Elapse(11);
        Assert.Equal(["1", "2"], line.To("/wait").TakeLast(2).Select(a => a["QueuePosition"]).Order());
        await first.HangsUp();
        await line.Elapse(10);
        Assert.Equal("1", line.To("/wait")[^1]["QueuePosition"]);
    }

    [Fact]
    public async Task Who_hangs_up_is_reported_by_the_queue_and_by_the_number()
    {
        var line = Waiting("<Play>/clips/music-10.wav</Play>");
        var caller = await line.Rings();
        await line.Elapse(3);
        await caller.HangsUp();
        var exit = line.To("/exit").Single();
        Assert.Equal(("hangup", "3", "completed"), (exit["QueueResult"], exit["QueueTime"], exit["CallStatus"]));
        Assert.Equal("completed", line.To("/voice/status").Single()["CallStatus"]);
        Assert.False(caller.IsWaiting);
    }

    [Fact]
    public async Task Leaves_by_a_key_to_the_action()
    {
        var line = Waiting("<Gather action=\"/wait-key\" numDigits=\"1\"><Play>/clips/music-10.wav</Play></Gather>")
            .On("/wait-key", "<Leave/>").On("/exit", "<Play>/clips/bye-1.wav</Play>");
        var caller = await line.Rings();
        await caller.Presses("1");
        await caller.Hears("bye-1");
        Assert.Equal("leave", line.To("/exit").Single()["QueueResult"]);
        Assert.NotNull(line.To("/wait-key").Single()["QueueSid"]);
    }

    [Fact]
    public async Task Who_is_redirected_is_reported_first_and_then_obeys_the_redirect()
    {
        var line = Waiting("<Play>/clips/music-10.wav</Play>").On("/exit", "<Play>/clips/wrong-1.wav</Play>").On("/join", "<Play>/clips/right-1.wav</Play>");
        var caller = await line.Rings();
        await line.Elapse(1);
        Assert.True(line.Exchange.Legs.Find(caller.CallSid)!.Redirects(
            new Helpline.Exchange.Fetch(new Uri($"{Line.Server}/join"), HttpMethod.Post, [], "join")));
        await caller.Hears("right-1");
        Assert.Equal(("redirected", "in-progress"), (line.To("/exit").Single()["QueueResult"], line.To("/exit").Single()["CallStatus"]));
        Assert.Equal(["/exit", "/join"], line.Asked.Select(a => a.Path).TakeLast(2));
        Assert.DoesNotContain("clips/wrong-1", caller.Transcript);
    }

    [Fact]
    public async Task Finds_the_queue_full()
    {
        var line = Waiting("<Play>/clips/music-10.wav</Play>").On("/exit", "<Hangup/>")
            .On("/voice/incoming", "<Enqueue action=\"/exit\" waitUrl=\"/wait\" maxQueueSize=\"1\">helpline</Enqueue>");
        await line.Rings();
        var second = await line.Rings("+77010000002");
        await second.IsHungUp();
        Assert.Equal("queue-full", line.To("/exit").Single()["QueueResult"]);
        Assert.Null(line.To("/exit").Single()["QueueSid"]);
    }

    [Fact]
    public async Task Is_sent_away_by_the_wait_document()
    {
        var line = Waiting("<Hangup/>");
        var caller = await line.Rings();
        await caller.IsHungUp();
        await line.Exchange.Quiet;
        Assert.Equal("hangup", line.To("/exit").Single()["QueueResult"]);
        Assert.Single(line.To("/voice/status"));
    }

    [Fact]
    public async Task Goes_to_the_fallback_when_the_wait_document_fails()
    {
        var line = Waiting("").On("/wait", HttpStatusCode.ServiceUnavailable).On("/voice/fallback", "<Play>/clips/sorry-1.wav</Play>");
        var caller = await line.Rings();
        await caller.Hears("sorry-1");
        Assert.False(caller.IsWaiting);
        Assert.Equal($"{Line.Server}/wait?seq=1", line.To("/voice/fallback").Single()["ErrorUrl"]);
    }

    [Fact]
    public async Task Is_not_asked_about_without_end_when_the_wait_document_is_empty()
    {
        var line = Waiting("");
        var caller = await line.Rings();
        await caller.IsHungUp();
        Assert.InRange(line.To("/wait").Count, 10, 60);
        Assert.Contains(line.Errors, e => e.Contains("loop", StringComparison.Ordinal));
    }

    private static Line Waiting(string wait) => new Line().On("/voice/incoming", Enqueue).On("/wait", wait).On("/exit", "");
}
