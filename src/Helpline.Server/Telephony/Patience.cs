using Helpline.Server.Telephony.Twilio;

namespace Helpline.Server.Telephony;

/// <summary>
/// How often a command is tried, and after which pause. What moves a line is worth seconds only; a voice that lies at the
/// provider is looked for, fetched and deleted there for days.
/// </summary>
internal static class Patience
{
    /// <summary>With seconds in between: the provider stumbled. Beyond it, where anybody still tries, it is away for longer.</summary>
    public const int QuickTries = 5;

    /// <summary>Some five days.</summary>
    private const int MostTries = 32;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <returns>Null when it is over.</returns>
    public static TimeSpan? Pause(LineCommand command, TwilioReply reply)
    {
        if (command.Tries < QuickTries && (IsLost(reply) || IsLater(command.Kind, reply))) return TimeSpan.FromSeconds(command.Tries);
        if (command.Tries >= MostTries || !IsLater(command.Kind, reply)) return null;
        var doubled = TimeSpan.FromMinutes(1) * Math.Pow(2, command.Tries - QuickTries);
        return doubled < Longest ? doubled : Longest;
    }

    private static bool IsLost(TwilioReply reply) => reply is TwilioReply.NotTaken or TwilioReply.Unknown;

    /// <summary>A recording just announced may not be found yet, and a refusal may be a setting that somebody mends.</summary>
    private static bool IsLater(LineCommandKind kind, TwilioReply reply) => kind switch
    {
        LineCommandKind.FetchRecording => reply is not TwilioReply.Ok,
        LineCommandKind.FindRecordings or LineCommandKind.DeleteRecording => reply is not (TwilioReply.Ok or TwilioReply.Gone),
        _ => false,
    };
}
