using System.Xml.Linq;
using Helpline.Domain.Calls;
using Helpline.Domain.Line;
using static Helpline.Server.Telephony.Twilio.TwiMl;

namespace Helpline.Server.Telephony;

/// <summary>What is asked of a caller who wants to be called back.</summary>
internal enum CallbackQuestion { Confirm, Type, Shared, When, Message }

/// <summary>What a caller hears who is led out of the queue: why, and what can be done instead.</summary>
internal sealed partial class VoiceScript
{
    public static readonly TimeSpan LongestMessage = TimeSpan.FromSeconds(180);

    /// <summary>How often a question is heard.</summary>
    public const int ExitTries = 2;

    private string Away(Call call) => call switch
    {
        { Exit: Exit.Callback } => Document(Redirect("/voice/callback")),
        { Exit: Exit.Voicemail } => Document(Redirect("/voice/voicemail")),
        { Diversion: Diversion.NobodyThere } => Document(Prompt(call, "connecting"), Dial("/voice/backup-after", LongestTalk, Number(line.BackupNumber!, $"/voice/backup-screen?call={call.Id:N}"), timeout: TimeSpan.FromSeconds(25))),
        _ => Exits(call, 1),
    };

    /// <summary>What is heard at the backup number before the caller is: a key tells a person from a mailbox.</summary>
    public static string ScreenBackup(Call call) => Document(AskForKey($"/voice/backup-key?call={call.Id:N}", call.Language!));

    /// <summary>The two who are to be connected are, once there is nothing left to say.</summary>
    public static string Through() => Document();

    /// <summary>Why, the emergency number, and the choice of a callback or a message; where there is a queue, of waiting on.</summary>
    /// <param name="attempt">1 to <see cref="ExitTries"/>.</param>
    public string Exits(Call call, int attempt)
    {
        var why = call.Diversion ?? Diversion.Asked;
        XElement[] told = attempt > 1 || Told(why) is not { } key ? [] : [Prompt(call, key), .. Emergency(call.Language!)];
        XElement[] stay = Diversions.IsClosing(why) ? [] : [Prompt(call, "exits-stay")];
        return Document(Question($"/voice/exits?try={attempt}", [.. told, Prompt(call, "exits-menu"), .. stay]));
    }

    private static string? Told(Diversion why) => why switch
    {
        Diversion.Closed => "closed",
        Diversion.Holiday => "closed-holiday",
        Diversion.Technical => "closed-technical",
        Diversion.QueueFull => "line-full",
        Diversion.LongWait or Diversion.NobodyThere => "waited-long",
        Diversion.Asked => null,
    };

    /// <param name="number">Read back digit by digit; only <see cref="CallbackQuestion.Confirm"/> needs it.</param>
    public string Ask(Call call, CallbackQuestion question, int attempt = 1, string? number = null)
    {
        var action = $"/voice/callback-answer?ask={question}&try={attempt}";
        return question == CallbackQuestion.Type
            ? Document(Gather(action, TimeSpan.FromSeconds(8), finishOnKey: "#", actionOnEmptyResult: true, prompts: [Prompt(call, attempt == 1 ? "callback-type" : "callback-wrong")]))
            : Document(Question(action, question switch
            {
                CallbackQuestion.Confirm => [Prompt(call, "callback-number"), .. Digits(call.Language!, number!), Prompt(call, "callback-confirm")],
                CallbackQuestion.Shared => [Prompt(call, "callback-shared")],
                CallbackQuestion.When => [Prompt(call, "callback-when")],
                _ => [Prompt(call, "callback-message")],
            }));
    }

    /// <summary>The callback is written down.</summary>
    public string CallbackSaved(Call call) => Document(Prompt(call, "callback-saved"), Prompt(call, "goodbye"), Hangup());

    /// <summary>The tone, and up to three minutes.</summary>
    public string Record(Call call) => Document(Prompt(call, "voicemail"), Twilio.TwiMl.Record(
        "/voice/voicemail-after", LongestMessage, TimeSpan.FromSeconds(5), finishOnKey: "#", playBeep: true,
        recordingStatusCallback: "/voice/recording", recordingStatusCallbackEvent: "completed absent"),
        // Reached only by who said nothing.
        Redirect("/voice/voicemail-after?said=nothing"));

    public string MessageSaved(Call call) => Document(Prompt(call, "voicemail-saved"), Prompt(call, "goodbye"), Hangup());

    /// <summary>Nothing is promised to who said nothing; who cannot speak may need help at once.</summary>
    public string NothingSaid(Call call) => Document([.. Emergency(call.Language!), Prompt(call, "goodbye"), Hangup()]);

    private static XElement Question(string action, XElement[] prompts) =>
        Gather(action, TimeSpan.FromSeconds(6), numDigits: 1, finishOnKey: "", actionOnEmptyResult: true, prompts: prompts);
}
