using Helpline.Domain.Calls;
using Helpline.Server.Data;
using Helpline.Server.Telephony.Twilio;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Calls;

/// <summary>Closes calls whose end was never reported, as the provider remembers them. Safe to run at any time, twice, or late.</summary>
internal sealed class CloseLostCallsJob(
    CallDesks desks, IDbContextFactory<HelplineDb> contexts, TwilioApi twilio, TimeProvider clock, ILogger<CloseLostCallsJob> log)
{
    /// <summary>A waiting line asks every 15 s.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    /// <summary>Two who talk ask nothing.</summary>
    private static readonly TimeSpan LongTalk = TimeSpan.FromMinutes(10);

    public async Task Run(CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(stop);
        var silent = await db.Calls.AsNoTracking().Open()
            .Where(c => c.State != CallState.WrapUp && (c.HeardAt < now - Quiet && c.Since < now - Quiet))
            .Where(c => c.State != CallState.Talking || c.Since < now - LongTalk)
            .OrderBy(c => c.HeardAt).Select(c => new { c.Id, c.CallerLeg }).Take(200).ToListAsync(stop);
        foreach (var call in silent) await Ask(call.Id, call.CallerLeg, stop);
    }

    private async Task Ask(Guid id, string leg, CancellationToken stop)
    {
        switch (await twilio.Find(leg, stop))
        {
            case TwilioReply.Ok { Json: var json } when TwilioCall.From(json) is { IsOver: true } over:
                log.LogWarning("Call {Call} had ended without a report", id);
                await desks.Open(async desk => await desk.Find(id) is { } call && await desk.CallerLeaves(call, over.EndTime ?? desk.Now));
                break;
            case TwilioReply.Gone:
                log.LogWarning("Call {Call} is not known to the provider", id);
                await desks.Open(async desk => await desk.Find(id) is { } call && await desk.Lose(call));
                break;
        }
    }
}
