using Helpline.Domain.Calls;
using Helpline.Server.Data;
using Helpline.Server.Telephony;
using Helpline.Server.Telephony.Twilio;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Calls;

/// <summary>Ends rooms of ours that the provider keeps open for a talk that is over or has moved to another room. Safe to run at any time, twice, or late.</summary>
internal sealed class EndOrphanedRoomsJob(
    IDbContextFactory<HelplineDb> contexts, TwilioApi twilio, TimeProvider clock, ILogger<EndOrphanedRoomsJob> log)
{
    /// <summary>A younger room may belong to a change that is still under way.</summary>
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(1);

    public async Task Run(CancellationToken stop)
    {
        if (await twilio.LiveConferences(stop) is not TwilioReply.Ok { Json: var json }) return;
        var old = clock.GetUtcNow().UtcDateTime - Young;
        await using var db = await contexts.CreateDbContextAsync(stop);
        foreach (var room in TwilioConference.ListFrom(json).Where(r => r.CreatedAt < old))
        {
            if (RoomName.Read(room.FriendlyName) is not var (call, attempt) || await IsInUse(db, call, attempt, stop)) continue;
            log.LogWarning("A room of call {Call} was left open and is ended", call);
            await twilio.EndConference(room.Sid, stop);
        }
    }

    private static Task<bool> IsInUse(HelplineDb db, Guid call, int attempt, CancellationToken stop) => db.Calls.AnyAsync(c => c.Id == call && c.Attempt == attempt
        && (c.State == CallState.Connecting || c.State == CallState.Talking || c.State == CallState.WrapUp), stop);
}
