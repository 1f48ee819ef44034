using Helpline.Domain.Audit;
using Helpline.Domain.Calls;
using Helpline.Domain.Casework;
using Helpline.Domain.Supervision;
using Helpline.Server.Casework;
using Helpline.Server.Telephony;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Calls;

/// <summary>Supervisors in a call: they listen, and may speak to the counselor or to both.</summary>
internal sealed partial class CallDesk
{
    /// <returns>Null when nobody talks on this call.</returns>
    public Listener? Listen(Call call, string supervisor)
    {
        if (call.State != CallState.Talking || call.Counselor == supervisor) return null;
        var listener = new Listener { Id = Guid.CreateVersion7(now), CallId = call.Id, UserName = supervisor, Since = now, TicketUntil = now + rules.Calls.TicketLife };
        db.Listeners.Add(listener);
        Record("Listened", call.Id, supervisor);
        Heard(call.Id, supervisor, "talk", AccessReasons.Supervision);
        return listener;
    }

    /// <summary>Who heard a caller's voice without being the one who talks is for the auditors too.</summary>
    /// <param name="what">talk, voicemail or recording.</param>
    /// <param name="why">A code of <see cref="AccessReasons"/>.</param>
    private void Heard(Guid call, string who, string what, string why) =>
        db.Append(new AuditEntry { At = now, Actor = who, Action = AuditAction.Listened, Subject = Subject.Contact, SubjectId = call, What = what, Reason = why });

    /// <summary>The supervisor's line asks for the room.</summary>
    /// <returns>The call whose room it enters; null when it may not.</returns>
    public async Task<Call?> AdmitListener(Guid id, string supervisor, string leg)
    {
        var listener = await db.Listeners.FindAsync(id);
        if (listener is null || listener.UserName != supervisor || await Find(listener.CallId) is not { State: CallState.Talking } call) return null;
        if (!listener.Admit(leg, now)) return null;
        call.HelpComes();
        return call;
    }

    /// <summary>From now on she is heard by nobody, by the counselor or by both. Who hears her is set before she is unmuted.</summary>
    public async Task<bool> Become(Listener listener, ListenerMode mode)
    {
        if (await Find(listener.CallId) is not { State: CallState.Talking, Conference: not null, CounselorLeg: { } counselor } call || !listener.Become(mode)) return false;
        Command(mode switch
        {
            ListenerMode.Coach => LineCommandKind.Coach,
            ListenerMode.Barge => LineCommandKind.Barge,
            ListenerMode.Listen => LineCommandKind.Silence,
        }, call, listener.Leg!, counselor);
        Record(mode.ToString(), call.Id, listener.UserName);
        return true;
    }

    /// <summary>Who coaches goes along to whoever talks now, and is heard by nobody while nobody does.</summary>
    private async Task MoveCoaches(Call call)
    {
        if (call is not { State: CallState.Talking, Conference: not null }) return;
        var coaches = await db.Listeners.Where(l => l.CallId == call.Id && l.EndedAt == null && l.Leg != null && l.Mode == ListenerMode.Coach).ToListAsync();
        foreach (var coach in coaches) Command(call.CounselorLeg is null ? LineCommandKind.Silence : LineCommandKind.Coach, call, coach.Leg!, call.CounselorLeg);
    }

    /// <summary>The supervisor's line ended.</summary>
    public async Task<bool> EndListener(string leg) =>
        await db.Listeners.FirstOrDefaultAsync(l => l.Leg == leg) is { } listener && listener.End(now);

    /// <summary>The counselor asks for help; every supervisor's board is told, and shows it until one of them is in the room.</summary>
    public bool AskForHelp(Call call)
    {
        if (!call.AskForHelp(now)) return false;
        Record("HelpWanted", call.Id, call.Counselor);
        News.Helps.Add(new(call.Id, call.Counselor!, now));
        return true;
    }
}
