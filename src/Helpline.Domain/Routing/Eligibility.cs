using Helpline.Domain.Counselors;

namespace Helpline.Domain.Routing;

/// <summary>Whether a call may ring for a counselor now, and if not, why not.</summary>
public enum Verdict
{
    /// <summary>She may be asked.</summary>
    Ask,

    /// <summary>Nobody is at her board: signed out, or the page is not heard of.</summary>
    SignedOut,

    /// <summary>The rota decides, and she is not on shift.</summary>
    OffShift,

    /// <summary>On a break, with a technical problem, in a debriefing or paused.</summary>
    Away,

    /// <summary>Another call rings for her, or she talks or wraps up.</summary>
    Engaged,
    OtherLanguage,

    /// <summary>She let this very call go a moment ago.</summary>
    LetItGo,

    /// <summary>The topic is not hers, and it is too early to ask everybody.</summary>
    OtherTopic,

    /// <summary>The call wants more experience, and it is too early to ask everybody.</summary>
    LowerLevel,

    /// <summary>Supervisors are asked later.</summary>
    SupervisorLater,

    /// <summary>She has just become free, and somebody before this caller is to be called back: see <see cref="RoutingRules.Keeps"/>.</summary>
    CallbackFirst,
}

/// <summary>
/// The one answer to "may this call ring for her?": offering asks it, and so does whoever wants to know why a call did not.
/// Language is hard; topic and level give way as the caller waits (<see cref="RoutingRules.Steps"/>).
/// </summary>
public static class Eligibility
{
    /// <param name="lapsedAt">When an offer of this call to her last came to nothing.</param>
    public static Verdict Of(WaitingCall call, CounselorSeat seat, DateTime? lapsedAt, RoutingRules rules, DateTime now)
    {
        if (seat.State == PresenceState.Offline || !seat.IsHeard) return Verdict.SignedOut;
        if (seat is { IsCounselor: true, IsOnShift: false }) return Verdict.OffShift;
        if (seat.State is not (PresenceState.Available or PresenceState.LastCall)) return Verdict.Away;
        if (seat.IsEngaged) return Verdict.Engaged;
        if (!seat.Languages.Contains(call.Language)) return Verdict.OtherLanguage;
        if (now - lapsedAt < rules.AskAgainAfter) return Verdict.LetItGo;
        var step = rules.StepAt(now - call.QueuedAt).Ask;
        if (!seat.IsCounselor && step < Widening.Supervisors) return Verdict.SupervisorLater;
        if (step > Widening.Exact) return Verdict.Ask;
        if (call.Topic is { } topic && seat.Topics.Count > 0 && !seat.Topics.Contains(topic)) return Verdict.OtherTopic;
        return seat.Level < call.Level ? Verdict.LowerLevel : Verdict.Ask;
    }
}
