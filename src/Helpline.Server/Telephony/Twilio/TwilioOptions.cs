using System.ComponentModel.DataAnnotations;

namespace Helpline.Server.Telephony.Twilio;

/// <summary>How we are known at Twilio, or at an exchange that speaks its protocol. Section <c>Twilio</c>.</summary>
internal sealed class TwilioOptions : IValidatableObject
{
    public const string Section = "Twilio";

    [Required(ErrorMessage = "Twilio:AccountSid is missing; it should be AC and 32 hexadecimal digits, as the Twilio console shows it.")]
    [RegularExpression("AC[0-9a-fA-F]{32}", ErrorMessage = "Twilio:AccountSid is not an account SID; it should be AC and 32 hexadecimal digits.")]
    public string AccountSid { get; set; } = "";

    /// <summary>Twilio signs webhooks with it.</summary>
    [Required(ErrorMessage = "Twilio:AuthToken is missing; it should be the account's primary auth token.")]
    public string AuthToken { get; set; } = "";

    /// <summary>The other token while one is being replaced: webhooks signed with either are ours.</summary>
    public string? PreviousAuthToken { get; set; }

    /// <summary>Signs REST calls and access tokens. Without it REST calls use the auth token and no browser can phone.</summary>
    [RegularExpression("SK[0-9a-fA-F]{32}", ErrorMessage = "Twilio:ApiKeySid is not an API key SID; it should be SK and 32 hexadecimal digits.")]
    public string? ApiKeySid { get; set; }

    public string? ApiKeySecret { get; set; }

    /// <summary>The TwiML application that a browser's call is handed to; its voice URL is our <c>/voice/counselor</c>.</summary>
    [RegularExpression("AP[0-9a-fA-F]{32}", ErrorMessage = "Twilio:TwimlAppSid is not a TwiML application SID; it should be AP and 32 hexadecimal digits.")]
    public string? TwimlAppSid { get; set; }

    /// <summary>The line's own number, which those see whom we call. Without it nobody is called back from here.</summary>
    [RegularExpression(@"\+[1-9][0-9]{6,14}", ErrorMessage = "Twilio:CallerId is not a number; it should be like +77172000000.")]
    public string? CallerId { get; set; }

    /// <summary>Where REST calls go; it may carry a path in front of <c>/2010-04-01</c>.</summary>
    public string ApiBaseUrl { get; set; } = "https://api.twilio.com";

    /// <summary>The home region of the API key, such as <c>ie1</c>; the base address must then name the same region.</summary>
    [RegularExpression("[a-z]{2}[0-9]", ErrorMessage = "Twilio:Region is not a region; it should be like us1, ie1 or au1.")]
    public string? Region { get; set; }

    /// <summary>Tokens that may have signed a webhook, none of them blank.</summary>
    public IEnumerable<string> SigningTokens =>
        new[] { AuthToken, PreviousAuthToken }.OfType<string>().Where(token => !string.IsNullOrWhiteSpace(token));

    /// <summary>Everything is set that a browser needs to phone.</summary>
    public bool HasBrowserPhone =>
        !string.IsNullOrEmpty(ApiKeySid) && !string.IsNullOrEmpty(ApiKeySecret) && !string.IsNullOrEmpty(TwimlAppSid);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrEmpty(ApiKeySid) != string.IsNullOrWhiteSpace(ApiKeySecret))
            yield return new(
                "Twilio:ApiKeySid and Twilio:ApiKeySecret belong together and one of them is missing; set both, or neither.",
                [nameof(ApiKeySid), nameof(ApiKeySecret)]);

        if (!Uri.TryCreate(ApiBaseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http") || url.Query + url.Fragment != "")
            yield return new(
                "Twilio:ApiBaseUrl is not a web address; it should be like https://api.twilio.com, without a query.",
                [nameof(ApiBaseUrl)]);
    }
}
