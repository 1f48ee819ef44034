using System.Collections.Concurrent;
using System.Xml.Linq;
using Helpline.Domain.Calls;
using Helpline.Domain.Line;
using static Helpline.Server.Telephony.Twilio.TwiMl;

namespace Helpline.Server.Telephony;

/// <summary>What a line hears and does next. Every document is a function of the call's state, so it may be asked for twice.</summary>
internal sealed partial class VoiceScript(Languages languages, LineRules line)
{
    public const string Queue = "helpline-wait";

    /// <summary>Who the caller is in a room.</summary>
    public const string CallersLabel = "caller";

    public static readonly TimeSpan LongestTalk = TimeSpan.FromHours(4);

    /// <summary>How often the menu is heard before the default language is taken.</summary>
    public const int MenuTries = 3;

    private readonly ConcurrentDictionary<int, string> menus = new();

    /// <summary>Welcome and the choice of language.</summary>
    /// <param name="attempt">1 to <see cref="MenuTries"/>; from the second the caller is told what to press.</param>
    public string Menu(int attempt) => menus.GetOrAdd(attempt, WriteMenu);

    private string WriteMenu(int attempt)
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
        CallState.Diverted => Away(call),
        CallState.Blocked => Document([Prompt(call, "blocked"), .. Emergency(call.Language!), Prompt(call, "goodbye"), Hangup()]),
        CallState.Waiting or CallState.Offered => Waiting(call),
        CallState.Connecting or CallState.Talking => Document(CallersRoom(call)),
        CallState.WrapUp or CallState.Done or CallState.Abandoned or CallState.Voicemail or CallState.Callback
            or CallState.Closed or CallState.Failed => Document(Prompt(call, call.Abuse is not null ? "abuse-ended" : "goodbye"), Hangup()),
    };

    /// <summary>The counselor's line, let in with a ticket.</summary>
    public static string CounselorsRoom(Call call) => Document(Dial("/voice/counselor-after", LongestTalk,
        Room(call, startConferenceOnEnter: true, endConferenceOnExit: false, label: $"counselor-{call.TicketNumber}")));

    /// <summary>Her own telephone: hanging up may be a broken line, so a key ends the talk. The ticket's number tells this visit from later ones.</summary>
    public static string OwnPhonesRoom(Call call) => Document(Dial($"/voice/counselor-after?call={call.Id:N}&ticket={call.TicketNumber}", LongestTalk,
        Room(call, startConferenceOnEnter: true, endConferenceOnExit: false, label: $"counselor-{call.TicketNumber}"), hangupOnStar: true));

    /// <summary>The line of a colleague who may take the call over.</summary>
    public static string ColleaguesRoom(Call call, Guid transfer) => Document(Dial("/voice/counselor-after", LongestTalk,
        Room(call, startConferenceOnEnter: true, endConferenceOnExit: false, label: $"colleague-{transfer:N}")));

    /// <summary>A supervisor's line: in the room, heard by nobody.</summary>
    public static string ListenersRoom(Call call, Guid listener) => Document(Dial("/voice/counselor-after", LongestTalk, Conference(
        RoomName.Of(call), startConferenceOnEnter: false, endConferenceOnExit: false, beep: false, muted: true, participantLabel: $"listener-{listener:N}",
        waitUrl: "", jitterBufferSize: "small", statusCallback: "/voice/conference", statusCallbackEvent: "start end join leave")));

    /// <summary>The ticket opens nothing any more.</summary>
    public static string TooLate(string language) => Document(Prompt(language, "caller-left"), Hangup());

    /// <summary>Where the telephone of a counselor who is offered a call asks.</summary>
    public static string Screening(Guid offer) => $"/voice/screen?offer={offer:N}";

    /// <summary>What a counselor hears who picks up her own telephone.</summary>
    public static string Screen(string language, Guid offer) => Document(AskForKey($"/voice/screen-key?offer={offer:N}", language, Prompt(language, "screen-star")));

    /// <summary>The call is somebody else's by now.</summary>
    public static string TakenElsewhere(string language) => Document(Prompt(language, "screen-taken"), Hangup());

    /// <summary>What a caller on hold hears, again and again.</summary>
    public static string Held() => Document(Play("/prompts/hold-music.wav"), Redirect("/voice/hold"));

    public static string Goodbye() => Document(Hangup());

    /// <summary>
    /// Something failed on our side: an apology, then the same question again. It needs no database and no state.
    /// </summary>
    public string Safe(string again) => Document(
        Prompt(languages.Default.Code, "apology"), Pause(TimeSpan.FromSeconds(3)), Redirect(again));

    private static XElement CallersRoom(Call call) => Dial($"/voice/after?room={call.Attempt}", LongestTalk,
        Room(call, startConferenceOnEnter: true, endConferenceOnExit: true, label: CallersLabel));

    // Only the first participant's callback counts, so both name the same.
    private static XElement Room(Call call, bool startConferenceOnEnter, bool endConferenceOnExit, string label) => Conference(
        RoomName.Of(call), startConferenceOnEnter, endConferenceOnExit, beep: false, participantLabel: label, waitUrl: "",
        jitterBufferSize: "small", statusCallback: "/voice/conference", statusCallbackEvent: "start end join leave");

    // Said twice, since the first words are easily missed.
    private static XElement AskForKey(string action, string language, params XElement[] more) => Gather(
        action, TimeSpan.FromSeconds(4), numDigits: 1, finishOnKey: "", actionOnEmptyResult: true, prompts: [Prompt(language, "screen"), .. more, Prompt(language, "screen")]);

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
