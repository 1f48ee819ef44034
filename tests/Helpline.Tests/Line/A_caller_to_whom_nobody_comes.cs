using Helpline.Domain.Calls;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Line;

public class A_caller_to_whom_nobody_comes
{
    private const string Backup = "+77273000000";

    [Fact]
    public async Task Is_put_through_to_the_backup_number_at_the_last_step()
    {
        using var host = WithBackup();
        await using var aigul = await host.OnABreak();
        var caller = await host.Waiting();
        await host.Passes(TimeSpan.FromSeconds(170));
        Assert.Equal(CallState.Waiting, (await TheCall(host)).State);
        var backup = host.Exchange.Phone(Backup);
        await backup.IsRung(TimeSpan.FromSeconds(40));
        Assert.True(caller.LongestGap <= TimeSpan.FromSeconds(15));
        backup.PicksUp();
        await backup.Hears("ru/screen");
        await backup.Presses("1");
        await caller.IsTalkingTo(backup);
        Assert.Equal(CallState.Done, (await TheCall(host)).State);
        await caller.HangsUp();
        await backup.IsHungUp();

        Assert.Equal(CallState.Done, (await TheCall(host)).State);
        Assert.Equal(0, await host.Reads(db => db.MissedCalls.CountAsync()));
        Assert.Empty(host.Exchange.Journal.Errors);
    }

    [Fact]
    public async Task Is_not_left_to_the_mailbox_of_the_backup_number()
    {
        using var host = WithBackup();
        await using var aigul = await host.OnABreak();
        var caller = await host.Waiting();
        var mailbox = host.Exchange.Phone(Backup);
        await mailbox.IsRung(TimeSpan.FromMinutes(4));
        mailbox.PicksUp();
        await mailbox.IsHungUp();
        await caller.Hears("ru/exits-menu");
        Assert.Equal(CallState.Diverted, (await TheCall(host)).State);
        await caller.HangsUp();
        await host.Until(async () => await host.Reads(db => db.MissedCalls.AnyAsync(m => m.Owner != null && m.ActedAt == null)), "somebody to answer for her");
        Assert.Empty(host.Exchange.Journal.Errors);
    }

    [Fact]
    public async Task And_whom_the_backup_does_not_answer_either_may_wait_on_in_the_old_place_and_is_not_sent_there_again()
    {
        using var host = WithBackup();
        await using var aigul = await host.OnABreak();
        var caller = await host.Waiting();
        var queued = (await TheCall(host)).QueuedAt;
        var backup = host.Exchange.Phone(Backup);
        await backup.IsRung(TimeSpan.FromMinutes(4));
        await backup.DoesNotAnswer(TimeSpan.FromSeconds(30));
        await caller.Hears("ru/waited-long");
        await caller.Hears("ru/exits-stay");
        await caller.Presses("3");
        await caller.Waits();
        await host.Passes(TimeSpan.FromMinutes(1));

        Assert.Equal((CallState.Waiting, queued), await TheCall(host) is var call ? (call.State, call.QueuedAt) : default);
        Assert.True(caller.IsWaiting);
        await aigul.Says("Available");
        await aigul.IsOffered();
        Assert.Empty(host.Exchange.Journal.Errors);
    }

    [Fact]
    public async Task Waits_on_where_there_is_no_backup_number()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.OnABreak();
        var caller = await host.Waiting();
        await host.Passes(TimeSpan.FromSeconds(200));
        Assert.Equal(CallState.Waiting, (await TheCall(host)).State);
        Assert.True(caller.IsWaiting);
    }

    private static HelplineHost WithBackup() => TestLine.Host(line => line with { BackupNumber = Backup });

    private static Task<Call> TheCall(HelplineHost host) => host.Reads(db => db.Calls.AsNoTracking().SingleAsync());
}
