using System.Net;
using System.Text;
using Helpline.Server.Telephony.Twilio;
using static Helpline.Tests.Telephony.Twilio.ScriptedTwilio;

namespace Helpline.Tests.Telephony.Twilio;

public class A_rest_call
{
    private const string Leg = "CA00000000000000000000000000000001";
    private const string Number = "+77010000001";
    private static readonly Uri Join = new("https://helpline.example.org/voice/join?seq=1&b=2#rc=1");

    private static Task<TwilioReply> Move(TwilioApi api) => api.Redirect(Leg, Join, TestContext.Current.CancellationToken);

    private static Task<TwilioReply> Look(TwilioApi api) => api.Find(Leg, TestContext.Current.CancellationToken);

    private static Task<TwilioReply> Kick(TwilioApi api) => api.Kick("CF1", Leg, TestContext.Current.CancellationToken);

    [Fact]
    public async Task Says_who_we_are_and_what_to_do()
    {
        var twilio = new ScriptedTwilio(Answers(200));

        Assert.IsType<TwilioReply.Ok>(await twilio.Hears(Move));

        var sent = Assert.Single(twilio.Requests);
        Assert.Equal("POST", sent.Method);
        Assert.Equal($"https://twilio.example/rest/2010-04-01/Accounts/{Account}/Calls/{Leg}.json", sent.Url.AbsoluteUri);
        Assert.Equal("Basic " + Convert.ToBase64String("SK00000000000000000000000000000002:secret"u8), sent.Authorization);
        Assert.Equal("Url=https%3A%2F%2Fhelpline.example.org%2Fvoice%2Fjoin%3Fseq%3D1%26b%3D2%23rc%3D1&Method=POST", sent.Body);
    }

