using System.Net;
using Helpline.Contracts;
using Helpline.Tests.Support;

namespace Helpline.Tests.Accounts;

/// <summary>A social worker has her cases and visits, an auditor the audit trail; the calls of the line are neither's.</summary>
public class Whoever_is_not_of_the_line
{
    [Theory, InlineData("social1"), InlineData("auditor1")]
    public async Task Sees_no_call_in_no_list_on_no_board_and_in_no_push(string userName)
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        await using var other = await host.SignIn(userName);
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        await caller.Waits();
        await host.Until(() => Task.FromResult(aigul.Changes.Any(c => c.State == "Waiting")), "the counselor's board to be told");

        var call = Assert.Single((await aigul.Board())!.Calls);
        Assert.Empty((await other.Board())!.Calls);
        Assert.Empty(other.Changes);
        foreach (var address in new[] { Routes.Calls, Routes.Call(call.Id) }) Assert.Equal(HttpStatusCode.Forbidden, (await other.Opens(address)).StatusCode);
    }
}
