using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Domain.Calls;
using Helpline.Tests.Line;
using Helpline.Tests.Notes;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Calls;

public class A_caller_whom_a_supervisor_gives_to_somebody
{
    [Fact]
    public async Task Keeps_the_place_and_rings_there_instead()
    {
        using var host = HelplineHost.Start();
        await using var erlan = await host.SignIn("supervisor1");
        await using var aigul = await host.Available();
        await host.Passes(TimeSpan.FromSeconds(2));
        await using var asel = await host.Available("counselor3");
        var caller = await host.Waiting();
        var offer = await aigul.IsOffered();
        Assert.Equal(HttpStatusCode.NoContent, (await erlan.Puts(Routes.Assignee(offer.CallId), new CallAssignee("counselor3"))).StatusCode);

        Assert.Equal(offer.CallId, (await asel.IsOffered()).CallId);
        await host.Until(async () => (await aigul.Board())!.Offer is null, "her card to go");
        await caller.HangsUp();
        Assert.False(await host.Reads(db => db.Calls.Where(c => c.Id == offer.CallId).Select(c => c.CutOff).SingleAsync()));
    }

    [Fact]
    public async Task Leaves_a_talk_for_the_head_of_the_queue_and_the_counselor_writes_her_note()
    {
        using var host = HelplineHost.Start();
        await using var erlan = await host.SignIn("supervisor1");
        await using var aigul = await host.Available();
        var call = await aigul.TalksIn(host);
        await using var dana = await host.Available("counselor2");
        (await erlan.Puts(Routes.Assignee(call), new CallAssignee("counselor2"))).EnsureSuccessStatusCode();
        Assert.Equal(call, (await dana.IsOffered()).CallId);
        Assert.Equal("counselor1", await host.Reads(db => db.Calls.Where(c => c.Id == call).Select(c => c.HandedOnBy).SingleAsync()));
    }

    [Fact]
    public async Task Is_not_given_to_somebody_who_is_not_there_nor_by_a_counselor_nor_when_it_is_over()
    {
        using var host = HelplineHost.Start();
        await using var erlan = await host.SignIn("supervisor1");
        await using var aigul = await host.SignIn();
        var caller = await host.Waiting();
        var call = await host.Reads(db => db.Calls.Select(c => c.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await aigul.Puts(Routes.Assignee(call), new CallAssignee("counselor1"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await erlan.Puts(Routes.Assignee(call), new CallAssignee("nobody"))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await erlan.Puts(Routes.Assignee(call), new CallAssignee("counselor2"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await erlan.Puts(Routes.Assignee(Guid.NewGuid()), new CallAssignee("counselor1"))).StatusCode);
        await aigul.Says("Break");
        await caller.HangsUp();
        await host.Until(() => host.Reads(db => db.Calls.AnyAsync(c => c.State == CallState.Abandoned)), "the call to end");
        Assert.Equal(HttpStatusCode.Conflict, (await erlan.Puts(Routes.Assignee(call), new CallAssignee("counselor1"))).StatusCode);
    }
}
