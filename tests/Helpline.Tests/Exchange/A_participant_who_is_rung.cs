using System.Net;

namespace Helpline.Tests.Exchange;

public sealed class A_participant_who_is_rung : RestStory
{
    private const string Other = "+77010000002";

    [Fact]
    public async Task Joins_by_picking_up()
    {
        var counselor = await InTheRoom();
        var (status, added) = await Ring(("Label", "caller"), ("EndConferenceOnExit", "true"), ("EarlyMedia", "true"), ("Timeout", "30"),
            ("StatusCallback", $"{Line.Server}/progress"), ("StatusCallbackEvent", "initiated"), ("StatusCallbackEvent", "ringing"),
            ("StatusCallbackEvent", "answered"), ("StatusCallbackEvent", "completed"));
        Assert.Equal((HttpStatusCode.Created, "caller", true), (status, (string?)added["label"], (bool)added["end_conference_on_exit"]!));
        Assert.Equal((string?)added["conference_sid"], line.Exchange.Conferences.All.Single().Sid);
        var person = line.Exchange.Phone(Line.Number);
        await person.IsRung();
        Assert.Equal(["ringing", "connected"], (await People()).Select(p => (string)p!["status"]!).Order().Reverse());
        Assert.Equal((string?)added["call_sid"], person.CallSid);
        person.PicksUp();
        await person.IsTalkingTo("counselor1");
        await person.HangsUp();
        await counselor.IsHungUp();
        await line.Exchange.Quiet;
        Assert.Equal(["0 initiated", "1 ringing", "2 in-progress", "3 completed"],
            line.To("/progress").Select(a => $"{a["SequenceNumber"]} {(a["CallStatus"] == "queued" ? "initiated" : a["CallStatus"])}"));
        Assert.Equal(
            ["participant-join c1", "participant-join caller", "conference-start ", "participant-leave caller", "participant-leave c1", "conference-end "],
            line.To("/events").Select(e => $"{e["StatusCallbackEvent"]} {e["ParticipantLabel"]}"));
    }

    [Theory]
    [InlineData("busy")]
    [InlineData("no-answer")]
    public async Task Who_does_not_come_is_reported_and_the_others_stay(string status)
    {
        var counselor = await InTheRoom();
        await Ring(("Label", "caller"), ("Timeout", "20"), ("EndConferenceOnExit", "true"));
        var person = line.Exchange.Phone(Line.Number);
        await person.IsRung();
        if (status == "busy") person.IsBusy();
        else await person.DoesNotAnswer();
        await line.Exchange.Quiet;
        var left = line.To("/events")[^1];
        Assert.Equal(("participant-leave", "participant_add_failed", status), (left["StatusCallbackEvent"], left["ReasonParticipantLeft"], left["ParticipantCallStatus"]));
        Assert.True(counselor.IsConnected);
        Assert.Single(await People());
    }

    [Fact]
    public async Task Is_no_longer_rung_when_the_room_ends_or_the_place_is_taken_away()
    {
        var counselor = await InTheRoom();
        var room = line.Exchange.Conferences.All.Single();
        await Ring(("Label", "one"));
        await Ring(Other, ("Label", "two"));
        var (one, two) = (line.Exchange.Phone(Line.Number), line.Exchange.Phone(Other));
        await one.IsRung();
        await two.IsRung();
        await http.DeleteAsync($"Conferences/{room.Sid}/Participants/one.json", TestContext.Current.CancellationToken);
        await one.IsHungUp();
        Assert.Equal("canceled", one.Status);
        await Post($"Conferences/{room.Sid}.json", ("Status", "completed"));
        await two.IsHungUp();
        await counselor.IsHungUp();
        Assert.Equal("canceled", two.Status);
    }

    [Fact]
    public async Task Keeps_a_room_open_that_nobody_else_is_in()
    {
        line.On("/progress", "");
        var (_, added) = await Ring("client:counselor1", ("ConferenceStatusCallback", $"{Line.Server}/events"),
            ("ConferenceStatusCallbackEvent", "join leave end"));
        Assert.Equal("init", (string?)(await Get($"Conferences/{added["conference_sid"]}.json"))["status"]);
        var browser = line.Exchange.Browser("counselor1");
        await browser.IsRung();
        browser.PicksUp();
        await line.Exchange.Quiet;
        Assert.True(browser.IsConnected);
        await browser.HangsUp();
        await line.Exchange.Quiet;
        Assert.Equal(["participant-join", "participant-leave", "conference-end"], line.To("/events").Select(e => e["StatusCallbackEvent"]));
    }

