namespace Helpline.Domain.Calls;

/// <summary>How caller and counselor come into a room and lose each other: tickets, who joined, who is missed.</summary>
public sealed partial class Call
{
    /// <summary>The provider's name for the counselor's line.</summary>
    public string? CounselorLeg { get; private set; }

    /// <summary>That line is her own telephone, and not her browser.</summary>
    public bool CounselorByPhone { get; private set; }

    /// <summary>The provider's name for the room of this attempt, once it has told it.</summary>
    public string? Conference { get; private set; }

    /// <summary>Numbers the attempts to connect; each has a room of its own, so a late event of an old room touches nothing.</summary>
    public int Attempt { get; private set; }

    /// <summary>Numbers the tickets; only the newest opens the room, once.</summary>
    public int TicketNumber { get; private set; }
    public DateTime? TicketUntil { get; private set; }
    public DateTime? CallerJoinedAt { get; private set; }
    public DateTime? CounselorJoinedAt { get; private set; }

    /// <summary>The caller's line ended while we still wait for the report that both had met.</summary>
    public DateTime? CallerLeftAt { get; private set; }

    /// <summary>Reports settle before it counts: before a talk that her line ended, in a talk that she left it on purpose.</summary>
    public bool CounselorGone { get; private set; }

    /// <summary>The counselor's browser was reloaded: a new ticket for the same room. In a talk she has the time of a broken line to come back.</summary>
    public bool Rejoin(DateTime now, CallRules rules)
    {
        if (State is not (CallState.Connecting or CallState.Talking)) return false;
        // The end of the line that is let go tells nothing any more: without a time of its own nobody would look for the caller again.
        if (State == CallState.Talking) Deadline = CounselorGone ? now + rules.ReturnWithin : Deadline ?? now + rules.ReturnWithin;
        LetGoOfCounselorsLine();
        IssueTicket(now + rules.TicketLife);
        return true;
    }

    /// <summary>The counselor's line asks for the room with a ticket. A ticket opens once.</summary>
    public bool Admit(string leg, int ticket, DateTime now, bool byPhone = false)
    {
        if (State is not (CallState.Connecting or CallState.Talking)) return false;
        if (ticket != TicketNumber || CounselorLeg is not null || TicketUntil < now) return false;
        (CounselorLeg, CounselorByPhone) = (leg, byPhone);
        return true;
    }

    public bool SeesRoom(string conference)
    {
        if (Conference == conference || !CallFlow.IsLive(State)) return false;
        Conference = conference;
        return true;
    }

    /// <summary>The caller is in the room.</summary>
    public bool CallerJoins(DateTime at, DateTime now, CallRules rules)
    {
        if (CallerJoinedAt <= at || Attempt == 0) return false;
        CallerJoinedAt = at;
        return Joined(now, rules);
    }

    /// <summary>The counselor is in the room: for the first time, or back after her line broke.</summary>
    public bool CounselorJoins(DateTime at, DateTime now, CallRules rules)
    {
        if (CounselorJoinedAt <= at || Attempt == 0) return false;
        CounselorJoinedAt = at;
        if (State == CallState.Talking) Deadline = null;
        return Joined(now, rules);
    }

    /// <summary>
    /// The counselor's line ended without her having hung up. In a talk she gets time to come back; before it, reports of
    /// who joined may still be under way, so the call settles first.
    /// </summary>
    public bool MissCounselor(string leg, DateTime now, CallRules rules)
    {
        if (leg != CounselorLeg || CounselorGone || State is not (CallState.Connecting or CallState.Talking)) return false;
        if (State == CallState.Connecting)
        {
            CounselorGone = true;
            DueBy(now + rules.Settle);
            return true;
        }
        LetGoOfCounselorsLine();
        Deadline = now + rules.ReturnWithin;
        return true;
    }

    /// <summary>
    /// The counselor has left the room and not the line: she ends the talk, unless the reports to come say that the room ended
    /// because of the caller.
    /// </summary>
    public bool CounselorLeaves(string leg, int ticket, DateTime now, CallRules rules)
    {
        if (State != CallState.Talking || ticket != TicketNumber || CounselorGone || CounselorLeg is { } line && line != leg) return false;
        LetGoOfCounselorsLine();
        (CounselorGone, Deadline) = (true, now + rules.Settle);
        return true;
    }

    /// <summary>The counselor did not come, or did not come back: the caller is first in line again.</summary>
    public bool ReturnToHead(CallEvent what, DateTime now)
    {
        if (what is not (CallEvent.ConnectLapsed or CallEvent.CounselorLost) || !Move(what, now)) return false;
        if (what == CallEvent.CounselorLost) (Preferred, HandedOnBy) = (Counselor, null);
        Requeue(now);
        return true;
    }

    private void Claim(string counselor, DateTime now, CallRules rules)
    {
        Counselor = counselor;
        Attempt++;
        ForgetRoom();
        IssueTicket(now + rules.TicketLife);
        Deadline = now + rules.ConnectWithin;
    }

    private bool Joined(DateTime now, CallRules rules)
    {
        if (CallerJoinedAt is not { } caller || CounselorJoinedAt is not { } counselor) return true;
        var both = caller > counselor ? caller : counselor;
        if (State == CallState.Connecting)
        {
            Move(CallEvent.Bridged, now);
            AnsweredAt = both;
            FirstAnsweredAt ??= both;
            if (CallerLeftAt is { } left) return EndByCaller(left, now, rules);
            if (CounselorGone && CounselorLeg is { } leg)
            {
                CounselorGone = false;
                MissCounselor(leg, now, rules);
            }
        }
        else if (AnsweredAt > both)
        {
            AnsweredAt = both;
        }
        return true;
    }

    private void Requeue(DateTime now)
    {
        Raise(1);
        // Somebody whom we called has no place in the queue yet.
        QueuedAt ??= now;
        (Counselor, AnsweredAt) = (null, null);
        ForgetRoom();
    }

    private void IssueTicket(DateTime until)
    {
        TicketNumber++;
        TicketUntil = until;
    }

    private void ForgetRoom()
    {
        LetGoOfCounselorsLine();
        (CallerJoinedAt, TicketUntil, CallerLeftAt, Conference, HeldSince) = (null, null, null, null, null);
    }

    private void LetGoOfCounselorsLine() => (CounselorLeg, CounselorByPhone, CounselorJoinedAt, CounselorGone) = (null, false, null, false);
}
