using Helpline.Domain.Calls;
using Helpline.Domain.FollowUps;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Casework;

/// <summary>Tries to reach somebody.</summary>
internal sealed partial class CaseworkDesk
{
    /// <summary>What became of one try: an end, or the next time.</summary>
    /// <param name="note">A few words, kept encrypted.</param>
    /// <param name="by">Null for whoever the desk is open for.</param>
    /// <returns>False when it is over, or the person is being called.</returns>
    public async Task<bool> Attempt(FollowUp followUp, AttemptResult result, string? note = null, Guid? callId = null, string? by = null)
    {
        if (followUp.Calling is not null || !FollowUpFlow.IsOpen(followUp.State)) return false;
        var (from, tried, call) = (followUp.State, await TriedAt(followUp), callId ?? followUp.Answered);
        var person = followUp.PersonId is { } known ? await db.Persons.FindAsync(known) : null;
        var safe = followUp.Wishes(person);
        var counts = IsVain(result) && followUps.Counts(now, tried, safe, line);
        var what = Apply(followUp, result, counts, tried.Count + (counts ? 1 : 0), followUps.NextMoment(now, [.. tried, now], safe, line));
        var id = Guid.CreateVersion7(now);
        db.FollowUpAttempts.Add(new FollowUpAttempt
        {
            Id = id,
            FollowUpId = followUp.Id,
            At = now,
            By = by ?? who.UserName,
            Result = result,
            Counts = counts,
            CallId = call,
            SealedNote = string.IsNullOrWhiteSpace(note) ? null : vault.Seal(note.Trim(), NotePlace(id)),
        });
        await Moved(followUp, from, what.ToString(), result.ToString(), by);
        if (followUp.State is FollowUpState.Unreachable or FollowUpState.Cancelled && followUps.IsHigh(followUp.Risk)) await NotReached(followUp);
        return true;
    }

    private FollowUpEvent Apply(FollowUp followUp, AttemptResult result, bool counts, int vain, DateTime next)
    {
        var what = result switch
        {
            AttemptResult.Answered => FollowUpEvent.Reached,
            AttemptResult.Refused => FollowUpEvent.Cancelled,
            AttemptResult.WrongNumber => FollowUpEvent.GivenUp,
            _ => counts && vain >= followUps.Attempts ? FollowUpEvent.GivenUp : FollowUpEvent.Tried,
        };
        _ = what switch
        {
            FollowUpEvent.Reached => followUp.Reach(now),
            FollowUpEvent.Cancelled => followUp.Cancel("refused", now),
            FollowUpEvent.GivenUp => followUp.GiveUp(now),
            _ => followUp.Try(counts, next),
        };
        return what;
    }

    /// <summary>The call that was placed for it is over: nobody came, and that is a try; or somebody did, and the counselor says who.</summary>
    public async Task CallEnded(FollowUp followUp, Call call)
    {
        followUp.Called(call.State == CallState.Done && call.FirstAnsweredAt is not null, now);
        News.Work(followUp.Owner);
        var result = call.Unreached switch
        {
            Unreached.Busy => AttemptResult.Busy,
            Unreached.NoAnswer => AttemptResult.NoAnswer,
            Unreached.Failed => AttemptResult.NumberOff,
            // She thought better of it: that says nothing of the person.
            Unreached.Canceled or null => (AttemptResult?)null,
        };
        if (result is { } vain) await Attempt(followUp, vain, callId: call.Id, by: call.Counselor);
    }

    private static bool IsVain(AttemptResult result) => result is AttemptResult.NoAnswer or AttemptResult.Busy or AttemptResult.OtherPerson or AttemptResult.NumberOff;

    private Task<List<DateTime>> TriedAt(FollowUp followUp) =>
        db.FollowUpAttempts.Where(a => a.FollowUpId == followUp.Id && a.Counts).OrderBy(a => a.At).Select(a => a.At).ToListAsync();

    /// <summary>Where the words about a try are sealed to.</summary>
    public static string NotePlace(Guid attempt) => $"FollowUpAttempts|SealedNote|{attempt:N}";
}
