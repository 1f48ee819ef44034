using System.Text.Json;

namespace Helpline.Server.Telephony.Twilio;

/// <summary>How a REST call ended. None prints what Twilio said, for that may hold a number.</summary>
internal abstract record TwilioReply
{
    private TwilioReply() { }

    /// <summary>It is done.</summary>
    /// <param name="Json">The resource; undefined when Twilio sent none.</param>
    public sealed record Ok(JsonElement Json) : TwilioReply
    {
        public override string ToString() => nameof(Ok);
    }

    /// <summary>The call or conference is over, or was never there: a clean-up has nothing left to do.</summary>
    public sealed record Gone : TwilioReply;

    /// <summary>Twilio said no, and would again.</summary>
    /// <param name="Code">Twilio's error code, or the HTTP status when it gave none.</param>
    /// <param name="Message">May hold a number: not for logs.</param>
    public sealed record Refused(int Code, string Message) : TwilioReply
    {
        public override string ToString() => $"{nameof(Refused)} {Code}";
    }

    /// <summary>Nothing happened, since there was no connection or too many requests (429). Safe to repeat.</summary>
    /// <param name="RetryAfter">How long Twilio asks to wait.</param>
    public sealed record NotTaken(TimeSpan? RetryAfter) : TwilioReply;

    /// <summary>Sent, but no clear answer came: it may or may not have happened. Look before it is repeated.</summary>
    public sealed record Unknown : TwilioReply;
}
