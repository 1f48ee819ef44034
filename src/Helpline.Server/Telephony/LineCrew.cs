using Helpline.Domain.Calls;
using Helpline.Server.Calls;
using Helpline.Server.Data;
using Helpline.Server.Messages;
using Helpline.Server.Routing;
using Helpline.Server.Telephony.Twilio;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Telephony;

/// <summary>
/// Carries out the commands for the provider, after the commit that decided them. Each node has one crew; a command is taken
/// by moving its due time ahead, so two crews never hold the same one, and one whose crew died comes due again.
/// </summary>
internal sealed class LineCrew(
    CallDesks desks, Transactions transactions, IDbContextFactory<HelplineDb> contexts, Func<TwilioApi> twilio, Ringer ringer, OwnPhoneRinger ownPhones,
    ThirdPartyRinger thirdParties, Texter texter, PublicUrl publicUrl, Wakers wake, TimeProvider clock, ILogger<LineCrew> log) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    /// <summary>Longer than the provider's whole budget for one request, tries included, and for a look after it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

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
        if (!await db.LineCommands.Due(now).AnyAsync(stop)) return [];
        return await transactions.Run(async writer =>
        {
            var due = Outbox.InTurn(await writer.LineCommands.Due(now).OrderBy(c => c.DueAt).Take(50).ToListAsync(CancellationToken.None));
            foreach (var command in due) (command.DueAt, command.Tries) = (now + Lease, command.Tries + 1);
            await writer.SaveChangesAsync(CancellationToken.None);
            return due;
        });
    }

    private async Task CarryOut(LineCommand command, CancellationToken stop)
    {
        try
        {
            if (command.Kind == LineCommandKind.FetchRecording) await Fetch(command, stop);
            else await Settle(command, await Look(command, await Send(command, stop), stop));
            wake.LineCrew.Set();
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

    private Task<TwilioReply> Send(LineCommand command, CancellationToken stop) => command.Kind switch
    {
        LineCommandKind.Redirect => twilio().Redirect(command.Leg, new Uri(publicUrl(), command.Path), stop),
        LineCommandKind.End => twilio().End(command.Leg, stop),
        LineCommandKind.Hold => twilio().UpdateParticipant(command.Conference!, command.Leg, new() { Hold = true, HoldUrl = new Uri(publicUrl(), command.Path) }, stop),
        LineCommandKind.Resume => twilio().UpdateParticipant(command.Conference!, command.Leg, new() { Hold = false }, stop),
        // Who hears her is set while she is muted, so not a word goes to the wrong ear.
        LineCommandKind.Coach => StepByStep(command, stop, new() { Muted = true }, new() { Coaching = true, CallSidToCoach = command.Path }, new() { Muted = false }),
        LineCommandKind.Barge => StepByStep(command, stop, new() { Muted = true }, new() { Coaching = false }, new() { Muted = false }),
        LineCommandKind.Silence => StepByStep(command, stop, new ParticipantChange { Muted = true }),
        LineCommandKind.StartRecording => twilio().StartRecording(command.Leg, new Uri(publicUrl(), command.Path), stop),
        LineCommandKind.StopRecording => twilio().StopRecording(command.Leg, stop),
        LineCommandKind.FindRecordings => twilio().FindRecordings(command.Leg, stop),
        LineCommandKind.DeleteRecording => twilio().DeleteRecording(command.Leg, stop),
        LineCommandKind.Ring => ringer.Ring(command, stop),
        LineCommandKind.RingOwn => ownPhones.Ring(command, stop),
        LineCommandKind.RingThird => thirdParties.Ring(command, stop),
        LineCommandKind.Text => texter.Send(command, stop),
        LineCommandKind.FetchRecording => throw new InvalidOperationException("A recording is fetched, not asked for."),
    };

    /// <summary>
    /// What became of a command for a leg that was sent and not answered: a leg that is over needs nothing more. While it lives
    /// the command may be repeated, since a room's number tells an old document from a new one and a leg ends once.
    /// </summary>
    private async Task<TwilioReply> Look(LineCommand command, TwilioReply reply, CancellationToken stop)
    {
        if (reply is not TwilioReply.Unknown || command.Kind is not (LineCommandKind.Redirect or LineCommandKind.End)) return reply;
        return await twilio().Find(command.Leg, stop) switch
        {
            TwilioReply.Gone => new TwilioReply.Gone(),
            TwilioReply.Ok { Json: var json } when TwilioCall.From(json).IsOver => new TwilioReply.Gone(),
            _ => reply,
        };
    }

    /// <summary>One change after the other; the first that is not done ends it.</summary>
    private async Task<TwilioReply> StepByStep(LineCommand command, CancellationToken stop, params ParticipantChange[] changes)
    {
        TwilioReply reply = new TwilioReply.Unknown();
        foreach (var change in changes)
        {
            reply = await twilio().UpdateParticipant(command.Conference!, command.Leg, change, stop);
            if (reply is not TwilioReply.Ok) break;
        }
        return reply;
    }

    /// <summary>The sound and the end of the command are written together: a crash in between fetches it again.</summary>
    private async Task Fetch(LineCommand command, CancellationToken stop)
    {
        var (reply, sound) = await twilio().Listen(command.Leg, stop);
        if (reply is TwilioReply.Ok) await desks.Open(async desk => { if (await desk.Find(command.CallId) is { } call) await desk.Keep(call, command.Leg, sound); });
        await Settle(command, reply);
    }

    private Task Settle(LineCommand command, TwilioReply reply) => desks.Open(async desk =>
    {
        var row = await desk.Db.LineCommands.FindAsync(command.Id);
        if (row is null or { DoneAt: not null }) return;
        if (Patience.Pause(row, reply) is { } pause && await StillWanted(desk, row, reply))
        {
            // Each may be repeated: a document asked for twice is the same, a leg ends once and is held once.
            (row.DueAt, row.Result) = (desk.Now + pause, reply.ToString());
            // Nothing rang, so the next try is a first one: a second one means that a crash came between.
            if (row.Kind is LineCommandKind.Ring or LineCommandKind.RingOwn or LineCommandKind.RingThird or LineCommandKind.Text) row.Tries = 0;
            return;
        }
        (row.DoneAt, row.Result) = (desk.Now, reply.ToString());
        if (reply is not (TwilioReply.Ok or TwilioReply.Gone)) log.LogWarning("A {Command} ended with {Reply}", command.Kind, reply);
        if (row.Kind == LineCommandKind.DeleteRecording && reply is not (TwilioReply.Ok or TwilioReply.Gone)) desk.LeavesBehind(row);
        if (row.Kind == LineCommandKind.StartRecording) await desk.RecordingAnswered(row, reply);
        if (row.Kind == LineCommandKind.FindRecordings && reply is TwilioReply.Ok { Json: var list }) await desk.Found(row, TwilioRecording.ListFrom(list));
        if (row.Kind == LineCommandKind.Ring) await Ringer.Settle(desk, row, reply);
        if (row.Kind == LineCommandKind.RingOwn) await OwnPhoneRinger.Settle(desk, row, reply);
        if (row.Kind == LineCommandKind.RingThird) await ThirdPartyRinger.Settle(desk, row, reply);
        if (row.Kind == LineCommandKind.Text) await Texter.Settle(desk, row, reply);
        if (reply is TwilioReply.Gone && command.Kind == LineCommandKind.Redirect && await desk.Find(command.CallId) is { } call && call.CallerLeg == command.Leg)
            await desk.CallerLeaves(call, desk.Now);
    });

    // A fetch whose answer was lost may have worked: the caller's arrival in the room tells.
    private static async Task<bool> StillWanted(CallDesk desk, LineCommand command, TwilioReply reply) => command.Kind == LineCommandKind.Text
        ? reply is TwilioReply.NotTaken
        // A voice at the provider is deleted there, whatever has become of the call.
        : command.Kind == LineCommandKind.DeleteRecording || await desk.Find(command.CallId) is { } call && command.Kind switch
        {
            LineCommandKind.End or LineCommandKind.StopRecording or LineCommandKind.FindRecordings or LineCommandKind.FetchRecording => true,
            // After the talk it leads to the farewell, and a line that lives has not heard it out.
            LineCommandKind.Redirect => call.CallerJoinedAt is null || !CallFlow.IsLive(call.State),
            LineCommandKind.Ring => reply is TwilioReply.NotTaken && call is { IsRinging: true, HasCallerLeg: false },
            LineCommandKind.RingOwn => reply is TwilioReply.NotTaken && call.State == CallState.Offered,
            LineCommandKind.RingThird => reply is TwilioReply.NotTaken && call.State == CallState.Talking,
            LineCommandKind.StartRecording => reply is TwilioReply.NotTaken && call.MayBeRecorded,
            LineCommandKind.Hold => call.HeldSince is not null,
            LineCommandKind.Resume => call is { HeldSince: null, State: CallState.Talking },
            LineCommandKind.Coach or LineCommandKind.Barge or LineCommandKind.Silence => call.State == CallState.Talking,
            LineCommandKind.Text or LineCommandKind.DeleteRecording => false,
        };
}
