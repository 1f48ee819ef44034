namespace Helpline.Server.Telephony.Twilio;

/// <summary>A call that we place. Twilio starts one a second unless the account allows more. It does not print its numbers.</summary>
/// <param name="To">E.164, <c>client:name</c> or <c>sip:address</c>.</param>
/// <param name="From">A number of ours.</param>
/// <param name="Url">Asked for TwiML when the call is answered.</param>
/// <param name="StatusCallback">Told when the call is initiated, rings, is answered and has ended.</param>
/// <param name="Timeout">How long it may ring: at most 600 s.</param>
/// <param name="TimeLimit">How long it may last.</param>
internal sealed record NewCall(
    string To, string From, Uri Url, Uri? FallbackUrl = null, Uri? StatusCallback = null, TimeSpan? Timeout = null, TimeSpan? TimeLimit = null)
{
    private static readonly string[] Events = ["initiated", "ringing", "answered", "completed"];

    public TwilioForm ToForm() => new()
    {
        { "To", To },
        { "From", From },
        { "Url", Url },
        { "Method", "POST" },
        { "FallbackUrl", FallbackUrl },
        { "FallbackMethod", FallbackUrl is null ? null : "POST" },
        { "StatusCallback", StatusCallback },
        { "StatusCallbackMethod", StatusCallback is null ? null : "POST" },
        { "StatusCallbackEvent", StatusCallback is null ? [] : Events },
        { "Timeout", Timeout },
        { "TimeLimit", TimeLimit },
    };

    public override string ToString() => nameof(NewCall);
}

/// <summary>A text message. It prints neither number nor text.</summary>
/// <param name="To">E.164.</param>
/// <param name="Sender">A number of ours, or a messaging service (<c>MG…</c>).</param>
/// <param name="Body">At most 1600 characters.</param>
internal sealed record NewMessage(string To, string Sender, string Body, Uri? StatusCallback = null)
{
    public TwilioForm ToForm() => new()
    {
        { "To", To },
        { Sender.StartsWith("MG", StringComparison.Ordinal) ? "MessagingServiceSid" : "From", Sender },
        { "Body", Body },
        { "StatusCallback", StatusCallback },
    };

    public override string ToString() => nameof(NewMessage);
}
