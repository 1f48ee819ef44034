using Helpline.Domain.FollowUps;
using Helpline.Domain.Messages;
using Helpline.Server.Telephony;

namespace Helpline.Server.Casework;

/// <summary>Text messages of follow-ups: written down in the transaction that decides them, sent after its commit.</summary>
internal sealed partial class CaseworkDesk
{
    /// <summary>A command for the provider was written: the line crew is woken after the commit.</summary>
    public bool HasCommands { get; private set; }

    /// <summary>The provider has it, or says how it ended. Late, twice or in any order it counts once.</summary>
    public async Task Report(TextMessage message, MessageEvent what, string? providerId, string? error)
    {
        if (providerId is not null && message.State == MessageState.Written) message.Take(providerId);
        if (what == MessageEvent.Taken || !message.End(what, error, now)) return;
        if (await db.FollowUps.FindAsync(message.FollowUpId) is not { State: FollowUpState.Due } followUp) return;
        await Attempt(followUp, what == MessageEvent.Arrived ? AttemptResult.Answered : AttemptResult.NumberOff);
    }

    /// <summary>A report that never came.</summary>
    public async Task<bool> LoseText(Guid id)
    {
        if (await db.TextMessages.FindAsync(id) is not { Deadline: { } deadline } message || deadline > now) return false;
        await Report(message, MessageEvent.NotHeardOf, null, null);
        return true;
    }

    /// <summary>It came due at an hour at which nothing may be sent, since the server was away at the right one.</summary>
    private async Task<bool> PutOff(FollowUp followUp)
    {
        var safe = followUp.Wishes(followUp.PersonId is { } id ? await db.Persons.FindAsync(id) : null);
        var next = followUps.NextMoment(now, [], safe, line);
        if (next <= now) return false;
        followUp.DueAt = next;
        Alarms.Add((followUp.Id, next));
        return true;
    }

    private async Task SendText(FollowUp followUp)
    {
        if (followUp.PersonId is not { } id || await db.Persons.FindAsync(id) is not { SafeContact.MaySms: true, SealedPhone: not null })
        {
            // She has taken her word back since it was planned, or there is no number any more.
            await Attempt(followUp, AttemptResult.Refused);
            return;
        }
        var message = TextMessage.Write(followUp.Id, followUp.Language, now);
        db.TextMessages.Add(message);
        db.LineCommands.Add(new LineCommand { Id = Guid.CreateVersion7(now), Kind = LineCommandKind.Text, CallId = message.Id, Leg = $"{message.Id:N}", DueAt = now });
        HasCommands = true;
    }
}
