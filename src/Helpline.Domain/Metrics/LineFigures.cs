namespace Helpline.Domain.Metrics;

/// <summary>
/// The one definition of each figure of the line. The variants of the service level are those that ICMI and Call Centre Helper
/// describe; ours is the net one, which leaves out who hung up at once. All count calls that are over.
/// </summary>
public static class LineFigures
{
    /// <summary>Ours: answered in time, of all but short abandons.</summary>
    public static Figure ServiceLevel(CallSums s) => new("service_level", s.AnsweredInTime, s.Closed - s.ShortAbandons);

    /// <summary>The same by the second promise, <see cref="ServicePromise.SoonerSeconds"/>.</summary>
    public static Figure ServiceLevelSooner(CallSums s, Waits answered, ServicePromise promise) =>
        new("service_level_sooner", answered.Between(-1, promise.SoonerSeconds), s.Closed - s.ShortAbandons);

    /// <summary>Answered in time, of all.</summary>
    public static Figure ServiceLevelOfAll(CallSums s) => new("service_level_of_all", s.AnsweredInTime, s.Closed);

    /// <summary>Answered in time, of all but those who left before the answer time was over.</summary>
    public static Figure ServiceLevelOfPatient(CallSums s) => new("service_level_of_patient", s.AnsweredInTime, s.Closed - s.AbandonedInTime);

    /// <summary>Who left before the answer time was over counts as served.</summary>
    public static Figure ServiceLevelPositive(CallSums s) => new("service_level_positive", s.AnsweredInTime + s.AbandonedInTime, s.Closed);

    /// <summary>Answered in time, of the answered: the wording of the 988 line.</summary>
    public static Figure ServiceLevelOfAnswered(CallSums s) => new("service_level_of_answered", s.AnsweredInTime, s.Answered);

    public static Figure AnswerRate(CallSums s) => new("answer_rate", s.Answered, s.Closed);
    public static Figure AnswerRateNet(CallSums s) => new("answer_rate_net", s.Answered, s.Closed - s.ShortAbandons);
    public static Figure AbandonRate(CallSums s) => new("abandon_rate", s.Abandoned, s.Closed);
    public static Figure AbandonRateNet(CallSums s) => new("abandon_rate_net", s.Abandoned - s.ShortAbandons, s.Closed - s.ShortAbandons);

    /// <summary>Seconds, of the answered.</summary>
    public static Figure SpeedOfAnswer(CallSums s) => new("speed_of_answer", s.AnsweredWait, s.Answered);

    /// <summary>Seconds, of the abandoned.</summary>
    public static Figure TimeToAbandon(CallSums s) => new("time_to_abandon", s.AbandonedWait, s.Abandoned);

    /// <summary>Seconds, of the abandoned but the short ones.</summary>
    public static Figure TimeToAbandonNet(CallSums s) => new("time_to_abandon_net", s.LongAbandonedWait, s.Abandoned - s.ShortAbandons);

    /// <summary>Seconds of talk, hold and wrap-up, of the answered.</summary>
    public static Figure HandleTime(CallSums s) => new("handle_time", s.Handle, s.Answered);
    public static Figure TalkTime(CallSums s) => new("talk_time", s.Talk, s.Answered);
    public static Figure HoldTime(CallSums s) => new("hold_time", s.Hold, s.Answered);
    public static Figure WrapTime(CallSums s) => new("wrap_time", s.Wrap, s.Answered);

    /// <summary>Seconds that the accepted offers rang.</summary>
    public static Figure RingTime(CrewSums crew) => new("ring_time", crew.Ring, crew.Accepted);

    /// <summary>Of the time in calls or ready for one, the part in calls. Both by the clock, so that a call over midnight counts on both days.</summary>
    public static Figure Occupancy(CrewSums crew) => new("occupancy", crew.Work, crew.Work + crew.Ready);

    /// <summary>Of the time signed in, the part in calls.</summary>
    public static Figure Utilization(CrewSums crew) => new("utilization", crew.Work, crew.SignedIn);

    /// <summary>Offers that rang in vain.</summary>
    public static Figure MissedOffers(CrewSums crew) => new("missed_offers", crew.Missed, crew.Offers);

    /// <summary>Offers that rang in vain though the caller stayed on the line.</summary>
    public static Figure MissedOffersCallerStayed(CrewSums crew) => new("missed_offers_caller_stayed", crew.MissedThoughCallerStayed, crew.Offers);

    /// <summary>Of the callbacks that were promised, those that ended in a talk.</summary>
    public static Figure CallbacksKept(int kept, int asked) => new("callbacks_kept", kept, asked);
}
