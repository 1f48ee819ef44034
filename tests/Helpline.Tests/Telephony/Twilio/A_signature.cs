using System.Text;
using Helpline.Server.Telephony.Twilio;

namespace Helpline.Tests.Telephony.Twilio;

public class A_signature
{
    private const string Token = "0123456789abcdef0123456789abcdef";
    private const string Status = "https://helpline.example.org/voice/status";
    private static readonly KeyValuePair<string, string>[] Ended =
        [new("CallSid", "CA00000000000000000000000000000001"), new("CallStatus", "completed")];

    public static TheoryData<string> Requests => [.. TwilioVectors.All.Requests.Select(one => one.Name)];

    public static TheoryData<string> Bodies => [.. TwilioVectors.All.Bodies.Select(one => one.Name)];

    [Theory, MemberData(nameof(Requests))]
    public void Is_the_one_that_twilios_library_makes(string name)
    {
        var request = TwilioVectors.All.Requests.Single(one => one.Name == name);

        Assert.Equal(request.Signature, TwilioSignature.Sign(request.Token, request.Signed, request.Fields));
    }

    [Theory, MemberData(nameof(Requests))]
    public void Is_accepted_or_refused_as_by_twilios_library(string name)
    {
        var request = TwilioVectors.All.Requests.Single(one => one.Name == name);

        Assert.Equal(request.Valid, TwilioSignature.IsValid(request.Signature, request.Url, request.Fields, [request.CheckedWith]));
    }

    [Theory, MemberData(nameof(Bodies))]
    public void Of_a_json_body_covers_its_hash(string name)
    {
        var request = TwilioVectors.All.Bodies.Single(one => one.Name == name);

        Assert.Equal(request.Valid, TwilioSignature.IsValidBody(request.Signature, request.Url, Encoding.UTF8.GetBytes(request.Body), [request.Token]));
    }

    [Fact]
    public void Of_a_json_body_without_a_hash_is_refused() =>
        Assert.False(TwilioSignature.IsValidBody(TwilioSignature.Sign(Token, Status, []), Status, "{}"u8, [Token]));

    // Vectors of another origin than the file's.
    [Theory]
    [InlineData("12345", "https://mycompany.com/myapp.php?foo=1&bar=2", "+14158675309", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("12345", "https://mycompany.com/myapp.php?foo=1&bar=2", "+12349013030", "0/KCTR6DLpKmkAf8muzZqo1nDgQ=")]
    public void Is_the_published_one(string token, string url, string caller, string signature) =>
        Assert.Equal(signature, TwilioSignature.Sign(token, url,
            [new("CallSid", "CA1234567890ABCDE"), new("Caller", caller), new("Digits", "1234"), new("From", caller), new("To", "+18005551212")]));

    [Theory]
    [InlineData("https://helpline.example.org/voice/status", "Hdb32NHYdnn7GOhBgGlhcHjFa/4=")]
    [InlineData("https://helpline.example.org:8443/voice/status", "ez2/yUCUTO8mYlSaL8bFTG6rRy4=")]
    [InlineData("https://helpline.example.org:443/voice/status", "WmDz9OncMhdrRW3CqC2ZPf7RVTo=")]
    public void Differs_with_the_port(string url, string signature)
    {
        // These vectors were made when the routes were named otherwise.
        var then = url.Replace("/voice/", "/twilio/", StringComparison.Ordinal);
        Assert.Equal(signature, TwilioSignature.Sign(Token, then, Ended));
        Assert.True(TwilioSignature.IsValid(signature, then, Ended, [Token]));
        Assert.Equal(!url.Contains(":8443", StringComparison.Ordinal),
            TwilioSignature.IsValid(signature, "https://helpline.example.org/twilio/status", Ended, [Token]));
    }

    [Theory]
    [InlineData("https://helpline.example.org/voice/status#rc=2&rp=all")]
    [InlineData("https://user:pass@helpline.example.org/voice/status")]
    [InlineData("https://user:p@ss@helpline.example.org/voice/status#ct=1")]
    public void Does_not_cover_a_fragment_a_user_or_a_password(string url) =>
        Assert.True(TwilioSignature.IsValid(TwilioSignature.Sign(Token, Status, Ended), url, Ended, [Token]));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("nonsense")]
    [InlineData("ö")]
    public void That_is_missing_or_nonsense_is_refused(string? header) =>
        Assert.False(TwilioSignature.IsValid(header, Status, Ended, [Token]));

    [Fact]
    public void Cut_short_is_refused()
    {
        var signature = TwilioSignature.Sign(Token, Status, Ended);

        Assert.False(TwilioSignature.IsValid(signature[..^1], Status, Ended, [Token]));
        Assert.False(TwilioSignature.IsValid(signature + "=", Status, Ended, [Token]));
        Assert.False(TwilioSignature.IsValid(signature.ToUpperInvariant(), Status, Ended, [Token]));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Made_with_a_blank_token_is_refused(string blank)
    {
        var signature = TwilioSignature.Sign(blank, Status, Ended);

        Assert.False(TwilioSignature.IsValid(signature, Status, Ended, [blank]));
        Assert.False(TwilioSignature.IsValid(signature, Status, Ended, [blank, Token]));
        Assert.False(TwilioSignature.IsValid(signature, Status, Ended, []));
    }

    [Fact]
    public void Made_with_either_of_two_tokens_is_accepted()
    {
        Assert.True(TwilioSignature.IsValid(TwilioSignature.Sign("older", Status, Ended), Status, Ended, ["newer", "older"]));
        Assert.True(TwilioSignature.IsValid(TwilioSignature.Sign("newer", Status, Ended), Status, Ended, ["newer", "older"]));
        Assert.False(TwilioSignature.IsValid(TwilioSignature.Sign("oldest", Status, Ended), Status, Ended, ["newer", "older"]));
    }

    [Fact]
    public void Is_right_for_many_requests_at_once()
    {
        var expected = TwilioSignature.Sign(Token, Status, Ended);

        Assert.All(Enumerable.Range(0, 20_000).AsParallel().Select(_ => TwilioSignature.Sign(Token, Status, Ended)).ToList(),
            made => Assert.Equal(expected, made));
    }
}
