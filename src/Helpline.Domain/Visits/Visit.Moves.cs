namespace Helpline.Domain.Visits;

/// <summary>What may happen to a visit, as <see cref="VisitFlow"/> says; each is false, and changes nothing, when it may not.</summary>
public sealed partial class Visit
{
    public bool Confirm() => Move(VisitEvent.Confirmed);

    public bool MoveTo(DateTime from, DateTime to)
    {
        if (!Move(VisitEvent.Moved)) return false;
        (PlannedFrom, PlannedTo) = (from, to);
        return true;
    }

    /// <summary>It took place.</summary>
    /// <param name="held">When it truly did.</param>
    /// <returns>False also for a missed one in whose place another is planned: that one is to be written.</returns>
    public bool Hold(DateTime held, int minutes, string result, bool late, DateTime now)
    {
        if (Next is not null || !Move(VisitEvent.Done)) return false;
        (HeldAt, Minutes, Result, EnteredLate, EndedAt, IsOwed) = (held, minutes, result, late, now, false);
        (Attention, AttentionSince, SeenBy) = (null, null, null);
        return true;
    }

    /// <summary>What of its form is no secret stands beside it, so that it can be counted.</summary>
    public void Tell(VisitForm form) => (Services, NextFrom) = (string.Concat(form.Services.Distinct().Select((code, i) => i == 0 ? $" {code} " : $"{code} ")), form.NextFrom);

    /// <param name="reason">Null when nobody reported anything.</param>
    public bool Miss(string? reason, string? result, DateTime now)
    {
        if (!Move(VisitEvent.Missed)) return false;
        (MissedReason, Result, EndedAt) = (reason, result, now);
        return true;
    }

    public bool Cancel(string reason, DateTime now)
    {
        if (!Move(VisitEvent.Cancelled)) return false;
        (CancelReason, EndedAt, IsOwed) = (reason, now, false);
        return true;
    }

    /// <summary>The next attempt takes the place of this missed one.</summary>
    public bool ReplanAs(Guid next)
    {
        if (Next is not null || !Move(VisitEvent.Replanned)) return false;
        (Next, IsOwed, AttentionSince) = (next, false, null);
        return true;
    }

    /// <summary>A supervisor is asked to look, from now on and until she has.</summary>
    public bool Escalate(VisitAttention why, DateTime now)
    {
        if (!Move(VisitEvent.Escalated)) return false;
        (Attention, AttentionSince, SeenBy) = (why, now, null);
        return true;
    }

    /// <summary>A supervisor has looked and is asked no more; a missed one stays owed until it is tried again or settled.</summary>
    /// <returns>False when nobody was asked to look.</returns>
    public bool SeeTo(string by)
    {
        if (AttentionSince is null || !Move(VisitEvent.SeenTo)) return false;
        (AttentionSince, SeenBy) = (null, by);
        return true;
    }

    /// <summary>It was looked at; nothing more is tried for a missed one.</summary>
    public bool Settle()
    {
        if (!Move(VisitEvent.Settled)) return false;
        (AttentionSince, IsOwed) = (null, false);
        return true;
    }

    private bool Move(VisitEvent what)
    {
        if (VisitFlow.Next(State, what) is not { } next) return false;
        State = next;
        return true;
    }
}
