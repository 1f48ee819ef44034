namespace Helpline.Exchange;

/// <summary>Who hears whom in a conference.</summary>
internal static class Hearing
{
    /// <summary>Both are in one conference that has begun: their browsers keep a link, also while neither is heard.</summary>
    public static bool IsWith(this Participant one, Participant other) =>
        one != other && one.Conference == other.Conference && one.Conference.HasStarted && !one.HasLeft && !other.HasLeft;

    /// <summary>A coach speaks to one alone, and to nobody once that one is gone.</summary>
    public static bool Hears(this Participant listener, Participant speaker) =>
        listener.IsWith(speaker) && !listener.Hold && MaySpeak(speaker)
        && (!speaker.Coaching || speaker.Conference.Find(speaker.CoachedCall ?? "") == listener);

    private static bool MaySpeak(Participant speaker) => !speaker.Muted && !speaker.Hold && !speaker.Leg.Muted;
}
