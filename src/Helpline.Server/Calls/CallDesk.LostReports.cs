using Helpline.Domain.Calls;
using Helpline.Server.Telephony;
using Helpline.Server.Telephony.Twilio;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Calls;

/// <summary>Recordings whose report never came: nothing is missing before the provider was asked for it.</summary>
internal sealed partial class CallDesk
{
    /// <summary>The provider tells whole seconds, on a clock of its own.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);

    /// <summary>What the provider has of a caller's line.</summary>
    public async Task Found(LineCommand command, IReadOnlyList<TwilioRecording> recordings)
    {
        if (await Find(command.CallId) is not { } call) return;
        var talks = await db.TalkRecordings.Where(r => r.CallId == call.Id).OrderBy(r => r.StartedAt).ToListAsync();
        foreach (var found in recordings.Where(r => r.IsReady))
        {
            if (found.IsMessage) await Recorded(call, found.Sid, found.Seconds);
            else if (talks.FindLast(t => t.StartedAt <= found.StartTime + Skew) is { } talk) await TalkRecorded(talk.Id, found.Sid, found.Seconds);
        }
    }

    /// <summary>Asks after the deadline; what is found has its time to be fetched.</summary>
    /// <returns>Whether that is over, or takes so long that somebody should know: it may still come.</returns>
    private async Task<bool> IsSought(Call call, DateTime deadline)
    {
        var asked = await db.LineCommands
            .Where(c => c.CallId == call.Id && (c.Kind == LineCommandKind.FindRecordings && (c.DoneAt == null || c.DoneAt >= deadline) || c.Kind == LineCommandKind.FetchRecording && c.DoneAt == null))
            .Select(c => new { c.Kind, IsTold = c.DoneAt != null || c.Tries > Patience.QuickTries }).ToListAsync();
        if (!asked.Exists(c => c.Kind == LineCommandKind.FindRecordings)) Command(LineCommandKind.FindRecordings, call, call.CallerLeg);
        return asked.Count > 0 && asked.TrueForAll(c => c.IsTold);
    }
}
