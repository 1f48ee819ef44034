using System.Xml.Linq;

namespace Helpline.Server.Telephony.Twilio;

internal static partial class TwiMl
{
    /// <param name="loop">How often; 0 is until the leg ends.</param>
    public static XElement Play(string url, int loop = 1) => Element("Play", url, ("loop", loop == 1 ? null : loop));

    /// <summary>Waits for keys while <paramref name="prompts"/> (Play, Pause) are heard.</summary>
    /// <param name="timeout">Silence after the prompts or the last key that ends it.</param>
    /// <param name="finishOnKey">Ends it early; an empty string is no key.</param>
    /// <param name="actionOnEmptyResult">Ask <paramref name="action"/> too when no key came.</param>
    public static XElement Gather(
        string action, TimeSpan? timeout = null, int? numDigits = null, string? finishOnKey = null,
        bool? actionOnEmptyResult = null, params XElement[] prompts)
    {
        var gather = Element("Gather",
            ("input", "dtmf"), ("action", action), ("method", "POST"), ("timeout", timeout), ("numDigits", numDigits),
            ("finishOnKey", finishOnKey), ("actionOnEmptyResult", actionOnEmptyResult));
        gather.Add(prompts);
        return gather;
    }

    /// <summary>Parks the caller; <paramref name="waitUrl"/> is asked again whenever its document has run out.</summary>
    /// <param name="queue">At most 64 characters; made on demand.</param>
    /// <param name="action">Asked when the caller leaves the queue.</param>
    public static XElement Enqueue(string queue, string action, string waitUrl) => Element("Enqueue", queue,
        ("action", action), ("method", "POST"), ("waitUrl", waitUrl), ("waitUrlMethod", "POST"));

    /// <summary>Only inside a wait document: the call goes on at the queue's action.</summary>
    public static XElement Leave() => Element("Leave");

    /// <summary>Connects the leg to <paramref name="noun"/>: Conference, Client, Number or Sip.</summary>
    /// <param name="action">Asked when the connection ends; verbs after this one are then never reached.</param>
    /// <param name="timeLimit">The longest connection.</param>
    /// <param name="timeout">How long it may ring; of no use for a conference.</param>
    /// <param name="hangupOnStar">The star key ends the connection; the leg goes on at <paramref name="action"/>.</param>
    public static XElement Dial(
        string action, TimeSpan? timeLimit, XElement noun, TimeSpan? timeout = null, string? callerId = null, bool? answerOnBridge = null,
        bool? hangupOnStar = null)
    {
        var dial = Element("Dial",
            ("action", action), ("method", "POST"), ("timeLimit", timeLimit), ("timeout", timeout),
            ("callerId", callerId), ("answerOnBridge", answerOnBridge), ("hangupOnStar", hangupOnStar));
        dial.Add(noun);
        return dial;
    }

    /// <param name="finishOnKey">Any of these ends it.</param>
    /// <param name="timeout">Silence that ends it.</param>
    public static XElement Record(
        string action, TimeSpan? maxLength = null, TimeSpan? timeout = null, string? finishOnKey = null, bool? playBeep = null,
        string? recordingStatusCallback = null, string? recordingStatusCallbackEvent = null) => Element("Record",
            ("action", action), ("method", "POST"), ("maxLength", maxLength), ("timeout", timeout), ("finishOnKey", finishOnKey),
            ("playBeep", playBeep), ("recordingStatusCallback", recordingStatusCallback),
            ("recordingStatusCallbackMethod", recordingStatusCallback is null ? null : "POST"),
            ("recordingStatusCallbackEvent", recordingStatusCallbackEvent));

    public static XElement Redirect(string url) => Element("Redirect", url, ("method", "POST"));

    public static XElement Pause(TimeSpan length) => Element("Pause", ("length", length));

    public static XElement Hangup() => Element("Hangup");

    /// <summary>Refuses the call unbilled. Must be the first verb.</summary>
    /// <param name="reason"><c>rejected</c> or <c>busy</c>.</param>
    public static XElement Reject(string reason = "rejected") => Element("Reject", ("reason", reason));
}
