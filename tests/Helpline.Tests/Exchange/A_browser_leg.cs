using Helpline.Exchange;

namespace Helpline.Tests.Exchange;

public class A_browser_leg
{
    private const string Decoded =
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCIsImN0eSI6InR3aWxpby1mcGE7dj0xIn0";

    [Fact]
    public async Task Brings_its_identity_and_its_parameters_as_plain_fields()
    {
        var line = new Line().On("/voice/counselor", "<Pause length=\"60\"/>");
        var browser = line.Exchange.Browser("counselor1");
        await browser.Connect([new("ticket", "abc"), new("other", "ә")]);
        var asked = line.To("/voice/counselor").Single();
        Assert.Equal(("client:counselor1", "client:counselor1", ""), (asked["From"], asked["Caller"], asked["To"]));
        Assert.Equal(("abc", "ә"), (asked["ticket"], asked["other"]));
        Assert.Equal(Signature.Of(line.Options.AuthToken, $"{Line.Server}/voice/counselor", asked.Form), asked.Header("X-Twilio-Signature"));
        Assert.True(browser.IsConnected);
    }

    [Fact]
    public async Task Has_no_fallback_unless_the_app_has_one()
    {
        var line = new Line();
        var browser = line.Exchange.Browser("counselor1");
        await browser.Connect("abc");
        Assert.Equal("failed", browser.Status);
        Assert.Empty(line.To("/voice/fallback"));
        Assert.Empty(line.To("/voice/status"));
    }

    [Fact]
    public async Task Is_told_about_at_its_end_when_the_app_wants_to_know()
    {
        var line = new Line().On("/voice/counselor", "<Pause length=\"60\"/>");
        line.Options.AppStatusUrl = new Uri($"{Line.Server}/voice/status");
        var browser = line.Exchange.Browser("counselor1");
        await browser.Connect("abc");
        await browser.HangsUp();
        Assert.Equal("completed", line.To("/voice/status").Single()["CallStatus"]);
    }

    [Fact]
    public async Task Connects_with_a_token_of_its_own_only()
    {
        var line = new Line();
        var token = line.Exchange.IssueToken("counselor1");
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => line.Exchange.Browser("counselor2", token).Connect("abc"));
        Assert.Contains("counselor1's", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_refused_with_a_token_that_is_expired_foreign_forged_or_none()
    {
        var line = new Line();
        var good = line.Exchange.IssueToken("counselor1", TimeSpan.FromMinutes(10));
        Assert.Equal("counselor1", Read(line, good).Identity);
        Assert.Equal(20101, Read(line, good[..^2] + "AA").Code);
        Assert.Equal(20101, Read(line, null).Code);
        Assert.Equal(20101, Read(line, "a.b.c").Code);
        Assert.Equal(20101, Read(line, new Line().Exchange.IssueToken("counselor1")).Code);
        Assert.Equal(20101, Read(line, line.Exchange.IssueToken("counselor 1")).Code);
        Assert.Equal(20101, Read(line, line.Exchange.IssueToken("counselor1", TimeSpan.FromDays(2))).Code);
        line.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(20104, Read(line, good).Code);
    }

    [Fact]
    public void Is_known_by_the_provider_s_own_token()
    {
        // The published example: made by another library, nbf and all.
        var options = new ExchangeOptions
        {
            AccountSid = "AC00000000000000000000000000000001",
            ApiKeySid = "SK00000000000000000000000000000002",
            ApiKeySecret = "secret-for-test-only-0123456789ab",
            TwimlAppSid = "AP00000000000000000000000000000003",
        };
        const string payload = """{"jti":"SK00000000000000000000000000000002-1700000000","grants":{"identity":"counselor_42","voice":{"incoming":{"allow":true},"outgoing":{"application_sid":"AP00000000000000000000000000000003","params":{"role":"counselor"}},"push_credential_sid":"CR00000000000000000000000000000004"}},"nbf":1700000000,"iat":1700000000,"exp":1700003600,"iss":"SK00000000000000000000000000000002","sub":"AC00000000000000000000000000000001"}""";
        var body = System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(payload));
        var read = AccessToken.Read(options, $"{Decoded}.{body}.Qc8zuch4RwaX9uzz9yC1CjXkYBoR830AQ6a40nIKp_g", DateTimeOffset.FromUnixTimeSeconds(1700000001));
        Assert.Equal(("counselor_42", 0, ""), read);
    }

    private static (string? Identity, int Code, string Why) Read(Line line, string? token) =>
        AccessToken.Read(line.Options, token, line.Clock.GetUtcNow());
}
