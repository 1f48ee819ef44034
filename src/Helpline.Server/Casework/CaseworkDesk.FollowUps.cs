using Helpline.Domain.Casework;
using Helpline.Domain.FollowUps;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Casework;

/// <summary>Promises to ask again.</summary>
internal sealed partial class CaseworkDesk
{
    /// <summary>What alarms are set for after the commit: an id and its due time, UTC.</summary>
    public List<(Guid FollowUp, DateTime At)> Alarms { get; init; } = [];

    /// <summary>Its time has come; a text message goes out by itself.</summary>
    /// <returns>False when there is nothing to do: done already, moved, or over.</returns>
    public async Task<bool> ComeDue(Guid id)
    {
        if (await db.FollowUps.FindAsync(id) is not { } followUp || followUp.DueAt > now) return false;
        var from = followUp.State;
        if (FollowUpFlow.Next(from, FollowUpEvent.CameDue) is null) return false;
        if (followUp.Kind == FollowUpKind.Sms && await PutOff(followUp)) return true;
        if (!followUp.ComeDue(now)) return false;
        await Moved(followUp, from, nameof(FollowUpEvent.CameDue));
        if (followUp.Kind == FollowUpKind.Sms) await SendText(followUp);
        return true;
    }

    /// <summary>The person named a time.</summary>
    /// <returns>False when it is over, or she is being called.</returns>
    public async Task<bool> AgreeCallback(FollowUp followUp, DateTime at)
    {
        var from = followUp.State;
        if (followUp.Calling is not null || !followUp.Agree(at)) return false;
        await Moved(followUp, from, nameof(FollowUpEvent.Agreed));
        return true;
    }

    /// <returns>False when it is over, or its owner calls at this moment.</returns>
    public async Task<bool> GiveFollowUpTo(FollowUp followUp, string owner)
    {
        if (followUp.Owner == owner) return FollowUpFlow.IsOpen(followUp.State);
        var (from, before) = (followUp.State, followUp.Owner);
        if (!followUp.GiveTo(owner, await TeamOf(owner))) return false;
        await Revoke(before, Subject.FollowUp, followUp.Id, GrantGround.Own);
        await Grant(owner, Subject.FollowUp, followUp.Id, GrantGround.Own, followUp.PlannedAt, caseId: followUp.CaseId);
        await GrantToCaseOwner(followUp.CaseId, Subject.FollowUp, followUp.Id, followUp.PlannedAt);
        News.Work(before);
        await Moved(followUp, from, nameof(FollowUpEvent.GivenOn));
        return true;
    }

    /// <param name="reason">Code of <c>follow_up_ends</c>.</param>
    public async Task<bool> Cancel(FollowUp followUp, string reason)
    {
        var from = followUp.State;
        if (followUp.Calling is not null || !followUp.Cancel(reason, now)) return false;
        await Moved(followUp, from, nameof(FollowUpEvent.Cancelled), reason);
        return true;
    }

    /// <summary>The case is closed: nobody is followed up in it any more.</summary>
    /// <returns>How many were cancelled.</returns>
    private async Task<int> CancelFollowUpsOf(Guid caseId)
    {
        const string CaseClosed = "case_closed";
        var open = await db.FollowUps.Where(f => f.CaseId == caseId && f.ClosedAt == null).ToListAsync();
        foreach (var followUp in open)
        {
            var from = followUp.State;
            followUp.Cancel(CaseClosed, now);
            await Moved(followUp, from, nameof(FollowUpEvent.Cancelled), CaseClosed);
        }
        return open.Count;
    }

    /// <summary>Every move: the history, the owner's board, the alarm, and an end of what was told of it when it was overdue.</summary>
    private async Task Moved(FollowUp followUp, FollowUpState? from, string what, string? reason = null, string? by = null)
    {
        Record(Subject.FollowUp, followUp.Id, followUp.CaseId, what, from?.ToString(), followUp.State.ToString(), reason, by);
        News.Work(followUp.Owner);
        if (followUp.State is FollowUpState.Scheduled or FollowUpState.Attempted) Alarms.Add((followUp.Id, followUp.DueAt));
        if (from is not null && what is not (nameof(FollowUpEvent.CameDue) or nameof(FollowUpEvent.GivenOn))) await StepDown(Subject.FollowUp, followUp.Id);
    }

    private Task<string?> TeamOf(string userName) => db.Users.Where(a => a.UserName == userName).Select(a => a.Team).FirstOrDefaultAsync();
}
