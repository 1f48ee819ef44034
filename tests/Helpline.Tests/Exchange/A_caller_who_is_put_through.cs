using Helpline.Exchange;

namespace Helpline.Tests.Exchange;

public class A_caller_who_is_put_through
{
    private const string Her = "+77010000008";
    private const string His = "+77010000009";

    [Fact]
    public async Task Talks_to_whoever_picks_up_until_one_hangs_up()
    {
        var line = Through($"<Number statusCallback=\"/leg\" statusCallbackEvent=\"initiated ringing answered completed\">{Her}</Number>", "callerId=\"+77172000000\"").On("/leg", "");
        var caller = await line.Rings();
        var her = line.Exchange.Phone(Her);
        await her.IsRung();
        await line.Elapse(4);
        her.PicksUp();
        await her.IsTalkingTo(caller);
        await line.Elapse(20);
        await her.HangsUp();
        await caller.IsHungUp();
        var after = line.To("/after").Single();
        Assert.Equal(("completed", "20", her.CallSid, "true"), (after["DialCallStatus"], after["DialCallDuration"], after["DialCallSid"], after["DialBridged"]));
        Assert.Equal(["ringing", "in-progress", "completed"], line.To("/leg").Select(a => a["CallStatus"]!).Where(s => s != "queued"));
        Assert.All(line.To("/leg"), a => Assert.Equal((caller.CallSid, "outbound-dial", "+77172000000"), (a["ParentCallSid"], a["Direction"], a["From"])));
    }

    [Theory]
    [InlineData(true, "busy")]
    [InlineData(false, "no-answer")]
    public async Task Goes_on_when_nobody_takes_the_call(bool busy, string result)
    {
        var line = Through($"<Number>{Her}</Number>", "timeout=\"20\"");
        var caller = await line.Rings();
        var her = line.Exchange.Phone(Her);
        await her.IsRung();
        if (busy) her.IsBusy();
        else await her.DoesNotAnswer();
        await caller.IsHungUp();
        Assert.Equal((result, null), (line.To("/after").Single()["DialCallStatus"], line.To("/after").Single()["DialCallDuration"]));
    }

    [Fact]
    public async Task Gets_the_first_of_several_and_the_others_stop_ringing()
    {
        var line = Through($"<Number>{Her}</Number><Number>{His}</Number><Client><Identity>counselor1</Identity><Parameter name=\"ticket\" value=\"t\"/></Client>");
        var caller = await line.Rings();
        var (her, his, browser) = (line.Exchange.Phone(Her), line.Exchange.Phone(His), line.Exchange.Browser("counselor1"));
        await her.IsRung();
        await his.IsRung();
        await browser.IsRung();
        Assert.Equal("t", browser.Parameter("ticket"));
        browser.PicksUp();
        await caller.IsTalkingTo("counselor1");
        Assert.Equal(("canceled", "canceled"), (her.Status, his.Status));
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("2", false)]
    public async Task Is_connected_only_after_the_other_side_has_agreed(string key, bool agrees)
    {
        var line = Through($"<Number url=\"/question\">{Her}</Number>")
            .On("/question", "<Gather action=\"/answer\" numDigits=\"1\"><Play>/clips/press-one-3.wav</Play></Gather><Hangup/>")
            .On("/answer", a => a["Digits"] == "1" ? "" : "<Hangup/>");
        var caller = await line.Rings();
        var her = line.Exchange.Phone(Her);
        await her.IsRung();
        her.PicksUp();
        await her.Hears("press-one-3");
        Assert.False(line.Exchange.Conferences.All.Count > 0 || line.Exchange.Legs.Find(caller.CallSid)!.InRoom is not null);
        await her.Presses(key);
        if (agrees)
        {
            await caller.IsTalkingTo(her);
            return;
        }
        await caller.IsHungUp();
        Assert.Equal(("no-answer", "false"), (line.To("/after").Single()["DialCallStatus"], line.To("/after").Single()["DialBridged"]));
    }

    [Fact]
    public async Task Who_hangs_up_while_it_rings_stops_the_ringing()
    {
        var line = Through($"<Number>{Her}</Number>");
        var caller = await line.Rings();
        var her = line.Exchange.Phone(Her);
        await her.IsRung();
        await caller.HangsUp();
        await her.IsHungUp();
        Assert.Equal("canceled", her.Status);
        Assert.Equal(("canceled", "completed"), (line.To("/after").Single()["DialCallStatus"], line.To("/after").Single()["CallStatus"]));
    }

    [Fact]
    public async Task Is_not_answered_before_the_other_side_when_the_document_says_so()
    {
        var line = Through($"<Number>{Her}</Number>", "answerOnBridge=\"true\"");
        var caller = line.Exchange.Caller(Line.Number);
        var ringing = caller.Ring();
        var her = line.Exchange.Phone(Her);
        await her.IsRung();
        Assert.Equal("ringing", caller.Status);
        her.PicksUp();
        await ringing;
        await caller.IsTalkingTo(her);
    }

    [Fact]
    public async Task Talks_no_longer_than_the_limit()
    {
        var line = Through($"<Number>{Her}</Number>", "timeLimit=\"60\"");
        var caller = await line.Rings();
        var her = line.Exchange.Phone(Her);
        await her.IsRung();
        her.PicksUp();
        await her.IsTalkingTo(caller);
        await line.Elapse(60.1);
        await her.IsHungUp();
        Assert.Equal("60", line.To("/after").Single()["DialCallDuration"]);
    }

    [Fact]
    public async Task Cannot_borrow_a_strangers_number()
    {
        var line = Through($"<Number>{Her}</Number>", "callerId=\"+77019999999\"");
        await (await line.Rings()).IsHungUp();
        Assert.Equal("failed", line.To("/after").Single()["DialCallStatus"]);
        Assert.Contains(line.Errors, e => e.StartsWith("13214", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_let_go_when_the_server_fetches_one_of_the_two()
    {
        var line = Through($"<Number>{Her}</Number>").On("/elsewhere", "<Play>/clips/elsewhere-5.wav</Play>");
        var caller = await line.Rings();
        var her = line.Exchange.Phone(Her);
        await her.IsRung();
        her.PicksUp();
        await her.IsTalkingTo(caller);
        line.Exchange.Legs.Find(caller.CallSid)!.Redirects(new Fetch(new Uri($"{Line.Server}/elsewhere"), HttpMethod.Post, [], "elsewhere"));
        await caller.Hears("elsewhere-5");
        await her.IsHungUp();
        Assert.Empty(line.To("/after"));
    }

    private static Line Through(string whom, string more = "") =>
        new Line().On("/voice/incoming", $"<Dial action=\"/after\" {more}>{whom}</Dial>").On("/after", "<Hangup/>");
}
