using Helpline.Exchange;

namespace Helpline.Tests.Exchange;

public class A_document
{
    private static readonly Uri Url = new("https://helpline.example.org/voice/incoming#rc=2");

    [Theory]
    [InlineData("<Say>hello</Say>", "unknown verb <Say>")]
    [InlineData("<play>/a.wav</play>", "unknown verb <play>")]
    [InlineData("<Play volume=\"1\">/a.wav</Play>", "<Play> has no attribute \"volume\"")]
    [InlineData("<Play/>", "needs an http or https address")]
    [InlineData("<Play>ftp://a/b.wav</Play>", "needs an http or https address")]
    [InlineData("<Play loop=\"often\">/a.wav</Play>", "must be a number from 0 to 1000")]
    [InlineData("<Pause length=\"-1\"/>", "must be a number")]
    [InlineData("<Gather numDigits=\"0\"/>", "must be a number from 1")]
    [InlineData("<Gather input=\"speech\"/>", "must be dtmf")]
    [InlineData("<Gather><Hangup/></Gather>", "<Hangup> is not allowed in <Gather>")]
    [InlineData("<Gather>1</Gather>", "text it cannot use")]
    [InlineData("<Enqueue/>", "needs a queue's name")]
    [InlineData("<Enqueue waitUrl=\"/a b\">q</Enqueue>", "must be an http or https address")]
    [InlineData("<Leave/>", "<Leave> is not allowed here (Call)")]
    [InlineData("<Dial>+77010000002</Dial>", "text it cannot use")]
    [InlineData("<Dial/>", "<Dial> needs one")]
    [InlineData("<Dial><Number>12</Number></Dial>", "needs a number like")]
    [InlineData("<Dial><Number extension=\"1\">+77010000001</Number></Dial>", "<Number> has no attribute \"extension\"")]
    [InlineData("<Dial><Client>a b</Client></Dial>", "needs an identity")]
    [InlineData("<Dial><Client><Identity>a</Identity><Name>b</Name></Client></Dial>", "takes no <Name>")]
    [InlineData("<Dial><Sip>sip:a@b</Sip></Dial>", "cannot reach <Sip>")]
    [InlineData("<Dial><Conference>r</Conference><Number>+77010000001</Number></Dial>", "needs one <Conference>, or 1 to 10")]
    [InlineData("<Dial><Number statusCallbackEvent=\"over\">+77010000001</Number></Dial>", "over")]
    [InlineData("<Record finishOnKey=\"x\"/>", "must be keys or empty")]
    [InlineData("<Record transcribe=\"true\"/>", "must be false")]
    [InlineData("<Record recordingStatusCallbackEvent=\"done\"/>", "done")]
    [InlineData("<Record>name</Record>", "must be empty")]
    [InlineData("<Dial><Conference beep=\"loud\">r</Conference></Dial>", "must be true or false or onEnter or onExit")]
    [InlineData("<Dial><Conference statusCallbackEvent=\"join part\">r</Conference></Dial>", "part")]
    [InlineData("<Pause/><Reject/>", "must be the first verb")]
    [InlineData("<Hangup>now</Hangup>", "must be empty")]
    [InlineData("hello", "text it cannot use")]
    [InlineData("<Redirect method=\"PUT\">/a</Redirect>", "must be GET or POST")]
    public void With_anything_unknown_is_refused(string verbs, string complaint) =>
        Assert.Contains(complaint, string.Join("; ", Read(verbs, Place.Call).Errors), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("<Response>")]
    [InlineData("<Reply/>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><Response/>")]
    public void That_is_no_TwiML_is_refused(string xml) => Assert.NotEmpty(TwiMlReader.Read(xml, Url, Place.Call).Errors);

