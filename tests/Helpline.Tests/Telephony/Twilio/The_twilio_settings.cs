using Helpline.Server.Telephony.Twilio;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Helpline.Tests.Telephony.Twilio;

public class The_twilio_settings
{
    private static readonly Dictionary<string, string?> Good = new()
    {
        ["Twilio:AccountSid"] = "AC00000000000000000000000000000abc",
        ["Twilio:AuthToken"] = "secret-token",
        ["Twilio:ApiKeySid"] = "SK00000000000000000000000000000DEF",
        ["Twilio:ApiKeySecret"] = "secret-key",
        ["Twilio:TwimlAppSid"] = "AP00000000000000000000000000000123",
        ["Twilio:ApiBaseUrl"] = "http://127.0.0.1:5080/exchange/rest",
    };

    private static TwilioOptions Read(params (string Key, string? Value)[] changes)
    {
        var settings = new Dictionary<string, string?>(Good);
        foreach (var (key, value) in changes) settings[$"Twilio:{key}"] = value;
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddTwilioApi();
        return services.BuildServiceProvider().GetRequiredService<IOptions<TwilioOptions>>().Value;
    }

    [Fact]
    public void Are_read()
    {
        var twilio = Read(("PreviousAuthToken", "older"), ("Region", "ie1"));

        Assert.Equal(["secret-token", "older"], twilio.SigningTokens);
        Assert.True(twilio.HasBrowserPhone);
    }

    [Fact]
    public void May_do_without_a_browser_phone() =>
        Assert.False(Read(("ApiKeySid", null), ("ApiKeySecret", null), ("TwimlAppSid", null)).HasBrowserPhone);

    [Theory]
    [InlineData("AccountSid", null, "AC and 32 hexadecimal digits")]
    [InlineData("AccountSid", "SK00000000000000000000000000000001", "AC and 32 hexadecimal digits")]
    [InlineData("AccountSid", "AC0000000000000000000000000000000g", "AC and 32 hexadecimal digits")]
    [InlineData("AccountSid", "AC00000000000000000000000000000001\n", "AC and 32 hexadecimal digits")]
    [InlineData("AuthToken", " ", "primary auth token")]
    [InlineData("ApiKeySid", "AC00000000000000000000000000000001", "SK and 32 hexadecimal digits")]
    [InlineData("ApiKeySid", null, "set both, or neither")]
    [InlineData("ApiKeySecret", null, "set both, or neither")]
    [InlineData("TwimlAppSid", "AP1", "AP and 32 hexadecimal digits")]
    [InlineData("ApiBaseUrl", "api.twilio.com", "https://api.twilio.com")]
    [InlineData("ApiBaseUrl", "ftp://api.twilio.com", "https://api.twilio.com")]
    [InlineData("ApiBaseUrl", "https://api.twilio.com?x=1", "https://api.twilio.com")]
    [InlineData("Region", "Ireland", "ie1")]
    public void That_are_wrong_are_named_with_what_would_be_right(string key, string? value, string cure)
    {
        var fault = Assert.Throws<OptionsValidationException>(() => Read((key, value)));

        Assert.Contains($"Twilio:{key}", fault.Message, StringComparison.Ordinal);
        Assert.Contains(cure, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-", fault.Message, StringComparison.Ordinal);
    }
}
