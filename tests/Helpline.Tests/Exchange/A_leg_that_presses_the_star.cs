namespace Helpline.Tests.Exchange;

public class A_leg_that_presses_the_star
{
    [Fact]
    public async Task Leaves_the_conference_and_goes_on_where_its_Dial_says()
    {
        var line = Room("hangupOnStar=\"true\"");
        var (caller, counselor) = (await line.Rings(), await line.Rings("+77010000002"));
        await caller.IsTalkingTo(counselor);
        counselor.PressesAtOnce("1");
        await caller.IsTalkingTo(counselor);
        await counselor.Presses("*");
        await counselor.Hears("after-1");
        await counselor.IsHungUp();

        Assert.Equal(("answered", "in-progress"), (line.To("/after")[0]["DialCallStatus"], line.To("/after")[0]["CallStatus"]));
        var left = line.To("/events").Single(e => e["StatusCallbackEvent"] == "participant-leave");
        Assert.Equal(("participant_hung_up", "in-progress", counselor.CallSid), (left["ReasonParticipantLeft"], left["ParticipantCallStatus"], left["CallSid"]));
        Assert.Equal("Dial", caller.Doing);
        Assert.Empty(line.Errors);
    }

    [Fact]
    public async Task Stays_where_no_Dial_says_so()
    {
        var line = Room("");
        var (caller, counselor) = (await line.Rings(), await line.Rings("+77010000002"));
        await caller.IsTalkingTo(counselor);
        counselor.PressesAtOnce("*");
        await line.Elapse(5);
        await caller.IsTalkingTo(counselor);
        Assert.Empty(line.To("/after"));
    }

    [Fact]
    public async Task Ends_a_talk_with_a_telephone_that_was_rung()
    {
        var line = new Line().On("/voice/incoming", "<Dial action=\"/after\" hangupOnStar=\"true\"><Number>+77010000003</Number></Dial>").On("/after", "<Play>/clips/after-1.wav</Play>");
        var (caller, other) = (line.Exchange.Caller(Line.Number), line.Exchange.Phone("+77010000003"));
        await caller.Ring();
        await other.IsRung();
        other.PicksUp();
        await caller.IsTalkingTo(other);
        await caller.Presses("*");
        await caller.Hears("after-1");
        await other.IsHungUp();
        Assert.Equal(("completed", "in-progress"), (line.To("/after")[0]["DialCallStatus"], line.To("/after")[0]["CallStatus"]));
    }

    [Fact]
    public async Task Must_be_told_so_by_true_or_false()
    {
        var line = Room("hangupOnStar=\"yes\"");
        await line.Rings();
        Assert.Contains(line.Errors, e => e.Contains("hangupOnStar", StringComparison.Ordinal));
    }

    private static Line Room(string star) => new Line()
        .On("/voice/incoming", $"<Dial action=\"/after\" {star}><Conference waitUrl=\"\" statusCallback=\"/events\" statusCallbackEvent=\"leave\">room</Conference></Dial>")
        .On("/after", "<Play>/clips/after-1.wav</Play>");
}
