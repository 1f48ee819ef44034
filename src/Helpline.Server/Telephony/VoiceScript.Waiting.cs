using System.Xml.Linq;
using Helpline.Domain.Calls;
using static Helpline.Server.Telephony.Twilio.TwiMl;

namespace Helpline.Server.Telephony;

/// <summary>One pass of a caller in the queue.</summary>
/// <param name="Number">0 for the first.</param>
/// <param name="Place">1 for the next caller.</param>
/// <param name="Said">The place said last; 0 for none.</param>
/// <param name="Told">The pass on which the caller was last told that nobody is there; null when she was not, or somebody came since.</param>
/// <param name="IsEmpty">No counselor is there, and was not for a while.</param>
/// <param name="IsLong">The longest wait is over.</param>
internal sealed record WaitPass(int Number, int Place, int Said, int? Told, bool IsEmpty, bool IsLong);

/// <summary>What a caller hears on the way into the queue and in it.</summary>
internal sealed partial class VoiceScript
{
    /// <summary>Beyond it the place is "several", and only a better one is said again.</summary>
    private const int LastPlace = 5;

    /// <summary>How many passes later a caller is told again that nobody is there.</summary>
    private const int TellAgainAfter = 3;

    /// <summary>Somebody who is known: cut off a moment ago, or of a language.</summary>
    /// <param name="askCutOff">Ask that first.</param>
    public static string WelcomeBack(string language, bool askCutOff) => Document(Gather(
        $"/voice/welcome-back?ask={(askCutOff ? "cut-off" : "language")}", TimeSpan.FromSeconds(5), numDigits: 1, finishOnKey: "", actionOnEmptyResult: true,
        prompts: [Prompt(language, "welcome"), Prompt(language, askCutOff ? "cut-off" : "continue-language")]));

    /// <summary>May the talk be recorded? Every answer, and none, goes on to the queue.</summary>
    public static string AskConsent(string language) => Document(Gather(
        $"/voice/consent?language={language}", TimeSpan.FromSeconds(5), numDigits: 1, finishOnKey: "", actionOnEmptyResult: true, prompts: Prompt(language, "consent")));

    /// <summary>On from the menu: what everybody should know once, then the queue or wherever the call was led.</summary>
    public string Entered(Call call, bool inDanger) => call.State is not (CallState.Waiting or CallState.Offered) ? For(call) : Document(
    [
        .. inDanger ? Emergency(call.Language!) : [Prompt(call, call.Consent == true ? "consent-given" : "privacy")],
        .. call.Flag is null ? Array.Empty<XElement>() : [Prompt(call, "respect")],
        Parked(),
    ]);

    /// <summary>Into the queue, with a word for those who come back from a broken talk; whoever is handed on hears the usual.</summary>
    private string Waiting(Call call) => call.Attempt > 0 && call.HandedOnBy is null ? Document(Prompt(call, "counselor-lost"), Parked()) : Document(Parked());

    /// <summary>
    /// One pass of waiting: one announcement or one round of music, never over 15 s, so that any node can move the call on.
    /// Key 1 asks for a callback, 2 for a message; the key for danger raises; any other asks for the place.
    /// </summary>
    public string Wait(Call call, WaitPass pass)
    {
        if (call.State == CallState.Waiting && pass.IsLong) return Out();
        var place = Math.Min(pass.Place, LastPlace + 1);
        var better = pass.Said == 0 || place < pass.Said;
        var tells = pass.IsEmpty && !(pass.Number - pass.Told < TellAgainAfter);
        if (call.State != CallState.Connecting) pass = pass with { Told = tells ? pass.Number : pass.IsEmpty ? pass.Told : null };
        var (sound, said) = (call.State, pass.Number) switch
        {
            (CallState.Connecting, _) => ([Prompt(call, "connecting")], pass.Said),
            _ when tells => ([Prompt(call, "nobody-now")], pass.Said),
            (_, 0) => ([Prompt(call, "please-hold"), Place(call, place)], place),
            _ when better => ([Place(call, place), Music()], place),
            (_, var n) when n % 6 == 1 => ([Prompt(call, "wait-choices")], pass.Said),
            (_, var n) when n % 6 == 4 => ([Prompt(call, "comfort")], pass.Said),
            _ => (new[] { Music() }, pass.Said),
        };
        return Document(
            Gather($"/voice/wait-key?pass={pass.Number}&{Heard(pass, said)}", TimeSpan.FromSeconds(1), numDigits: 1, finishOnKey: "", prompts: sound),
            Onward(pass, said));
    }

    /// <summary>A key was pressed while waiting: the place, then on with the music.</summary>
    public string PlaceNow(Call call, WaitPass pass)
    {
        var place = Math.Min(pass.Place, LastPlace + 1);
        return Document(Place(call, place), Onward(pass, place));
    }

    /// <summary>The key for danger was pressed while waiting.</summary>
    public string DangerNow(Call call, WaitPass pass) => Document([.. Emergency(call.Language!), Onward(pass, pass.Said)]);

    /// <summary>Out of the queue, to whatever the call needs now.</summary>
    public static string Out() => Document(Leave());

    private static XElement Parked() => Enqueue(Queue, "/voice/queue-exit", "/voice/wait?pass=0");

    /// <param name="said">The place said last.</param>
    private static XElement Onward(WaitPass pass, int said) => Redirect($"/voice/wait?pass={pass.Number + 1}&{Heard(pass, said)}");

    private static string Heard(WaitPass pass, int said) => pass.Told is { } told ? $"said={said}&told={told}" : $"said={said}";

    private XElement Place(Call call, int place) => Prompt(call, place <= LastPlace ? $"place-{Math.Max(place, 1)}" : "place-several");

    private static XElement Music() => Play("/prompts/hold-music.wav");

    /// <summary>The usual number is part of a sentence; another is read out.</summary>
    private XElement[] Emergency(string language) => line.EmergencyNumber == "112"
        ? [Prompt(language, "emergency")]
        : [Prompt(language, "emergency-call"), .. Digits(language, line.EmergencyNumber)];

    private static IEnumerable<XElement> Digits(string language, string number) => number.Where(char.IsAsciiDigit).Select(digit => Prompt(language, $"digit-{digit}"));
}
