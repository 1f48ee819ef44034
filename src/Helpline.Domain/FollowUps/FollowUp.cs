using Helpline.Domain.Line;
using Helpline.Domain.Notes;
using Helpline.Domain.Persons;
using Helpline.Domain.Work;

namespace Helpline.Domain.FollowUps;

/// <summary>How somebody is followed up.</summary>
public enum FollowUpKind { Call, Sms, Visit }

/// <summary>A promise to ask again how somebody is. Codes are of the catalog; times are UTC.</summary>
public sealed class FollowUp : IVersioned, IOwedCall
{
    /// <summary>How long around an agreed time the person expects us, whatever her safe hours are.</summary>
    private static readonly TimeSpan Expected = TimeSpan.FromHours(1);

    public required Guid Id { get; init; }

    /// <summary>What people call it: 20261125-0001.</summary>
    public required string Number { get; init; }
    public required FollowUpKind Kind { get; init; }

    /// <summary>The case, or without one the contact, the person or the referral: of each only one of a kind is open.</summary>
    public required Guid About { get; set; }
    public Guid? CaseId { get; set; }
    public Guid? ContactId { get; init; }
    public Guid? PersonId { get; init; }
    public Guid? ReferralId { get; init; }

    /// <summary>Code of <c>follow_up_reasons</c>.</summary>
    public required string Why { get; init; }

    /// <summary>Code of <c>risk_levels</c>.</summary>
    public required string Risk { get; init; }

    /// <summary>kk, ru or en.</summary>
    public required string Language { get; init; }

    /// <summary>The person agreed to be called. Without a card of the person it is all that we know of her wishes.</summary>
    public bool MayCall { get; set; }
    public required string PlannedBy { get; init; }
    public required DateTime PlannedAt { get; init; }

    /// <summary>User name of whoever carries it out.</summary>
    public required string Owner { get; set; }
    string? IOwedCall.Owner => Owner;

    /// <summary>The owner's team; null for an organization without teams.</summary>
    public string? Team { get; set; }
    public FollowUpState State { get; private set; }

    /// <summary>When it is to be done, or tried again.</summary>
    public required DateTime DueAt { get; set; }

    /// <summary>The time that the person agreed to; null when we chose it.</summary>
    public DateTime? AgreedFor { get; private set; }
    public Guid? Calling { get; private set; }

    /// <summary>The call that somebody answered, until its outcome is said: a mailbox picks up too.</summary>
    public Guid? Answered { get; private set; }
    public int Attempts { get; private set; }
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Code of <c>follow_up_ends</c> of a cancelled one.</summary>
    public string? EndReason { get; private set; }
    public Guid? SupersededBy { get; private set; }
    public long Version { get; private set; }

    /// <summary>The person's wishes, or the careful choice for somebody of whom we know only whether she may be called.</summary>
    public static SafeContact Wishes(Person? person, bool mayCall) => person?.SafeContact ?? (SafeContact.Careful with { MayCall = mayCall });

    /// <inheritdoc cref="Wishes(Person?, bool)"/>
    public SafeContact Wishes(Person? person) => Wishes(person, MayCall);

    /// <summary>Whether the person may be called now without a reason: no quiet or unsafe hour, and not sooner than it is to be tried again.</summary>
    public bool MayCallNow(Person? person, DateTime now, LineRules line)
    {
        var local = line.Local(now);
        if (line.Quiet.Holds(local) || State == FollowUpState.Attempted && DueAt > now) return false;
        return IsExpected(now) || Wishes(person).MayCallAt(local, line.Quiet);
    }

    public bool ComeDue(DateTime now) => DueAt <= now && Move(FollowUpEvent.CameDue);

    /// <summary>Tried in vain.</summary>
    /// <param name="counts">At a time at which a vain try says something; see <see cref="FollowUpRules.Counts"/>.</param>
    /// <param name="next">When to try again.</param>
    public bool Try(bool counts, DateTime next)
    {
        if (!Move(FollowUpEvent.Tried)) return false;
        (DueAt, AgreedFor, Answered) = (next, null, null);
        if (counts) Attempts++;
        return true;
    }

    /// <summary>The person named a time: no failure, whatever was tried before.</summary>
    public bool Agree(DateTime at)
    {
        if (!Move(FollowUpEvent.Agreed)) return false;
        (DueAt, AgreedFor, MayCall, Answered) = (at, at, true, null);
        return true;
    }

    public bool GiveTo(string owner, string? team)
    {
        if (Calling is not null || !Move(FollowUpEvent.GivenOn)) return false;
        (Owner, Team) = (owner, team);
        return true;
    }

    public bool Reach(DateTime now) => Close(FollowUpEvent.Reached, now);

    public bool GiveUp(DateTime now)
    {
        if (!Close(FollowUpEvent.GivenUp, now)) return false;
        Attempts++;
        return true;
    }

    /// <param name="reason">Code of <c>follow_up_ends</c>; null when it ended with its case.</param>
    public bool Cancel(string? reason, DateTime now)
    {
        if (!Close(FollowUpEvent.Cancelled, now)) return false;
        EndReason = reason;
        return true;
    }

    public bool GiveWayTo(Guid newer, DateTime now)
    {
        if (!Close(FollowUpEvent.Superseded, now)) return false;
        SupersededBy = newer;
        return true;
    }

    public bool Call(Guid call)
    {
        if (Kind != FollowUpKind.Call || Calling is not null || !FollowUpFlow.IsOpen(State)) return false;
        (Calling, Answered) = (call, null);
        return true;
    }

    /// <summary>Whoever picked up may be a mailbox or somebody else: the counselor says who it was.</summary>
    public void Called(bool reached, DateTime now) => (Answered, Calling) = (reached && FollowUpFlow.IsOpen(State) ? Calling : null, null);

    /// <summary>Its person is being called, or was, and the outcome is not said yet.</summary>
    public bool IsBeingCarriedOut => (Calling ?? Answered) is not null;

    /// <summary>It comes later than one that is due then, or is of a lower risk.</summary>
    public bool SaysLessThan(string risk, DateTime dueAt) => DueAt > dueAt || RiskLevels.Of(Risk) < RiskLevels.Of(risk);

    /// <summary>What it is about has become part of a case.</summary>
    public void Join(Guid inCase) => (CaseId, About) = (inCase, FollowUpFlow.IsOpen(State) ? inCase : About);

    /// <summary>Whether the person expects us at this moment because she agreed to it.</summary>
    private bool IsExpected(DateTime now) => AgreedFor is { } at && now >= at - Expected && now <= at + Expected;

    private bool Close(FollowUpEvent what, DateTime now)
    {
        if (!Move(what)) return false;
        (ClosedAt, Answered) = (now, null);
        return true;
    }

    private bool Move(FollowUpEvent what)
    {
        if (FollowUpFlow.Next(State, what) is not { } next) return false;
        State = next;
        return true;
    }
}