    [Fact]
    public async Task Uses_the_account_token_when_there_is_no_api_key()
    {
        var twilio = new ScriptedTwilio(Answers(200));
        twilio.Settings.Remove("Twilio:ApiKeySid");
        twilio.Settings.Remove("Twilio:ApiKeySecret");

        await twilio.Hears(Move);

        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Account}:token")), twilio.Requests.Single().Authorization);
    }

    [Fact]
    public async Task Turned_away_for_haste_is_repeated()
    {
        var twilio = new ScriptedTwilio(Answers(429, """{"code":20429}"""), Answers(429), Answers(200));

        Assert.IsType<TwilioReply.Ok>(await twilio.Hears(Move));
        Assert.Equal(3, twilio.Requests.Count);
        Assert.Single(twilio.Requests.Distinct());
        Assert.InRange(twilio.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Turned_away_again_and_again_was_not_taken()
    {
        var twilio = new ScriptedTwilio(Answers(429));

        Assert.IsType<TwilioReply.NotTaken>(await twilio.Hears(Move));
        Assert.Equal(4, twilio.Requests.Count);
    }

    [Fact]
    public async Task Waits_as_long_as_it_is_asked_to()
    {
        var twilio = new ScriptedTwilio(Answers(429, retryAfter: "2"), Answers(200));

        Assert.IsType<TwilioReply.Ok>(await twilio.Hears(Move));
        Assert.InRange(twilio.Elapsed, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2.5));
    }

    [Fact]
    public async Task Asked_to_wait_too_long_is_given_back_at_once()
    {
        var twilio = new ScriptedTwilio(Answers(429, retryAfter: "60"), Answers(200));

        Assert.Equal(new TwilioReply.NotTaken(TimeSpan.FromMinutes(1)), await twilio.Hears(Move));
        Assert.Single(twilio.Requests);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    public async Task That_found_no_connection_is_repeated(HttpRequestError error)
    {
        var twilio = new ScriptedTwilio(Fails(error), Answers(200));

        Assert.IsType<TwilioReply.Ok>(await twilio.Hears(Move));
        Assert.Equal(2, twilio.Requests.Count);
    }

    [Fact]
    public async Task That_never_finds_a_connection_was_not_taken()
    {
        var twilio = new ScriptedTwilio(Fails(HttpRequestError.ConnectionError));

        Assert.IsType<TwilioReply.NotTaken>(await twilio.Hears(Move));
        Assert.Equal(4, twilio.Requests.Count);
    }

    [Fact]
    public async Task That_changes_something_and_gets_no_answer_is_sent_once()
    {
        var twilio = new ScriptedTwilio(Silence, Answers(200));

        Assert.IsType<TwilioReply.Unknown>(await twilio.Hears(Move));
        Assert.Single(twilio.Requests);
        Assert.InRange(twilio.Elapsed, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5.5));
    }

    [Theory]
    [InlineData(HttpRequestError.ResponseEnded)]
    [InlineData(HttpRequestError.InvalidResponse)]
    [InlineData(HttpRequestError.Unknown)]
    public async Task That_changes_something_and_is_cut_off_is_sent_once(HttpRequestError error)
    {
        var twilio = new ScriptedTwilio(Fails(error), Answers(200));

        Assert.IsType<TwilioReply.Unknown>(await twilio.Hears(Move));
        Assert.Single(twilio.Requests);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task That_changes_something_and_breaks_twilio_is_sent_once(int status)
    {
        var twilio = new ScriptedTwilio(Answers(status), Answers(200));

        Assert.IsType<TwilioReply.Unknown>(await twilio.Hears(Move));
        Assert.Single(twilio.Requests);
    }

    [Fact]
    public async Task Whose_answer_stalls_half_way_is_sent_once()
    {
        var twilio = new ScriptedTwilio(_ => Task.FromResult(new HttpResponseMessage { Content = new StalledContent() }));

        Assert.IsType<TwilioReply.Unknown>(await twilio.Hears(Move));
        Assert.Single(twilio.Requests);
        Assert.InRange(twilio.Elapsed, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5.5));
    }

    [Fact]
    public async Task That_only_looks_is_repeated_whatever_went_wrong()
    {
        var twilio = new ScriptedTwilio(Answers(503), Silence, Fails(HttpRequestError.ResponseEnded), Answers(200));

        Assert.IsType<TwilioReply.Ok>(await twilio.Hears(Look));
        Assert.Equal(4, twilio.Requests.Count);
    }

    [Fact]
    public async Task That_kicks_is_repeated_and_finds_the_leg_gone()
    {
        var twilio = new ScriptedTwilio(Silence, Answers(404, """{"code":20404,"status":404}"""));

        Assert.IsType<TwilioReply.Gone>(await twilio.Hears(Kick));
        Assert.Equal(2, twilio.Requests.Count);
    }

    [Fact]
    public async Task Is_over_after_twelve_seconds()
    {
        var twilio = new ScriptedTwilio(Silence);

        Assert.IsType<TwilioReply.Unknown>(await twilio.Hears(Look));
        Assert.InRange(twilio.Elapsed, TimeSpan.FromSeconds(11), TimeSpan.FromSeconds(12.5));
    }

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

    [Fact]
    public async Task That_nobody_waits_for_any_more_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var twilio = new ScriptedTwilio(async token =>
        {
            await stop.CancelAsync();
            return await Silence(token);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => twilio.Hears(api => api.Find(Leg, stop.Token)));
    }

    [Fact]
    public async Task Writes_no_number_and_no_leg_into_the_log()
    {
        var twilio = new ScriptedTwilio(Answers(429), Fails(HttpRequestError.ConnectionError), Answers(500, $$"""{"message":"{{Number}}"}"""));

        var call = new NewCall(Number, Number, Join);
        await twilio.Hears(api => api.Call(call, TestContext.Current.CancellationToken));
        await twilio.Hears(api => api.Redirect(Leg, Join, TestContext.Current.CancellationToken));

        Assert.Contains(twilio.Log.Lines, line => line.Text.Contains("OnRetry", StringComparison.Ordinal));
        Assert.DoesNotContain(twilio.Log.Lines, line => line.Text.Contains("7701", StringComparison.Ordinal) || line.Text.Contains(Leg, StringComparison.Ordinal));
        Assert.DoesNotContain("7701", $"{call} {new NewParticipant(Number, Number)} {new NewMessage(Number, Number, Number)}", StringComparison.Ordinal);
    }

    private sealed class StalledContent : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, default);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            await stream.WriteAsync("{"u8.ToArray(), cancellationToken);
            await Silence(cancellationToken);
        }

        protected override bool TryComputeLength(out long length) => (length = 0) != 0;
    }
}
