using System.Xml.Linq;

namespace Helpline.Server.Telephony.Twilio;

/// <summary>What <see cref="Dial"/> connects to.</summary>
internal static partial class TwiMl
{
    /// <summary>A room. Only the first participant's <paramref name="statusCallback"/> counts, so every leg names the same.</summary>
    /// <param name="startConferenceOnEnter">False: this leg waits, and hears <paramref name="waitUrl"/>, until somebody else starts it.</param>
    /// <param name="participantLabel">Unique in the room, at most 128 characters; a second one with the same label is not let in.</param>
    /// <param name="waitUrl">An empty string is silence.</param>
    /// <param name="jitterBufferSize"><c>small</c> delays speech least, the default <c>large</c> up to a second.</param>
    /// <param name="coach">The leg (call SID) that alone hears this one.</param>
    /// <param name="statusCallbackEvent">Space-separated: start end join leave mute hold modify speaker announcement.</param>
    public static XElement Conference(
        string room, bool? startConferenceOnEnter = null, bool? endConferenceOnExit = null, bool? beep = null, bool? muted = null,
        string? participantLabel = null, string? waitUrl = null, int? maxParticipants = null, string? jitterBufferSize = null,
        string? coach = null, string? statusCallback = null, string? statusCallbackEvent = null) => Element("Conference", room,
            ("startConferenceOnEnter", startConferenceOnEnter), ("endConferenceOnExit", endConferenceOnExit), ("beep", beep),
            ("muted", muted), ("participantLabel", participantLabel), ("waitUrl", waitUrl),
            ("waitMethod", string.IsNullOrEmpty(waitUrl) ? null : "POST"), ("maxParticipants", maxParticipants),
            ("jitterBufferSize", jitterBufferSize), ("coach", coach), ("statusCallback", statusCallback),
            ("statusCallbackMethod", statusCallback is null ? null : "POST"), ("statusCallbackEvent", statusCallbackEvent));

    /// <summary>A browser. <paramref name="parameters"/> reach its page as custom parameters.</summary>
    public static XElement Client(
        string identity, string? url = null, string? statusCallback = null, string? statusCallbackEvent = null,
        IEnumerable<KeyValuePair<string, string>>? parameters = null)
    {
        var client = Leg("Client", null, url, statusCallback, statusCallbackEvent);
        client.Add(Element("Identity", identity));
        foreach (var (name, value) in parameters ?? [])
            client.Add(Element("Parameter", ("name", name), ("value", value)));
        return client;
    }

    /// <param name="number">E.164.</param>
    /// <param name="url">Asked once the called person answers, before both are connected.</param>
    public static XElement Number(
        string number, string? url = null, string? statusCallback = null, string? statusCallbackEvent = null) =>
        Leg("Number", number, url, statusCallback, statusCallbackEvent);

    public static XElement Sip(
        string address, string? url = null, string? statusCallback = null, string? statusCallbackEvent = null) =>
        Leg("Sip", address, url, statusCallback, statusCallbackEvent);

    /// <param name="events">Space-separated: initiated ringing answered completed.</param>
    private static XElement Leg(string name, string? text, string? url, string? callback, string? events) => Element(name, text,
        ("url", url), ("method", url is null ? null : "POST"), ("statusCallback", callback),
        ("statusCallbackMethod", callback is null ? null : "POST"), ("statusCallbackEvent", events));
}
