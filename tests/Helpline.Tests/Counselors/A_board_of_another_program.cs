using Helpline.Tests.Support;

namespace Helpline.Tests.Counselors;

/// <summary>It knows the hub and the commands, and neither windows nor a pulse.</summary>
public class A_board_of_another_program
{
    [Fact]
    public async Task Rings_for_as_long_as_it_is_connected()
    {
        await using var host = HelplineHost.Start();
        var aigul = await host.SignIn("counselor1", hasPulse: false);
        await aigul.Says("Available");
        await host.Passes(TimeSpan.FromMinutes(2));

        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        await aigul.IsOffered();
    }
}
