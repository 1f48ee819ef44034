namespace Helpline.Tests.Exchange;

public class A_conference
{
    private const string Other = "+77010000002";

    [Fact]
    public async Task Begins_when_the_second_joins_and_ends_with_whom_it_must_not_outlive()
    {
        var line = Two();
        var caller = await line.Rings();
        var counselor = line.Exchange.Browser("counselor1");
        await counselor.Connect("t1");
        await caller.IsTalkingTo("counselor1");
        await counselor.IsTalkingTo(Line.Number);
        await caller.HangsUp();
        await counselor.IsHungUp();
        await line.Exchange.Quiet;
        Assert.Equal(
            ["1 participant-join caller", "2 participant-join c1", "3 conference-start ", "4 participant-leave caller", "5 participant-leave c1", "6 conference-end "],
            line.To("/events").Select(a => $"{a["SequenceNumber"]} {a["StatusCallbackEvent"]} {a["ParticipantLabel"]}"));
        var (left, put, end) = (line.To("/events")[3], line.To("/events")[4], line.To("/events")[5]);
        Assert.Equal(("participant_hung_up", "completed", caller.CallSid), (left["ReasonParticipantLeft"], left["ParticipantCallStatus"], left["CallSid"]));
        Assert.Equal(("moderator_ended_conference", "in-progress"), (put["ReasonParticipantLeft"], put["ParticipantCallStatus"]));
        Assert.Equal("participant-with-end-conference-on-exit-left", end["ReasonConferenceEnded"]);
        Assert.Equal((caller.CallSid, "caller"), (end["CallSidEndingConference"], end["ParticipantLabelEndingConference"]));
        Assert.Single(line.Asked.Select(a => a["ConferenceSid"]).OfType<string>().Distinct());
        Assert.Equal("Sun, 22 Nov 2026 09:00:00 +0000", end["Timestamp"]);
    }

    [Fact]
    public async Task That_ends_asks_each_leg_what_comes_next()
    {
        var line = Two().On("/counselor-after", "<Play>/clips/bye-1.wav</Play>");
        var caller = await line.Rings();
        var counselor = line.Exchange.Browser("counselor1");
        await counselor.Connect("t1");
        await caller.IsTalkingTo("counselor1");
        await caller.HangsUp();
        await counselor.IsHungUp();
        var (mine, theirs) = (line.To("/after").Single(), line.To("/counselor-after").Single());
        Assert.Equal(("answered", "completed"), (mine["DialCallStatus"], mine["CallStatus"]));
        Assert.Equal(("answered", "in-progress"), (theirs["DialCallStatus"], theirs["CallStatus"]));
        Assert.Null(mine["DialCallSid"]);
    }

    [Fact]
    public async Task Keeps_the_caller_when_the_counselor_is_gone()
    {
        var line = Two();
        var caller = await line.Rings();
        var counselor = line.Exchange.Browser("counselor1");
        await counselor.Connect("t1");
        await caller.IsTalkingTo("counselor1");
        await counselor.HangsUp();
        Assert.Equal(("answered", "completed", "client:counselor1"),
            (line.To("/counselor-after").Single()["DialCallStatus"], line.To("/counselor-after").Single()["CallStatus"], line.To("/counselor-after").Single()["From"]));
        Assert.True(caller.IsOnTheLine);
        Assert.Equal("Dial", caller.Doing);
        await caller.HangsUp();
        await line.Exchange.Quiet;
        Assert.Equal("participant-with-end-conference-on-exit-left", line.To("/events")[^1]["ReasonConferenceEnded"]);
    }

    [Fact]
    public async Task Does_not_take_the_same_label_twice()
    {
        var line = new Line().On("/voice/incoming", Room("caller", "") + "<Play>/clips/next-1.wav</Play>");
        var first = await line.Rings();
        var second = await line.Rings(Other);
        await second.Hears("next-1");
        Assert.Contains("16025 participantLabel \"caller\" is taken", line.Errors);
        Assert.True(first.IsOnTheLine);
    }

    [Fact]
    public async Task Uses_only_the_callback_of_the_first_participant()
    {
        var line = new Line().On("/later", "").On("/voice/incoming", a => a["From"] == Line.Number
            ? "<Dial><Conference statusCallback=\"/events\" statusCallbackEvent=\"start\">room</Conference></Dial>"
            : "<Dial><Conference statusCallback=\"/later\" statusCallbackEvent=\"start join\">room</Conference></Dial>");
        await line.Rings();
        await line.Rings(Other);
        await line.Exchange.Quiet;
        Assert.Equal("conference-start", line.To("/events").Single()["StatusCallbackEvent"]);
        Assert.Empty(line.To("/later"));
    }

    [Fact]
    public async Task Does_not_begin_among_those_who_only_wait()
    {
        var line = new Line().On("/voice/incoming", "<Dial><Conference startConferenceOnEnter=\"false\">room</Conference></Dial>");
        await line.Rings();
        await line.Rings(Other);
        Assert.Equal("init", line.Exchange.Conferences.All.Single().Status);
    }

    [Fact]
    public async Task Plays_its_wait_document_once_until_it_begins()
    {
        var line = new Line().On("/alone", "<Play>/clips/alone-5.wav</Play><Play>/clips/still-5.wav</Play>")
            .On("/voice/incoming", "<Dial><Conference waitUrl=\"/alone\">room</Conference></Dial>");
        var caller = await line.Rings();
        await caller.Hears("alone-5");
        await line.Rings(Other);
        await line.Elapse(20);
        Assert.Equal(["clips/alone-5"], caller.Transcript);
        Assert.Single(line.To("/alone"));
    }

    [Fact]
    public async Task Ends_for_one_whose_time_is_up()
    {
        var line = new Line().On("/voice/incoming", "<Dial timeLimit=\"30\" action=\"/after\"><Conference>room</Conference></Dial>").On("/after", "<Hangup/>");
        var caller = await line.Rings();
        await line.Elapse(29.9);
        Assert.True(caller.IsOnTheLine);
        await line.Elapse(0.2);
        Assert.Equal("answered", line.To("/after").Single()["DialCallStatus"]);
    }

    [Fact]
    public async Task Tells_at_once_who_came_left_or_was_muted()
    {
        List<string> seen = [];
        var line = Two();
        line.Exchange.Conferences.Changed += room => seen.Add(string.Join(' ', room.Participants.Select(p => $"{p.Label}{(p.Muted ? " muted" : "")}")));
        var caller = await line.Rings();
        var counselor = line.Exchange.Browser("counselor1");
        await counselor.Connect("t1");
        await caller.IsTalkingTo("counselor1");
        var room = line.Exchange.Conferences.All.Single();
        room.Change(room.Find("c1")!, "mute", "participant-mute", p => p.Muted = true);
        await caller.HangsUp();
        Assert.Equal(["caller", "caller c1", "caller c1 muted", ""], seen);
    }

    private static string Room(string label, string more) =>
        $"<Dial {more}><Conference participantLabel=\"{label}\" endConferenceOnExit=\"{(label == "caller" ? "true" : "false")}\" beep=\"false\" waitUrl=\"\""
        + " statusCallback=\"/events\" statusCallbackEvent=\"start end join leave mute hold modify\">room</Conference></Dial>";

    private static Line Two() => new Line()
        .On("/voice/incoming", Room("caller", "action=\"/after\"")).On("/after", "")
        .On("/voice/counselor", Room("c1", "action=\"/counselor-after\"")).On("/counselor-after", "");
}
