using System.Net;

namespace Helpline.Tests.Exchange;

public sealed class A_call_that_the_server_orders : RestStory
{
    [Fact]
    public async Task Rings_a_number_that_picks_up()
    {
        line.On("/answered", "<Play>/clips/hello-3.wav</Play>").On("/progress", "");
        var (status, call) = await Post("Calls.json", ("To", Line.Number), ("From", line.Options.LineNumber), ("Url", $"{Line.Server}/answered"),
            ("StatusCallback", $"{Line.Server}/progress"), ("StatusCallbackEvent", "ringing"), ("StatusCallbackEvent", "answered"), ("StatusCallbackEvent", "completed"));
        Assert.Equal((HttpStatusCode.Created, "outbound-api"), (status, (string?)call["direction"]));
        var person = line.Exchange.Caller(Line.Number);
        await person.IsRung();
        person.PicksUp();
        await person.Hears("hello-3");
        await person.HangsUp();
        Assert.Equal("in-progress", line.To("/answered").Single()["CallStatus"]);
        Assert.Equal(["0 ringing", "1 in-progress", "2 completed"], line.To("/progress").Select(a => $"{a["SequenceNumber"]} {a["CallStatus"]}"));
    }

    [Fact]
    public async Task Rings_a_number_that_does_not_pick_up()
    {
        await Post("Calls.json", ("To", Line.Number), ("From", line.Options.LineNumber), ("Url", $"{Line.Server}/answered"), ("Timeout", "20"),
            ("StatusCallback", $"{Line.Server}/voice/status"));
        var person = line.Exchange.Caller(Line.Number);
        await person.IsRung();
        await line.Elapse(21);
        Assert.Equal("no-answer", line.To("/voice/status").Single()["CallStatus"]);
        Assert.Empty(line.To("/answered"));
    }

    [Fact]
    public async Task Is_told_what_a_busy_line_is()
    {
        await Order();
        var person = line.Exchange.Phone(Line.Number);
        await person.IsRung();
        person.IsBusy();
        await line.Exchange.Quiet;
        Assert.Equal(("busy", "0"), (line.To("/progress").Single()["CallStatus"], line.To("/progress").Single()["CallDuration"]));
    }

    [Fact]
    public async Task Is_canceled_before_anybody_picks_up()
    {
        var call = await Order();
        var person = line.Exchange.Phone(Line.Number);
        await person.IsRung();
        await Post($"Calls/{call}.json", ("Status", "canceled"));
        await person.IsHungUp();
        await line.Exchange.Quiet;
        Assert.Equal("canceled", line.To("/progress").Single()["CallStatus"]);
    }

    [Fact]
    public async Task Screens_whoever_picks_up_by_a_key()
    {
        line.On("/answered", "<Gather action=\"/key\" numDigits=\"1\"><Play>/clips/press-one-3.wav</Play></Gather>").On("/key", "<Hangup/>");
        await Order();
        var person = line.Exchange.Phone(Line.Number);
        await person.IsRung();
        person.PicksUp();
        await person.Hears("press-one-3");
        await person.Presses("1");
        await person.IsHungUp();
        Assert.Equal(("1", "outbound-api"), (line.To("/key").Single()["Digits"], line.To("/key").Single()["Direction"]));
    }

    [Fact]
    public async Task Lasts_no_longer_than_it_may()
    {
        line.On("/answered", "<Pause length=\"600\"/>");
        await Order(("TimeLimit", "30"), ("MachineDetection", "Enable"));
        var person = line.Exchange.Phone(Line.Number);
        await person.IsRung();
        await line.Elapse(10);
        person.PicksUp();
        await line.Elapse(29.9);
        Assert.True(person.IsOnTheLine);
        await line.Elapse(0.2);
        Assert.Equal(("completed", "30"), (person.Status, line.To("/progress").Single()["CallDuration"]));
        Assert.Equal("human", line.To("/answered").Single()["AnsweredBy"]);
    }

    [Fact]
    public async Task Rings_a_browser_and_brings_it_parameters()
    {
        line.On("/answered", "<Pause length=\"600\"/>");
        await Post("Calls.json", ("To", "client:counselor1?ticket=a%20b"), ("From", line.Options.LineNumber), ("Url", $"{Line.Server}/answered"));
        var browser = line.Exchange.Browser("counselor1");
        await browser.IsRung();
        Assert.Equal("a b", browser.Parameter("ticket"));
        browser.PicksUp();
        await line.Exchange.Quiet;
        Assert.True(browser.IsConnected);
        Assert.Equal(("client:counselor1", null), (line.To("/answered").Single()["To"], line.To("/answered").Single()["ticket"]));
    }

    [Fact]
    public async Task Ends_when_the_browser_declines()
    {
        line.On("/answered", "");
        await Post("Calls.json", ("To", "client:counselor1"), ("From", line.Options.LineNumber), ("Url", $"{Line.Server}/answered"));
        var browser = line.Exchange.Browser("counselor1");
        await browser.IsRung();
        browser.Declines();
        await line.Exchange.Quiet;
        Assert.Equal("busy", browser.Status);
        Assert.Empty(line.To("/answered"));
    }

    [Theory]
    [InlineData("12", "+77172000000", 21211)]
    [InlineData("client:not a name", "+77172000000", 21211)]
    [InlineData("+77010000001", "+77019999999", 21210)]
    public async Task Needs_a_number_that_can_be_reached_from_one_of_ours(string to, string from, int code) =>
        Assert.Equal(code, (int)(await Post("Calls.json", ("To", to), ("From", from), ("Url", $"{Line.Server}/answered"))).Body["code"]!);

    private async Task<string> Order(params (string Name, string Value)[] more)
    {
        line.On("/progress", "");
        var (status, call) = await Post("Calls.json", [("To", Line.Number), ("From", line.Options.LineNumber), ("Url", $"{Line.Server}/answered"),
            ("StatusCallback", $"{Line.Server}/progress"), .. more]);
        Assert.Equal(HttpStatusCode.Created, status);
        return (string)call["sid"]!;
    }
}
