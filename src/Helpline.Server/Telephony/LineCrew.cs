using Helpline.Server.Calls;
using Helpline.Server.Data;
using Helpline.Server.Routing;
using Helpline.Server.Telephony.Twilio;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Telephony;

/// <summary>
/// Carries out the commands for the provider, after the commit that decided them. Each node has one crew; a command is taken
/// by moving its due time ahead, so two crews never hold the same one, and one whose crew died comes due again.
/// </summary>
internal sealed class LineCrew(
    CallDesks desks, Transactions transactions, IDbContextFactory<HelplineDb> contexts, Func<TwilioApi> twilio, PublicUrl publicUrl,
    Wakers wake, TimeProvider clock, ILogger<LineCrew> log) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    /// <summary>Longer than the provider's whole budget for one request, tries included.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);
    private const int MostTries = 5;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var command in await Take(stoppingToken)) _ = CarryOut(command, stoppingToken);
                await wake.LineCrew.Wait(Tick, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                log.LogError(error, "Commands for the provider could not be read; trying again");
                await Task.Delay(Tick, clock, stoppingToken);
            }
        }
    }

    private async Task<List<LineCommand>> Take(CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var now = clock.GetUtcNow().UtcDateTime;
        if (!await Due(db, now).AnyAsync(stop)) return [];
        return await transactions.Run(async writer =>
        {
            var due = await Due(writer, now).OrderBy(c => c.DueAt).Take(50).ToListAsync(CancellationToken.None);
            foreach (var command in due) (command.DueAt, command.Tries) = (now + Lease, command.Tries + 1);
            await writer.SaveChangesAsync(CancellationToken.None);
            return due;
        });
    }

    private static IQueryable<LineCommand> Due(HelplineDb db, DateTime now) => db.LineCommands.Where(c => c.DoneAt == null && c.DueAt <= now);

    private async Task CarryOut(LineCommand command, CancellationToken stop)
    {
        try
        {
            var reply = command.Kind == LineCommandKind.End
                ? await twilio().End(command.Leg, stop)
                : await twilio().Redirect(command.Leg, new Uri(publicUrl(), command.Path), stop);
            await Settle(command, reply);
        }
        catch (Exception error) when (!stop.IsCancellationRequested)
        {
            log.LogError(error, "A {Command} failed; it comes due again", command.Kind);
        }
        catch (OperationCanceledException)
        {
            // Stopping: the command comes due again, here or on another node.
        }
    }

    private Task Settle(LineCommand command, TwilioReply reply) => desks.Open(async desk =>
    {
        var row = await desk.Db.LineCommands.FindAsync(command.Id);
        if (row is null or { DoneAt: not null }) return;
        if (reply is TwilioReply.NotTaken or TwilioReply.Unknown && row.Tries < MostTries && await StillWanted(desk, row))
        {
            // Both commands may be repeated: a document asked for twice is the same, and a leg ends once.
            row.DueAt = desk.Now.AddSeconds(row.Tries);
            return;
        }
        (row.DoneAt, row.Result) = (desk.Now, reply.ToString());
        if (reply is not (TwilioReply.Ok or TwilioReply.Gone)) log.LogWarning("A {Command} ended with {Reply}", command.Kind, reply);
        if (reply is TwilioReply.Gone && command.Kind == LineCommandKind.Redirect && await desk.Find(command.CallId) is { } call)
            await desk.CallerLeaves(call, desk.Now);
    });

    // A fetch whose answer was lost may have worked: the caller's arrival in the room tells.
    private static async Task<bool> StillWanted(CallDesk desk, LineCommand command) =>
        command.Kind == LineCommandKind.End || await desk.Find(command.CallId) is { CallerJoinedAt: null };
}
