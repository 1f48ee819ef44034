namespace Helpline.Server.Telephony.Twilio;

/// <summary>Somebody to ring for a conference. It does not print its numbers.</summary>
/// <param name="To">E.164, <c>client:name</c> or <c>sip:address</c>.</param>
/// <param name="From">A number of ours.</param>
/// <param name="Label">Unique in the conference, at most 128 characters.</param>
/// <param name="Timeout">How long it may ring: 5 to 600 s.</param>
/// <param name="EarlyMedia">The others hear the ringing.</param>
/// <param name="CallSidToCoach">The leg that alone hears this one; null for all.</param>
/// <param name="StatusCallback">Told when the leg is initiated, rings, is answered and has ended.</param>
/// <param name="ConferenceStatusCallback">Told what happens in the conference, if this participant is its first.</param>
internal sealed record NewParticipant(
    string To, string From, string? Label = null, bool? StartConferenceOnEnter = null, bool? EndConferenceOnExit = null, bool? Muted = null,
    bool? Beep = null, bool? EarlyMedia = null, string? CallSidToCoach = null, Uri? StatusCallback = null, Uri? ConferenceStatusCallback = null,
    TimeSpan? Timeout = null, TimeSpan? TimeLimit = null)
{
    private static readonly string[] LegEvents = ["initiated", "ringing", "answered", "completed"];
    private static readonly string[] RoomEvents = ["start", "end", "join", "leave"];

    public TwilioForm ToForm() => new()
    {
        { "To", To },
        { "From", From },
        { "Label", Label },
        { "StartConferenceOnEnter", StartConferenceOnEnter },
        { "EndConferenceOnExit", EndConferenceOnExit },
        { "Muted", Muted },
        { "Beep", Beep },
        { "EarlyMedia", EarlyMedia },
        { "Coaching", CallSidToCoach is null ? null : true },
        { "CallSidToCoach", CallSidToCoach },
        { "StatusCallback", StatusCallback },
        { "StatusCallbackMethod", StatusCallback is null ? null : "POST" },
        { "StatusCallbackEvent", StatusCallback is null ? [] : LegEvents },
        { "ConferenceStatusCallback", ConferenceStatusCallback },
        { "ConferenceStatusCallbackMethod", ConferenceStatusCallback is null ? null : "POST" },
        { "ConferenceStatusCallbackEvent", ConferenceStatusCallback is null ? [] : RoomEvents },
        { "Timeout", Timeout },
        { "TimeLimit", TimeLimit },
    };

    public override string ToString() => nameof(NewParticipant);
}

/// <summary>What to change about a leg in a conference; null leaves it as it is.</summary>
/// <param name="Hold">The leg hears <paramref name="HoldUrl"/>'s TwiML (Play, Pause, Redirect) and not the others.</param>
/// <param name="AnnounceUrl">The leg alone hears its TwiML (Play, Pause, Redirect) once.</param>
/// <param name="Coaching">Only <paramref name="CallSidToCoach"/> hears the leg. Unmute after this, mute before it is taken back.</param>
internal sealed record ParticipantChange(
    bool? Muted = null, bool? Hold = null, Uri? HoldUrl = null, bool? Coaching = null, string? CallSidToCoach = null,
    bool? EndConferenceOnExit = null, Uri? AnnounceUrl = null)
{
    public TwilioForm ToForm() => new()
    {
        { "Muted", Muted },
        { "Hold", Hold },
        { "HoldUrl", HoldUrl },
        { "HoldMethod", HoldUrl is null ? null : "POST" },
        { "Coaching", Coaching },
        { "CallSidToCoach", CallSidToCoach },
        { "EndConferenceOnExit", EndConferenceOnExit },
        { "AnnounceUrl", AnnounceUrl },
        { "AnnounceMethod", AnnounceUrl is null ? null : "POST" },
    };
}
