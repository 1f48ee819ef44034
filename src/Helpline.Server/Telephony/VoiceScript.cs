using System.Xml.Linq;
using Helpline.Domain.Calls;
using static Helpline.Server.Telephony.Twilio.TwiMl;

namespace Helpline.Server.Telephony;

/// <summary>What a line hears and does next. Every document is a function of the call's state, so it may be asked for twice.</summary>
internal sealed class VoiceScript(Languages languages)
{
    public const string Queue = "helpline-wait";
    private static readonly TimeSpan LongestTalk = TimeSpan.FromHours(4);

    /// <summary>How often the menu is heard before the default language is taken.</summary>
    public const int MenuTries = 3;

    /// <summary>Welcome and the choice of language.</summary>
    /// <param name="attempt">1 to <see cref="MenuTries"/>; from the second the caller is told what to press.</param>
    public string Menu(int attempt)
    {
        var prompts = attempt == 1 ? [Prompt(languages.Default.Code, "welcome")] : languages.All.Select(l => Prompt(l.Code, "not-understood"));
        var choices = attempt == 1 ? languages.All.Select(l => Prompt(l.Code, "language-menu")) : [];
        return Document(Gather($"/voice/language?try={attempt}", TimeSpan.FromSeconds(6), numDigits: 1, finishOnKey: "",
            actionOnEmptyResult: true, prompts: [.. prompts, .. choices]));
    }

    /// <summary>Whatever the caller's line asks: what its call needs now.</summary>
    public string For(Call call) => call.State switch
    {
        CallState.Greeting => Menu(1),
        CallState.Waiting or CallState.Offered => Waiting(call),
        CallState.Connecting or CallState.Talking => Document(CallersRoom(call)),
        CallState.WrapUp or CallState.Done or CallState.Abandoned or CallState.Voicemail or CallState.Callback
            or CallState.Closed or CallState.Blocked or CallState.Failed => Document(Prompt(call, "goodbye"), Hangup()),
    };

    /// <summary>Into the queue, with a word for those who come back from a broken talk.</summary>
    private string Waiting(Call call) => call.Priority > 0 ? Document(Prompt(call, "counselor-lost"), Parked()) : Document(Parked());

    /// <summary>
    /// One pass of waiting. A pass is one announcement or one round of music, never over 15 s, so that any node can move
    /// the call on; a key asks for the place.
    /// </summary>
    /// <param name="pass">0 for the first.</param>
    /// <param name="place">1 for the next caller.</param>
    public string Wait(Call call, int pass, int place)
    {
        var sound = (call.State, pass % 6) switch
        {
            (CallState.Connecting, _) => [Prompt(call, "connecting")],
            (_, 0) when pass == 0 => [Prompt(call, "please-hold"), Place(call, place)],
            (_, 0) => [Place(call, place)],
            (_, 3) => [Prompt(call, "comfort")],
            _ => new[] { Play("/prompts/hold-music.wav") },
        };
        return Document(
            Gather($"/voice/wait-key?pass={pass}", TimeSpan.FromSeconds(1), numDigits: 1, finishOnKey: "", prompts: sound),
            Redirect($"/voice/wait?pass={pass + 1}"));
    }

    /// <summary>A key was pressed while waiting: the place, then on with the music.</summary>
    public string PlaceNow(Call call, int pass, int place) => Document(Place(call, place), Redirect($"/voice/wait?pass={pass / 6 * 6 + 1}"));

    /// <summary>The counselor's line, let in with a ticket.</summary>
    public static string CounselorsRoom(Call call) => Document(Dial("/voice/counselor-after", LongestTalk,
        Room(call, startConferenceOnEnter: true, endConferenceOnExit: false, label: $"counselor-{call.TicketNumber}")));

    /// <summary>The ticket opens nothing any more.</summary>
    public static string TooLate(string language) => Document(Prompt(language, "caller-left"), Hangup());

    public static string Goodbye() => Document(Hangup());

    /// <summary>
    /// Something failed on our side: an apology, then the same question again. It needs no database and no state.
    /// </summary>
    public string Safe(string again) => Document(
        Prompt(languages.Default.Code, "apology"), Pause(TimeSpan.FromSeconds(3)), Redirect(again));

    private static XElement CallersRoom(Call call) => Dial($"/voice/after?room={call.Attempt}", LongestTalk,
        Room(call, startConferenceOnEnter: true, endConferenceOnExit: true, label: "caller"));

    // Only the first participant's callback counts, so both name the same.
    private static XElement Room(Call call, bool startConferenceOnEnter, bool endConferenceOnExit, string label) => Conference(
        RoomName.Of(call), startConferenceOnEnter, endConferenceOnExit, beep: false, participantLabel: label, waitUrl: "",
        jitterBufferSize: "small", statusCallback: "/voice/conference", statusCallbackEvent: "start end join leave");

    private static XElement Parked() => Enqueue(Queue, "/voice/queue-exit", "/voice/wait?pass=0");

    private XElement Place(Call call, int place) => Prompt(call, place <= 10 ? $"place-{Math.Max(place, 1)}" : "place-several");

    private XElement Prompt(Call call, string key) => Prompt(call.Language ?? languages.Default.Code, key);

    private static XElement Prompt(string language, string key) => Play($"/prompts/{language}/{key}.wav");
}

/// <summary>The name of the room a call meets its counselor in: no personal data, and a new one for each attempt.</summary>
internal static class RoomName
{
    public static string Of(Call call) => $"hl-{call.Id:N}-{call.Attempt}";

    /// <returns>Null for a room that is not ours.</returns>
    public static (Guid Call, int Attempt)? Read(string? name) =>
        name?.Split('-') is ["hl", var call, var attempt] && Guid.TryParseExact(call, "N", out var id) && int.TryParse(attempt, out var number)
            ? (id, number)
            : null;
}
