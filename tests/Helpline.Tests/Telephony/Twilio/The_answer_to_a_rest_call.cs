using Helpline.Server.Telephony.Twilio;
using static Helpline.Tests.Telephony.Twilio.ScriptedTwilio;

namespace Helpline.Tests.Telephony.Twilio;

public class The_answer_to_a_rest_call
{
    private const string Leg = "CA00000000000000000000000000000001";
    private const string Number = "+77010000001";
    private static readonly Uri Join = new("https://helpline.example.org/voice/join?seq=1&b=2#rc=1");

    private static Task<TwilioReply> Move(TwilioApi api) => api.Redirect(Leg, Join, TestContext.Current.CancellationToken);

    private static Task<TwilioReply> Look(TwilioApi api) => api.Find(Leg, TestContext.Current.CancellationToken);

    private static Task<TwilioReply> Kick(TwilioApi api) => api.Kick("CF1", Leg, TestContext.Current.CancellationToken);

    [Theory]
    [InlineData(400, """{"code":21220,"message":"Call is not in-progress. Cannot redirect.","status":400}""")]
    [InlineData(404, """{"code":20404,"message":"The requested resource was not found","status":404}""")]
    [InlineData(404, "")]
    public async Task For_a_call_that_is_over_says_so(int status, string body)
    {
        var twilio = new ScriptedTwilio(Answers(status, body));

        Assert.IsType<TwilioReply.Gone>(await twilio.Hears(Move));
        Assert.Single(twilio.Requests);
    }

    [Theory]
    [InlineData(400, """{"code":21211,"message":"Invalid 'To' Phone Number: +77010000001"}""", 21211)]
    [InlineData(401, """{"code":20003,"message":"Authenticate"}""", 20003)]
    [InlineData(403, "<html>", 403)]
    [InlineData(302, "", 302)]
    public async Task Refused_is_told_by_its_code(int status, string body, int code)
    {
        var twilio = new ScriptedTwilio(Answers(status, body));

        var refused = Assert.IsType<TwilioReply.Refused>(await twilio.Hears(Move));
        Assert.Equal(code, refused.Code);
        Assert.Single(twilio.Requests);
        Assert.DoesNotContain("7701", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, "<html>", typeof(TwilioReply.Unknown))]
    [InlineData(200, """{"sid":""", typeof(TwilioReply.Unknown))]
    [InlineData(204, "", typeof(TwilioReply.Ok))]
    public async Task Is_done_only_when_twilio_says_so(int status, string body, Type reply) =>
        Assert.IsType(reply, await new ScriptedTwilio(Answers(status, body)).Hears(Kick));

    [Fact]
    public async Task Tells_how_a_call_ended()
    {
        var reply = Assert.IsType<TwilioReply.Ok>(await new ScriptedTwilio(Answers(200, $$"""
            {"sid":"{{Leg}}","status":"completed","duration":"75","from":"{{Number}}",
             "start_time":"Tue, 31 Aug 2010 20:36:28 +0000","end_time":"Tue, 31 Aug 2010 20:37:43 +0000"}
            """)).Hears(Look));

        var call = TwilioCall.From(reply.Json);
        Assert.True(call.IsOver);
        Assert.Equal(TimeSpan.FromSeconds(75), call.Duration);
        Assert.Equal(call.Duration, call.EndTime - call.StartTime);
        Assert.DoesNotContain("7701", reply.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_of_a_call_that_goes_on()
    {
        var reply = Assert.IsType<TwilioReply.Ok>(await new ScriptedTwilio(Answers(200, """
            {"sid":"CA1","status":"in-progress","duration":null,"start_time":"Tue, 31 Aug 2010 20:36:28 +0000","end_time":null}
            """)).Hears(Look));

        Assert.Equal(new TwilioCall("CA1", "in-progress", new(2010, 8, 31, 20, 36, 28, DateTimeKind.Utc), null, null), TwilioCall.From(reply.Json));
        Assert.False(TwilioCall.From(reply.Json).IsOver);
    }

    [Fact]
    public async Task Tells_who_is_in_a_conference()
    {
        var rooms = Assert.IsType<TwilioReply.Ok>(await new ScriptedTwilio(Answers(200, """
            {"conferences":[{"sid":"CF1","friendly_name":"hv-1","status":"completed"},{"sid":"CF2","friendly_name":"hv-1","status":"in-progress"}]}
            """)).Hears(api => api.FindConferences("hv-1", stop: TestContext.Current.CancellationToken)));
        var people = Assert.IsType<TwilioReply.Ok>(await new ScriptedTwilio(Answers(200, """
            {"participants":[{"call_sid":"CA1","label":"caller","status":"connected","muted":false,"hold":true},{"call_sid":"CA2","label":null,"status":"connected","muted":true,"hold":false}]}
            """)).Hears(api => api.Participants("CF2", TestContext.Current.CancellationToken)));

        Assert.Equal([new("CF1", "hv-1", "completed"), new("CF2", "hv-1", "in-progress")], TwilioConference.ListFrom(rooms.Json));
        Assert.Equal([new("CA1", "caller", "connected", false, true), new("CA2", null, "connected", true, false)], TwilioParticipant.ListFrom(people.Json));
    }

    [Fact]
    public async Task Brings_a_recording_as_it_is()
    {
        byte[] sound = [82, 73, 70, 70, 0, 255];
        var heard = Array.Empty<byte>();
        var twilio = new ScriptedTwilio(Answers(503), _ => Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent(sound) }));

        Assert.IsType<TwilioReply.Ok>(await twilio.Hears(async api =>
        {
            (var reply, heard) = await api.Listen("RE1", TestContext.Current.CancellationToken);
            return reply;
        }));
        Assert.Equal(sound, heard);
        Assert.EndsWith("/Recordings/RE1.wav", twilio.Requests[^1].Url.AbsolutePath, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, typeof(TwilioReply.Gone))]
    [InlineData(401, typeof(TwilioReply.Refused))]
    public async Task Brings_nothing_of_a_recording_that_is_not_there(int status, Type expected) => Assert.IsType(expected,
        await new ScriptedTwilio(Answers(status)).Hears(async api =>
        {
            var (reply, wav) = await api.Listen("RE1", TestContext.Current.CancellationToken);
            Assert.Empty(wav);
            return reply;
        }));
}
