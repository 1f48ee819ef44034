using Helpline.Domain.Calls;
using Helpline.Exchange;
using Helpline.Server.Calls;
using Helpline.Server.Telephony;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Calls;

/// <summary>Rooms that nobody should be in, and commands that were never answered: the provider is asked, and then we act.</summary>
public class What_the_provider_left_open
{
    [Fact]
    public async Task Is_ended_when_its_call_is_over()
    {
        using var host = HelplineHost.Start(new() { ["Exchange:Faults:ListLag"] = "00:00:02" });
        await using var aigul = await host.Available();
        var call = await Talks(host.Caller(), aigul);
        await Finish(host, call);
        await Run(host);
        Assert.Equal("in-progress", Room(host));

        await host.Passes(TimeSpan.FromSeconds(62));
        Assert.Equal("in-progress", Room(host));
        await Run(host);
        Assert.Equal("completed", Room(host));
    }

    [Fact]
    public async Task Is_left_alone_while_two_talk()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var call = await Talks(host.Caller(), aigul);
        await host.Passes(TimeSpan.FromSeconds(62));
        await Run(host);
        Assert.Equal(("in-progress", "Talking"), (Room(host), (await aigul.Sees(call)).State));
    }

    [Fact]
    public async Task Is_led_out_all_the_same_when_the_command_was_never_answered()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var call = await Talks(host.Caller(), aigul);
        host.Exchange.Faults.Inject(Fault.RestTimeout);
        await aigul.HangsUp(call);
        // Repeated while the line lives, and over at once when it does not.
        Assert.Contains((await Done(host)).Result!.Split(' ')[0], new[] { "Ok", "Gone" });
        await aigul.SeesState(call, "WrapUp");
    }

    private static async Task<Guid> Talks(Caller caller, Counselor aigul)
    {
        await caller.Ring();
        await caller.Presses("1");
        var accepted = await aigul.Accepts(await aigul.IsOffered());
        await caller.IsTalkingTo(aigul.UserName);
        await aigul.SeesState(accepted.CallId, "Talking");
        return accepted.CallId;
    }

    /// <summary>In our books only: the provider hears nothing of it.</summary>
    private static Task Finish(HelplineHost host, Guid id) => host.Services.GetRequiredService<CallDesks>().Open(async desk =>
    {
        var call = (await desk.Find(id))!;
        await desk.Lose(call);
        await desk.Finish(call);
        Assert.Equal(CallState.Done, call.State);
    });

    private static Task<LineCommand?> Goodbye(HelplineHost host) => host.Reads(db =>
        db.LineCommands.AsNoTracking().Where(c => c.Kind == LineCommandKind.Redirect).OrderByDescending(c => c.Id).FirstOrDefaultAsync());

    private static async Task<LineCommand> Done(HelplineHost host)
    {
        await host.Until(async () => await Goodbye(host) is { DoneAt: not null }, "the end of the command", TimeSpan.FromMinutes(1));
        return (await Goodbye(host))!;
    }

    private static string Room(HelplineHost host) => host.Exchange.Conferences.All.Single().Status;

    private static async Task Run(HelplineHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<EndOrphanedRoomsJob>().Run(CancellationToken.None);
    }
}
