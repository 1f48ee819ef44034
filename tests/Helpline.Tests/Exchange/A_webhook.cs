using System.Net;
using Helpline.Exchange;

namespace Helpline.Tests.Exchange;

public class A_webhook
{
    private const string Token = "0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("12345", "https://example.com/myapp.php?foo=1&bar=2",
        "CallSid=CA1234567890ABCDE|Caller=+14158675310|Digits=1234|From=+14158675310|To=+18005551212", "L/OH5YylLD5NRKLltdqwSvS0BnU=")]
    [InlineData(Token, "https://helpline.example.org/twilio/voice/incoming",
        "AccountSid=AC00000000000000000000000000000001|ApiVersion=2010-04-01|CallSid=CA00000000000000000000000000000001|CallStatus=ringing"
        + "|Called=+77172000000|Caller=+77010000001|Direction=inbound|From=+77010000001|To=+77172000000|CallerCity=|FromCountry=KZ",
        "vwSaV8g/MctBHf7p/NF0u/oVz7c=")]
    [InlineData(Token, "https://helpline.example.org/twilio/voice/lang?attempt=1&lang=kk",
        "AccountSid=AC00000000000000000000000000000001|CallSid=CA00000000000000000000000000000001|Digits=2|FinishedOnKey=|msg=Gather End"
        + "|CallerName=Әйгерім Ә.|From=+77010000001|To=+77172000000", "ZKjzXh++WPH4nFKu1BxHlpxcEqo=")]
    [InlineData(Token, "https://helpline.example.org/twilio/x", "B=b|B=a|B=b|a=1|A=2", "mowvsv7VvRwhrKTTHVdyMU/Xua8=")]
    [InlineData(Token, "https://helpline.example.org/twilio/wait?CallSid=CA1&QueuePosition=3", "", "YRNp3YJZxweBk+2xDER43XE7RZY=")]
    [InlineData(Token, "https://helpline.example.org/twilio/status",
        "CallSid=CA00000000000000000000000000000001|CallStatus=completed", "Hdb32NHYdnn7GOhBgGlhcHjFa/4=")]
    [InlineData(Token, "https://helpline.example.org:8443/twilio/status",
        "CallSid=CA00000000000000000000000000000001|CallStatus=completed", "ez2/yUCUTO8mYlSaL8bFTG6rRy4=")]
    [InlineData(Token, "https://helpline.example.org:443/twilio/status",
        "CallSid=CA00000000000000000000000000000001|CallStatus=completed", "WmDz9OncMhdrRW3CqC2ZPf7RVTo=")]
    public void Is_signed_as_the_provider_signs_it(string token, string url, string form, string signature)
    {
        var fields = form.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=', 2)).Select(f => KeyValuePair.Create(f[0], f[1]));
        Assert.Equal(signature, Signature.Of(token, url, fields));
    }

    [Theory]
    [InlineData("https://helpline.example.org:8443/a?b=c#rc=2", "https://helpline.example.org/a?b=c")]
    [InlineData("http://localhost:5080/a", "http://localhost:5080/a")]
    [InlineData("https://user:word@helpline.example.org/a", "https://helpline.example.org/a")]
    public void Is_signed_over_the_address_without_fragment_user_and_secure_port(string url, string signed) =>
        Assert.Equal(signed, Signature.Address(new Uri(url)));

    [Fact]
    public async Task Carries_every_standard_parameter_and_a_signature_over_all_of_them()
    {
        var line = new Line().On("/voice/incoming", "<Hangup/>");
        await line.Rings();
        var first = line.To("/voice/incoming").Single();
        Assert.Equal("ringing", first["CallStatus"]);
        Assert.Equal((Line.Number, Line.Number), (first["From"], first["Caller"]));
        Assert.Equal(line.Options.LineNumber, first["To"]);
        Assert.Equal("", first["CallerCity"]);
        Assert.Equal("KZ", first["FromCountry"]);
        Assert.Equal("inbound", first["Direction"]);
        Assert.Equal("TwilioProxy/1.1", first.Header("User-Agent"));
        Assert.NotNull(first.Header("I-Twilio-Idempotency-Token"));
        Assert.Equal(Signature.Of(line.Options.AuthToken, $"{Line.Server}/voice/incoming", first.Form), first.Header("X-Twilio-Signature"));
    }

    [Fact]
    public async Task Does_not_tell_a_number_that_is_withheld()
    {
        var line = new Line().On("/voice/incoming", "<Hangup/>");
        await line.Exchange.Caller(Line.Number).Ring(withheld: true);
        Assert.Equal("anonymous", line.To("/voice/incoming").Single()["From"]);
        Assert.DoesNotContain(line.Asked.SelectMany(a => a.Form.Values), v => v.Contains(Line.Number, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_asked_by_GET_with_its_form_in_the_query_and_signed_over_that()
    {
        var line = new Line().On("/voice/incoming", "<Redirect method=\"GET\">/next?a=1</Redirect>").On("/next", "<Hangup/>");
        await line.Rings();
        var next = line.To("/next").Single();
        var url = next.Request.RequestUri!.AbsoluteUri;
        Assert.StartsWith($"{Line.Server}/next?a=1&CallSid=CA", url, StringComparison.Ordinal);
        Assert.Equal(Signature.Of(line.Options.AuthToken, url, []), next.Header("X-Twilio-Signature"));
    }

    [Fact]
    public async Task Goes_to_the_fallback_address_with_the_error_when_the_server_fails()
    {
        var line = new Line().On("/voice/incoming", HttpStatusCode.InternalServerError).On("/voice/fallback", "<Play>/clips/sorry-2.wav</Play>");
        var caller = await line.Rings();
        await caller.Hears("sorry-2");
        var fallback = line.To("/voice/fallback").Single();
        Assert.Equal("11200", fallback["ErrorCode"]);
        Assert.Equal($"{Line.Server}/voice/incoming", fallback["ErrorUrl"]);
    }

    [Fact]
    public async Task Ends_the_call_when_the_fallback_address_fails_too()
    {
        var line = new Line().On("/voice/incoming", HttpStatusCode.NotFound).On("/voice/fallback", HttpStatusCode.BadGateway);
        var caller = await line.Rings();
        Assert.Equal("failed", caller.Status);
        Assert.Contains(line.Errors, e => e.Contains("application error", StringComparison.Ordinal));
        await line.Exchange.Quiet;
        Assert.Equal("failed", line.To("/voice/status").Single()["CallStatus"]);
    }

    [Fact]
    public async Task Is_given_up_after_fifteen_seconds()
    {
        var line = new Line().On("/voice/incoming", async _ =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan);
            return new HttpResponseMessage();
        }).On("/voice/fallback", "<Hangup/>");
        var caller = line.Exchange.Caller(Line.Number);
        var ringing = caller.Ring();
        while (line.Asked.Count == 0) await Task.Yield();
        line.Clock.Advance(TimeSpan.FromSeconds(14.9));
        Assert.False(ringing.IsCompleted);
        line.Clock.Advance(TimeSpan.FromSeconds(0.2));
        await ringing;
        await caller.IsHungUp();
        Assert.Single(line.To("/voice/fallback"));
        Assert.Equal(15, caller.LongestGap.TotalSeconds, 0.2);
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("#rc=3", 4)]
    [InlineData("#rc=0", 1)]
    [InlineData("#rp=5xx", 1)]
    public async Task Is_tried_again_with_the_same_token_when_there_is_no_connection(string overrides, int tries)
    {
        var line = new Line().On("/voice/incoming", _ => Task.FromException<HttpResponseMessage>(new HttpRequestException("refused"))).On("/voice/fallback", "<Hangup/>");
        line.Options.IncomingUrl = new Uri($"{Line.Server}/voice/incoming{overrides}");
        await line.Rings();
        Assert.Equal(tries, line.To("/voice/incoming").Count);
        Assert.Single(line.To("/voice/incoming").Select(a => a.Header("I-Twilio-Idempotency-Token")).Distinct());
        Assert.Equal("11205", line.To("/voice/fallback").Single()["ErrorCode"]);
    }

    [Fact]
    public async Task Is_not_followed_elsewhere() =>
        Assert.Contains("follows none", (await Failing(HttpStatusCode.Redirect)).Single(), StringComparison.Ordinal);

    private static async Task<IEnumerable<string>> Failing(HttpStatusCode status)
    {
        var line = new Line().On("/voice/incoming", status).On("/voice/fallback", "<Hangup/>");
        await line.Rings();
        return line.Errors;
    }
}
