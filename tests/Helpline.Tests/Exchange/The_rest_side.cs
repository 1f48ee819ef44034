using System.Net;

namespace Helpline.Tests.Exchange;

public sealed class The_rest_side : RestStory
{
    [Fact]
    public async Task Asks_who_is_there()
    {
        http.DefaultRequestHeaders.Authorization = Basic(line.Options.ApiKeySid, "wrong");
        await Refused("Queues.json", 20003, HttpStatusCode.Unauthorized);
        http.DefaultRequestHeaders.Authorization = Basic(line.Options.AccountSid, line.Options.AuthToken);
        Assert.Equal(HttpStatusCode.OK, await Status("Queues.json"));
        http.DefaultRequestHeaders.Authorization = null;
        await Refused("Queues.json", 20003, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Moves_a_waiting_call()
    {
        line.On("/voice/incoming", "<Enqueue waitUrl=\"/wait\" action=\"/exit\">helpline</Enqueue>").On("/wait", "<Pause length=\"10\"/>")
            .On("/exit", "").On("/join", "<Play>/clips/hello-3.wav</Play>");
        var caller = await line.Rings();
        await caller.Waits();
        var (status, call) = await Post($"Calls/{caller.CallSid}.json", ("Url", $"{Line.Server}/join?seq=1"), ("Method", "POST"));
        Assert.Equal((HttpStatusCode.OK, "in-progress", caller.CallSid), (status, (string?)call["status"], (string?)call["sid"]));
        await caller.Hears("hello-3");
        Assert.Equal("redirected", line.To("/exit").Single()["QueueResult"]);
    }

    [Fact]
    public async Task Moves_a_call_to_a_document_that_came_along()
    {
        line.On("/voice/incoming", "<Pause length=\"60\"/>");
        var caller = await line.Rings();
        await Post($"Calls/{caller.CallSid}.json", ("Twiml", "<Response><Play>https://helpline.example.org/clips/hello-3.wav</Play></Response>"));
        await caller.Hears("hello-3");
    }

    [Fact]
    public async Task Cannot_move_or_end_a_call_that_is_over()
    {
        line.On("/voice/incoming", "<Hangup/>");
        var caller = await line.Rings();
        await caller.IsHungUp();
        var (status, error) = await Post($"Calls/{caller.CallSid}.json", ("Url", $"{Line.Server}/join"));
        Assert.Equal((HttpStatusCode.BadRequest, 21220, 400), (status, (int)error["code"]!, (int)error["status"]!));
        Assert.Equal(21220, (int)(await Post($"Calls/{caller.CallSid}.json", ("Status", "completed"))).Body["code"]!);
        Assert.Equal("https://www.twilio.com/docs/errors/21220", (string?)error["more_info"]);
    }

    [Fact]
    public async Task Knows_no_stranger() => await Refused($"Calls/CA{new string('0', 32)}.json", 20404, HttpStatusCode.NotFound);

    [Fact]
    public async Task Ends_a_call()
    {
        line.On("/voice/incoming", "<Pause length=\"60\"/>");
        var caller = await line.Rings();
        await line.Elapse(7);
        await Post($"Calls/{caller.CallSid}.json", ("Status", "completed"));
        await line.Exchange.Quiet;
        var call = (await Get($"Calls/{caller.CallSid}.json"));
        Assert.Equal(("completed", "7", "Sun, 22 Nov 2026 09:00:07 +0000"), ((string?)call["status"], (string?)call["duration"], (string?)call["end_time"]));
        Assert.Equal("7", line.To("/voice/status").Single()["CallDuration"]);
    }

    [Fact]
    public async Task Refuses_what_it_does_not_offer()
    {
        line.On("/voice/incoming", "<Pause length=\"60\"/>");
        var caller = await line.Rings();
        var (_, error) = await Post($"Calls/{caller.CallSid}.json", ("Url", $"{Line.Server}/join"), ("TimeLimit", "9"));
        Assert.Contains("TimeLimit", (string?)error["message"], StringComparison.Ordinal);
        Assert.Equal(21205, (int)(await Post($"Calls/{caller.CallSid}.json", ("Url", "/join"))).Body["code"]!);
    }

    [Fact]
    public async Task Says_so_when_a_path_is_not_offered()
    {
        await Refused("Messages.json", 20404, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Can_be_too_busy()
    {
        line.Exchange.Faults.Inject(Helpline.Exchange.Fault.RestTooMany);
        await Refused("Queues.json", 20429, HttpStatusCode.TooManyRequests);
        Assert.Equal(HttpStatusCode.OK, await Status("Queues.json"));
    }

    [Fact]
    public async Task Makes_a_queue_with_a_size()
    {
        var (status, queue) = await Post("Queues.json", ("FriendlyName", "helpline"), ("MaxSize", "5000"));
        Assert.Equal((HttpStatusCode.Created, 5000, 0), (status, (int)queue["max_size"]!, (int)queue["current_size"]!));
        Assert.Equal(22003, (int)(await Post("Queues.json", ("FriendlyName", "helpline"))).Body["code"]!);
        Assert.Equal("helpline", (string?)(await Get("Queues.json"))["queues"]![0]!["friendly_name"]);
    }

    [Fact]
    public async Task Shows_changes_and_ends_a_conference()
    {
        line.On("/hold", "<Play>/clips/hold-5.wav</Play>").On("/voice/incoming", a =>
            $"<Dial><Conference participantLabel=\"p{a["From"]![^1]}\" statusCallback=\"/events\" statusCallbackEvent=\"mute hold end leave\">room</Conference></Dial>");
        var (one, two, three) = (await line.Rings(), await line.Rings("+77010000002"), await line.Rings("+77010000003"));
        var found = (await Get("Conferences.json?FriendlyName=room&Status=in-progress"))["conferences"]!.AsArray().Single()!;
        var room = $"Conferences/{found["sid"]}";
        Assert.Equal(3, (await Get($"{room}/Participants.json"))["participants"]!.AsArray().Count);

        Assert.True((bool)(await Post($"{room}/Participants/p1.json", ("Muted", "true"))).Body["muted"]!);
        await Post($"{room}/Participants/{two.CallSid}.json", ("Hold", "true"), ("HoldUrl", $"{Line.Server}/hold"));
        await two.Hears("hold-5");
        await two.Hears("hold-5");
        await Post($"{room}/Participants/p2.json", ("Hold", "false"));
        Assert.Equal(HttpStatusCode.NoContent, (await http.DeleteAsync($"{room}/Participants/p3.json", TestContext.Current.CancellationToken)).StatusCode);
        await three.IsHungUp();
        await Refused($"{room}/Participants/p3.json", 20404, HttpStatusCode.NotFound);

        Assert.Equal("completed", (string?)(await Post($"{room}.json", ("Status", "completed"))).Body["status"]);
        await one.IsHungUp();
        await line.Exchange.Quiet;
        Assert.Equal(
            ["participant-mute", "participant-hold", "participant-unhold", "participant-leave", "participant-leave", "participant-leave", "conference-end"],
            line.To("/events").Select(e => e["StatusCallbackEvent"]));
        Assert.Equal("conference-ended-via-api", line.To("/events")[^1]["ReasonConferenceEnded"]);
    }
}
