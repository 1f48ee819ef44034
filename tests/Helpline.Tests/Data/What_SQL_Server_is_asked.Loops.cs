using Helpline.Domain.Calls;
using Helpline.Domain.Offers;
using Helpline.Domain.Recordings;
using Helpline.Domain.Transfers;
using Helpline.Domain.Voicemails;
using Helpline.Server.Accounts;
using Helpline.Server.Calls;
using Helpline.Server.Data;
using Helpline.Server.Routing;
using Helpline.Server.Telephony;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Data;

public sealed partial class What_SQL_Server_is_asked
{
    private async Task Loops()
    {
        var me = Account("counselor1", Roles.Counselor);
        var waiting = Made.Call(CallState.Waiting, paper.Now);
        paper.Holds(me, waiting, Made.Seat(paper.Now), Made.Offer(waiting, paper.Now.AddMinutes(-5), state: OfferState.Declined));
        await paper.Services.GetRequiredService<CallDesks>().Open(desk => desk.Dispatch());
        // Hidden from the dispatcher by a sweep that always finds something.
        await using (var db = await paper.Services.GetRequiredService<IDbContextFactory<HelplineDb>>().CreateDbContextAsync()) await db.Calls.InQueue().AnyAsync();
        foreach (var state in new[] { CallState.Offered, CallState.Connecting, CallState.Talking })
        {
            var past = paper.Now.AddMinutes(-5);
            var call = Made.Call(state, past);
            if (state == CallState.Talking) call.MissCounselor(call.CounselorLeg!, past, Made.Rules.Calls);
            Transfer[] asked = state == CallState.Talking ? [Made.Transfer(call, past)] : [];
            foreach (var kind in Enum.GetValues<LineCommandKind>())
            {
                paper.Holds([me, call, Made.Offer(call, past), Made.Seat(past), Made.Note(call, past), Due(kind, call), .. asked]);
                await paper.Passes(TimeSpan.FromSeconds(2));
            }
        }
    }

    private async Task Jobs()
    {
        var missed = Made.Call(CallState.Waiting, paper.Now.AddHours(-1));
        var find = Due(LineCommandKind.FindRecordings, missed);
        paper.Holds(missed, Account("counselor1", Roles.Counselor), find,
            new Voicemail { Id = Guid.CreateVersion7(), CallId = missed.Id, Language = "kk", LeftAt = paper.Now, Deadline = paper.Now.AddSeconds(-1) },
            new TalkRecording { Id = Guid.CreateVersion7(), CallId = missed.Id, Counselor = "counselor1", StartedAt = paper.Now, Deadline = paper.Now.AddSeconds(-1) });
        await paper.Services.GetRequiredService<CallDesks>().Open(desk => desk.Sweep());
        await paper.Services.GetRequiredService<CallDesks>().Open(desk => desk.Found(find, [new("RE1", missed.CallerLeg, "completed", TimeSpan.FromSeconds(5), paper.Now, "RecordVerb")]));
        paper.Holds(Made.Call(CallState.Waiting, paper.Now.AddHours(-1)));
        await using var scope = paper.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CloseLostCallsJob>().Run(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<EndOrphanedRoomsJob>().Run(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<PurgeInboxJob>().Run(CancellationToken.None);
    }

    private LineCommand Due(LineCommandKind kind, Call call) =>
        new() { Id = Guid.CreateVersion7(), Kind = kind, CallId = call.Id, Leg = call.CallerLeg, Path = "/voice/join?room=1", DueAt = paper.Now.AddSeconds(-1) };
}
