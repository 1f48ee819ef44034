namespace Helpline.Domain.Referrals;

/// <summary>Somebody is asked, in writing, to help a person of ours. Codes are of the catalog; times are UTC.</summary>
public sealed class Referral : IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>What people call it: 20261125-0001.</summary>
    public required string Number { get; init; }
    public Guid? CaseId { get; set; }
    public Guid? PersonId { get; init; }
    public Guid? ContactId { get; init; }

    /// <summary>User name of whoever made it.</summary>
    public required string Sender { get; init; }

    /// <summary>The sender's team; null for an organization without teams.</summary>
    public string? Team { get; init; }
    public required DateTime CreatedAt { get; init; }

    /// <summary>The organization it goes to, when it stands in the directory.</summary>
    public Guid? OrganizationId { get; set; }

    /// <summary>Its name as it was when the referral was made.</summary>
    public required string OrganizationName { get; set; }

    /// <summary>User name of who is to answer it, or has accepted it; null for anybody of the organization, or a partner without an account.</summary>
    public string? Receiver { get; set; }
    public required string ServiceKind { get; set; }

    /// <summary>Code of <c>referral_urgencies</c>.</summary>
    public required string Urgency { get; set; }

    /// <summary>Where the person is, in a few words and without a name.</summary>
    public string? Area { get; set; }

    /// <summary>Why, for our own eyes; encrypted.</summary>
    public required string SealedReason { get; set; }

    /// <summary>What the receiver needs to know, without a name; encrypted.</summary>
    public string? SealedForPartner { get; set; }

    /// <summary>Name and telephone of the person, which the receiver sees once it has accepted; encrypted. Only with consent.</summary>
    public string? SealedReach { get; set; }

    /// <summary>The person agreed to be referred.</summary>
    public bool Consent { get; set; }

    /// <summary>Why it is sent without consent; code of <c>referral_override_reasons</c>.</summary>
    public string? OverrideReason { get; set; }

    /// <summary>The one that was refused and that this one stands in for.</summary>
    public Guid? Replaces { get; init; }
    public Guid? ReplacedBy { get; private set; }

    public ReferralState State { get; private set; }
    public DateTime? SentAt { get; private set; }

    /// <summary>By when the receiver is to answer; of an urgent draft, by when it is to be sent.</summary>
    public DateTime? AnswerBy { get; private set; }
    public DateTime? VisitBy { get; private set; }

    /// <summary>The deadline that counts in this state; null when nothing is waited for. Once it has passed the referral is overdue.</summary>
    public DateTime? DueAt { get; private set; }
    public DateTime? ReceivedAt { get; private set; }

    /// <summary>When it was accepted or rejected.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>Who accepted it: a user name, or a partner's link.</summary>
    public string? AcceptedBy { get; private set; }
    public string? Responsible { get; private set; }
    public DateTime? VisitFrom { get; private set; }
    public DateTime? VisitUntil { get; private set; }
    public DateTime? HoldUntil { get; private set; }
    public DateTime? CompletedAt { get; private set; }
    public DateTime? ReviewBy { get; private set; }
    public DateTime? EndedAt { get; private set; }

    /// <summary>Of the last refusal, hold or end without result.</summary>
    public string? ReasonCode { get; private set; }

    /// <summary>The last words of one side to the other, encrypted.</summary>
    public string? SealedRemark { get; private set; }
    public string? Outcome { get; private set; }
    public List<string> Services { get; private set; } = [];
    public string? Reached { get; private set; }
    public string? NeedMet { get; private set; }
    public long Version { get; private set; }

    public bool IsOverdue(DateTime now) => DueAt < now;

    /// <summary>It came back, and its sender has neither closed the loop nor sent another in its place.</summary>
    public bool IsBack => State is ReferralState.Completed or ReferralState.Rejected or ReferralState.NotCompleted && Reached is null && ReplacedBy is null;

    /// <inheritdoc cref="ReferralFlow.Steps"/>
    public IReadOnlyList<ReferralEvent> Steps(ReferralEvent what) => what == ReferralEvent.Reviewed && !IsBack ? [] : ReferralFlow.Steps(State, what);

    /// <summary>What somebody on this side may do now.</summary>
    public IEnumerable<ReferralEvent> Open(ReferralSide side) => ReferralFlow.Open(State, side).Where(what => Steps(what).Count > 0);

    /// <returns>False when the move is not legal now; nothing has changed then.</returns>
    public bool Move(ReferralAct act, DateTime now)
    {
        if (act.What == ReferralEvent.Reviewed && !IsBack || ReferralFlow.Next(State, act.What) is not { } next) return false;
        if (next != State && next >= ReferralState.Closed) EndedAt = now;
        State = next;
        Write(act, now);
        SealedRemark = act.SealedRemark ?? SealedRemark;
        ReasonCode = act.Reason ?? ReasonCode;
        DueAt = Due();
        return true;
    }

    /// <summary>It cannot wait: whoever wrote it is to send it by then.</summary>
    /// <returns>False when it is no draft any more.</returns>
    public bool IsToBeSentBy(DateTime at)
    {
        if (State != ReferralState.Draft) return false;
        AnswerBy = DueAt = at;
        return true;
    }

    /// <returns>False when it was not refused, or another one stands in for it already.</returns>
    public bool GiveWayTo(Guid successor)
    {
        if (!IsBack || State == ReferralState.Completed) return false;
        ReplacedBy = successor;
        return true;
    }

    private void Write(ReferralAct act, DateTime now)
    {
        switch (act.What)
        {
            case ReferralEvent.Sent:
                (SentAt, AnswerBy, VisitBy) = (now, act.Deadlines?.AnswerBy, act.Deadlines?.VisitBy);
                break;
            case ReferralEvent.Received:
                ReceivedAt = now;
                break;
            case ReferralEvent.Accepted:
                (AnsweredAt, AcceptedBy, Responsible) = (now, act.By, act.Responsible);
                break;
            case ReferralEvent.Rejected:
                AnsweredAt = now;
                break;
            case ReferralEvent.Scheduled or ReferralEvent.Rescheduled:
                (VisitFrom, VisitUntil) = (act.From, act.Until);
                break;
            case ReferralEvent.Held:
                HoldUntil = act.Until;
                break;
            case ReferralEvent.Completed:
                (CompletedAt, ReviewBy, Outcome, Services) = (now, act.ReviewBy, act.Outcome, [.. act.Services]);
                break;
            case ReferralEvent.Reviewed:
                (Reached, NeedMet) = (act.Reached, act.NeedMet);
                break;
        }
    }

    private DateTime? Due() => State switch
    {
        ReferralState.Draft or ReferralState.Sent or ReferralState.Received => AnswerBy,
        ReferralState.Accepted or ReferralState.Scheduled => VisitBy,
        ReferralState.OnHold => HoldUntil,
        ReferralState.Completed => ReviewBy,
        _ => null,
    };
}
