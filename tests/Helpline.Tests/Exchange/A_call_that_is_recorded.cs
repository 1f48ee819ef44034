using System.Net;

namespace Helpline.Tests.Exchange;

public sealed class A_call_that_is_recorded : RestStory
{
    private const string Reports = "in-progress completed absent";

    [Fact]
    public async Task Is_recorded_until_the_server_stops_it()
    {
        var caller = await Talks();
        var (status, begun) = await Records(caller.CallSid);
        await line.Elapse(7);
        var (stopped, made) = await Post($"Calls/{caller.CallSid}/Recordings/Twilio.CURRENT.json", ("Status", "stopped"));
        await line.Exchange.Quiet;

        Assert.Equal((HttpStatusCode.Created, "in-progress", "StartCallRecordingAPI", "both"), (status, (string?)begun["status"], (string?)begun["source"], (string?)begun["track"]));
        Assert.Equal((HttpStatusCode.OK, "completed", "7", (string?)begun["sid"]), (stopped, (string?)made["status"], (string?)made["duration"], (string?)made["sid"]));
        Assert.Equal(["in-progress", "completed"], line.To("/recording").Select(told => told["RecordingStatus"]));
        Assert.Equal(("7", caller.CallSid), (line.To("/recording")[^1]["RecordingDuration"], line.To("/recording")[^1]["CallSid"]));
        Assert.Equal(HttpStatusCode.OK, await Status($"Recordings/{begun["sid"]}.wav"));
        Assert.Equal("in-progress", caller.Status);
    }

    [Fact]
    public async Task Is_recorded_until_it_ends()
    {
        var caller = await Talks();
        await Records(caller.CallSid);
        await line.Elapse(4);
        await caller.HangsUp();
        await line.Elapse(1);

        Assert.Equal(("completed", "4"), (line.To("/recording")[^1]["RecordingStatus"], line.To("/recording")[^1]["RecordingDuration"]));
    }

    [Fact]
    public async Task Is_recorded_once_at_a_time_and_only_while_it_lives()
    {
        var caller = await Talks();
        await Records(caller.CallSid);
        Assert.Equal(21220, (int)(await Records(caller.CallSid)).Body["code"]!);
        await caller.HangsUp();
        await line.Elapse(1);
        Assert.Equal(21220, (int)(await Records(caller.CallSid)).Body["code"]!);
        Assert.Equal(20404, (int)(await Post($"Calls/{caller.CallSid}/Recordings/Twilio.CURRENT.json", ("Status", "stopped"))).Body["code"]!);
        Assert.Equal(20001, (int)(await Post($"Calls/{caller.CallSid}/Recordings/Twilio.CURRENT.json", ("Status", "paused"))).Body["code"]!);
    }

    private async Task<Helpline.Exchange.Caller> Talks()
    {
        line.On("/voice/incoming", "<Pause length=\"60\"/>").On("/recording", "");
        return await line.Rings();
    }

    private Task<(HttpStatusCode Status, System.Text.Json.Nodes.JsonNode Body)> Records(string call) => Post(
        $"Calls/{call}/Recordings.json", ("RecordingStatusCallback", $"{Line.Server}/recording"), ("RecordingStatusCallbackEvent", Reports));
}