    [Fact]
    public async Task May_come_muted_to_coach_one_call_only()
    {
        var counselor = await InTheRoom();
        Assert.Equal(13240, (int)(await Ring("client:lead", ("Coaching", "true"), ("CallSidToCoach", "CA0"))).Body["code"]!);
        var (_, added) = await Ring("client:lead", ("Coaching", "true"), ("CallSidToCoach", counselor.CallSid), ("Muted", "true"), ("StartConferenceOnEnter", "false"));
        Assert.Equal((true, true, counselor.CallSid), ((bool)added["muted"]!, (bool)added["coaching"]!, (string?)added["call_sid_to_coach"]));
        var lead = line.Exchange.Browser("lead");
        await lead.IsRung();
        lead.PicksUp();
        await line.Exchange.Quiet;
        Assert.True(line.Exchange.Conferences.All.Single().Find(lead.CallSid) is { HasJoined: true, Muted: true, Coaching: true });
        await Post($"Conferences/{added["conference_sid"]}/Participants/{lead.CallSid}.json", ("Coaching", "false"), ("Muted", "false"));
        var me = line.Exchange.Conferences.All.Single().Find(lead.CallSid)!;
        Assert.Equal((false, false, null), (me.Muted, me.Coaching, me.CoachedCall));
    }

    [Fact]
    public async Task Has_a_label_of_its_own()
    {
        await InTheRoom();
        Assert.Equal(16025, (int)(await Ring(("Label", "c1"))).Body["code"]!);
        Assert.Null(line.Exchange.Ringing(Line.Number));
    }

    [Fact]
    public async Task Hears_an_announcement_alone_and_to_its_end()
    {
        line.On("/words", "<Play>/clips/words-4.wav</Play>");
        var counselor = await InTheRoom();
        await Ring(("Label", "caller"));
        var person = line.Exchange.Phone(Line.Number);
        await person.IsRung();
        person.PicksUp();
        await person.IsTalkingTo("counselor1");
        var path = $"Conferences/{line.Exchange.Conferences.All.Single().Sid}/Participants/caller.json";
        await Post(path, ("AnnounceUrl", $"{Line.Server}/words"));
        await person.Hears("words-4");
        await Post(path, ("Muted", "true"));
        Assert.Equal("words-4", person.Hearing);
        Assert.Null(counselor.Hearing);
        await line.Elapse(4.1);
        Assert.Equal(["clips/words-4"], person.Transcript);
        Assert.Equal("announcement-end", line.To("/events")[^1]["StatusCallbackEvent"]);
    }

    [Fact]
    public async Task Cannot_be_rung_for_a_room_that_is_over()
    {
        var counselor = await InTheRoom();
        var room = line.Exchange.Conferences.All.Single().Sid;
        await counselor.HangsUp();
        var (status, error) = await Post($"Conferences/{room}/Participants.json", ("To", Line.Number), ("From", line.Options.LineNumber));
        Assert.Equal((HttpStatusCode.NotFound, 20404), (status, (int)error["code"]!));
    }

    private async Task<Helpline.Exchange.BrowserPhone> InTheRoom()
    {
        line.On("/progress", "").On("/voice/counselor",
            "<Dial><Conference participantLabel=\"c1\" waitUrl=\"\" statusCallback=\"/events\""
            + " statusCallbackEvent=\"start end join leave mute hold announcement\">room</Conference></Dial>");
        var counselor = line.Exchange.Browser("counselor1");
        await counselor.Connect("t");
        await line.Exchange.Quiet;
        return counselor;
    }

    private Task<(HttpStatusCode Status, System.Text.Json.Nodes.JsonNode Body)> Ring(params (string, string)[] more) => Ring(Line.Number, more);

    private Task<(HttpStatusCode Status, System.Text.Json.Nodes.JsonNode Body)> Ring(string to, params (string, string)[] more) =>
        Post("Conferences/room/Participants.json", [("To", to), ("From", line.Options.LineNumber), .. more]);

    private async Task<System.Text.Json.Nodes.JsonArray> People() =>
        (await Get($"Conferences/{line.Exchange.Conferences.All.Single().Sid}/Participants.json"))["participants"]!.AsArray();
}
