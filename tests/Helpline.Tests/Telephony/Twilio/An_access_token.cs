using System.Buffers.Text;
using System.Text.Json.Nodes;
using Helpline.Server.Telephony.Twilio;

namespace Helpline.Tests.Telephony.Twilio;

public class An_access_token
{
    public static TheoryData<string> Tokens => [.. TwilioVectors.All.AccessTokens.Select(one => one.Name)];

    private static TwilioOptions Options(MadeToken made) => new()
    {
        AccountSid = made.Account,
        ApiKeySid = made.Key,
        ApiKeySecret = made.Secret,
        TwimlAppSid = made.App,
        Region = made.Region,
    };

    [Theory, MemberData(nameof(Tokens))]
    public void Claims_what_twilios_library_claims(string name)
    {
        var made = TwilioVectors.All.AccessTokens.Single(one => one.Name == name);
        var ours = AccessToken.Create(Options(made), made.Identity, DateTimeOffset.FromUnixTimeSeconds(made.Now)).Split('.');
        var theirs = made.Jwt.Split('.');

        Assert.True(JsonNode.DeepEquals(Decode(theirs[0]), Decode(ours[0])), $"header {Decode(ours[0])}");
        Assert.True(JsonNode.DeepEquals(Decode(theirs[1]), Decode(ours[1])), $"claims {Decode(ours[1])}");
    }

    [Fact]
    public void Is_signed_with_the_secret_of_the_api_key()
    {
        // The order of JSON members is free, so a signature is compared over the library's own bytes.
        var made = TwilioVectors.All.AccessTokens[0];
        var theirs = made.Jwt.Split('.');
        Assert.Equal(theirs[2], AccessToken.Sign($"{theirs[0]}.{theirs[1]}", made.Secret));

        var ours = AccessToken.Create(Options(made), made.Identity, DateTimeOffset.FromUnixTimeSeconds(made.Now)).Split('.');
        Assert.Equal(ours[2], AccessToken.Sign($"{ours[0]}.{ours[1]}", made.Secret));
    }

    [Fact]
    public void Lives_an_hour_and_lets_nobody_ring_the_browser()
    {
        var made = TwilioVectors.All.AccessTokens[0];
        var claims = Decode(AccessToken.Create(Options(made), "counselor2", DateTimeOffset.FromUnixTimeSeconds(made.Now)).Split('.')[1]);

        Assert.Equal(3600, (long)claims["exp"]! - (long)claims["iat"]!);
        Assert.Equal("counselor2", (string?)claims["grants"]!["identity"]);
        Assert.Null(claims["grants"]!["voice"]!["incoming"]);
    }

    [Fact]
    public void Cannot_be_made_without_an_api_key() =>
        Assert.Throws<InvalidOperationException>(() =>
            AccessToken.Create(new TwilioOptions { AccountSid = "AC1", AuthToken = "t" }, "counselor1", DateTimeOffset.UnixEpoch));

    private static JsonNode Decode(string part) => JsonNode.Parse(Base64Url.DecodeFromChars(part))!;
}
