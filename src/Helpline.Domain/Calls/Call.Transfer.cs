namespace Helpline.Domain.Calls;

/// <summary>A talk that goes on with somebody else.</summary>
public sealed partial class Call
{
    /// <summary>User name of the counselor who gave the caller back to the queue, or the supervisor who gave a waiting one to somebody; null when nobody did.</summary>
    public string? HandedOnBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? HandedOnAt { get; private set; }

    /// <summary>A colleague who is in the room goes on; the room and the talk stay.</summary>
    public bool TakeOver(string colleague, string leg, DateTime now)
    {
        if (State != CallState.Talking) return false;
        (Counselor, CounselorLeg, CounselorByPhone, CounselorJoinedAt, AnsweredAt) = (colleague, leg, false, now, now);
        (Deadline, TicketUntil, HelpAskedAt) = (null, null, null);
        return true;
    }

    /// <summary>A supervisor gives a caller who waits to a colleague, who is asked first when free.</summary>
    public bool Assign(string to, string by, DateTime now)
    {
        if (State is not (CallState.Waiting or CallState.Offered)) return false;
        (Preferred, HandedOnBy, HandedOnAt) = (to, by, now);
        return true;
    }

    /// <summary>Back to the queue, in the old place and at its head, for somebody else.</summary>
    /// <param name="to">Asked first when free; null for anybody.</param>
    /// <param name="language">Null leaves it.</param>
    /// <param name="topic">Null leaves it.</param>
    public bool HandOn(string? to, string? language, string? topic, DateTime now, TimeSpan longestWait)
    {
        var by = Counselor;
        if (!Move(CallEvent.HandedOn, now)) return false;
        (Preferred, Language, Topic) = (to, language ?? Language, topic ?? Topic);
        (HandedOnBy, HandedOnAt, WaitUntil) = (by, now, now + longestWait);
        Requeue(now);
        return true;
    }
}
