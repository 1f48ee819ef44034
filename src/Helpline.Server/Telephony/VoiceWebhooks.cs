using Helpline.Server.Telephony.Twilio;

namespace Helpline.Server.Telephony;

/// <summary>The webhooks of the voice provider. Only signed requests come in, and none of those gets an error back.</summary>
internal static class VoiceWebhooks
{
    public static void MapVoice(this IEndpointRouteBuilder routes)
    {
        var voice = routes.MapGroup("/voice").WithTags("Voice").ExcludeFromDescription()
            .AddEndpointFilter<TwilioRequestFilter>().AddEndpointFilter<SafeAnswerFilter>();
        // No browser asks here: what stands between it and the board (sign-in, its headers, its pages for errors) is passed by.
        voice.ShortCircuit();

        voice.MapPost("/incoming", (HttpContext http, CallerLegs caller) => caller.Incoming(new(http.Request)));
        voice.MapPost("/language", (HttpContext http, CallerLegs caller) => caller.Language(new(http.Request)));
        voice.MapPost("/welcome-back", (HttpContext http, CallerLegs caller) => caller.WelcomeBack(new(http.Request)));
        voice.MapPost("/consent", (HttpContext http, CallerLegs caller) => caller.Consent(new(http.Request)));
        voice.MapPost("/wait", (HttpContext http, CallerLegs caller) => caller.Wait(new(http.Request)));
        voice.MapPost("/wait-key", (HttpContext http, CallerLegs caller) => caller.WaitKey(new(http.Request)));
        voice.MapPost("/queue-exit", (HttpContext http, CallerLegs caller) => caller.QueueExit(new(http.Request)));
        voice.MapPost("/join", (HttpContext http, CallerLegs caller) => caller.Join(new(http.Request)));
        voice.MapPost("/hold", () => VoiceScript.Held());
        voice.MapPost("/after", (HttpContext http, CallerLegs caller) => caller.After(new(http.Request)));
        voice.MapPost("/fallback", (HttpContext http, CallerLegs caller) => caller.Fallback(new(http.Request)));
        voice.MapPost("/exits", (HttpContext http, ExitLegs exits) => exits.Exits(new(http.Request)));
        voice.MapPost("/callback", (HttpContext http, ExitLegs exits) => exits.Callback(new(http.Request)));
        voice.MapPost("/callback-answer", (HttpContext http, ExitLegs exits) => exits.CallbackAnswer(new(http.Request)));
        voice.MapPost("/voicemail", (HttpContext http, ExitLegs exits) => exits.Voicemail(new(http.Request)));
        voice.MapPost("/voicemail-after", (HttpContext http, ExitLegs exits) => exits.VoicemailAfter(new(http.Request)));
        voice.MapPost("/backup-screen", (HttpContext http, ExitLegs exits) => exits.BackupScreen(new(http.Request)));
        voice.MapPost("/backup-key", (HttpContext http, ExitLegs exits) => exits.BackupKey(new(http.Request)));
        voice.MapPost("/backup-after", (HttpContext http, ExitLegs exits) => exits.BackupAfter(new(http.Request)));
        voice.MapPost("/counselor", (HttpContext http, CounselorLegs counselor) => counselor.Enter(new(http.Request)));
        voice.MapPost("/counselor-after", (HttpContext http, CounselorLegs counselor) => counselor.After(new(http.Request)));
        voice.MapPost("/screen", (HttpContext http, OwnPhoneLegs own) => own.Screen(new(http.Request)));
        voice.MapPost("/screen-key", (HttpContext http, OwnPhoneLegs own) => own.Key(new(http.Request)));
        voice.MapPost("/status", (HttpContext http, LegReports reports) => reports.Status(new(http.Request)));
        voice.MapPost("/recording", (HttpContext http, LegReports reports) => reports.Recording(new(http.Request)));
        voice.MapPost("/conference", (HttpContext http, LegReports reports) => reports.Conference(new(http.Request)));
    }
}