    [Theory]
    [InlineData(Place.QueueWait, "<Enqueue>q</Enqueue>")]
    [InlineData(Place.QueueWait, "<Dial><Conference>r</Conference></Dial>")]
    [InlineData(Place.ConferenceWait, "<Gather/>")]
    [InlineData(Place.ConferenceWait, "<Leave/>")]
    [InlineData(Place.ConferenceWait, "<Record/>")]
    [InlineData(Place.Screening, "<Dial><Number>+77010000001</Number></Dial>")]
    internal void For_waiting_has_fewer_verbs(Place place, string verbs) => Assert.NotEmpty(Read(verbs, place).Errors);

    [Fact]
    public void With_everything_in_order_is_read_whole()
    {
        var document = Read(
            """
            <!-- all that is known -->
            <Gather input="dtmf" action="/voice/language?try=1#rt=3000" method="POST" timeout="6" numDigits="1" finishOnKey="" actionOnEmptyResult="true">
              <Play loop="2">../prompts/kk/welcome.wav</Play><Pause length="2"/>
            </Gather>
            <Enqueue action="exit" waitUrl="/voice/wait" waitUrlMethod="GET" maxQueueSize="9">helpline</Enqueue>
            <Dial action="/after" timeLimit="60" answerOnBridge="true"><Conference startConferenceOnEnter="false" endConferenceOnExit="true" beep="false"
              waitUrl="" jitterBufferSize="small" participantLabel="caller" statusCallback="/events" statusCallbackEvent="start end join leave mute hold modify"
              statusCallbackMethod="POST">hv-1</Conference></Dial>
            <Redirect method="GET">https://other.example.org/x?a=1&amp;b=2</Redirect>
            """, Place.Call);
        Assert.Empty(document.Errors);
        var gather = Assert.IsType<Gather>(document.Verbs[0]);
        Assert.Equal("https://helpline.example.org/voice/language?try=1#rt=3000", gather.Action!.AbsoluteUri);
        Assert.Equal("https://helpline.example.org/prompts/kk/welcome.wav", Assert.IsType<Play>(gather.Prompts[0]).Clip!.AbsoluteUri);
        var enqueue = Assert.IsType<Enqueue>(document.Verbs[1]);
        Assert.Equal("https://helpline.example.org/voice/exit", enqueue.Action!.AbsoluteUri);
        Assert.Equal(("helpline", HttpMethod.Get, 9), (enqueue.Queue, enqueue.WaitMethod, enqueue.MaxSize));
        var room = Assert.IsType<Room>(Assert.IsType<Dial>(document.Verbs[2]).To);
        Assert.Equal((false, true, "caller", (Uri?)null), (room.StartOnEnter, room.EndOnExit, room.Label, room.WaitUrl));
        Assert.Equal("https://other.example.org/x?a=1&b=2", Assert.IsType<Redirect>(document.Verbs[3]).Url.AbsoluteUri);
    }

    [Fact]
    public async Task That_is_refused_sends_the_call_to_the_fallback_and_shows_why()
    {
        var line = new Line().On("/voice/incoming", "<Say>hello</Say>").On("/voice/fallback", "<Hangup/>");
        await line.Rings();
        Assert.Equal("12100", line.To("/voice/fallback").Single()["ErrorCode"]);
        Assert.Contains("12100 unknown verb <Say>", line.Errors);
    }

    [Fact]
    public async Task Of_a_wrong_media_type_is_refused()
    {
        var line = new Line().On("/voice/incoming", _ => Task.FromResult(Line.TwiMl("<Response/>", "text/plain"))).On("/voice/fallback", "<Hangup/>");
        await line.Rings();
        Assert.Equal("12300", line.To("/voice/fallback").Single()["ErrorCode"]);
    }

    [Fact]
    public async Task That_leads_back_to_itself_without_a_pause_ends_the_call()
    {
        var line = new Line().On("/voice/incoming", "<Redirect>/voice/incoming</Redirect>");
        var caller = await line.Rings();
        await caller.IsHungUp();
        Assert.Contains(line.Errors, e => e.Contains("loop", StringComparison.Ordinal));
    }

    private static TwiMlDocument Read(string verbs, Place place) => TwiMlReader.Read($"<Response>{verbs}</Response>", Url, place);
}
