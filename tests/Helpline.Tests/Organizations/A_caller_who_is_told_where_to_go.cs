using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Organizations;
using Helpline.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Tests.Organizations;

public class A_caller_who_is_told_where_to_go
{
    [Fact]
    public async Task Leaves_it_in_the_contact_once_and_it_can_be_taken_back_by_whoever_noted_it()
    {
        await using var host = HelplineHost.Start();
        await using var aigul = await host.Available();
        var caller = host.Caller();
        await caller.Ring();
        await caller.Presses("1");
        var call = (await aigul.Accepts(await aigul.IsOffered())).CallId;
        await caller.IsTalkingTo("counselor1");

        var found = (await aigul.Gets<FoundOrganizations>($"{Routes.Directory}?q=дағдарыс")).Organizations.Single();
        var information = Routes.Information(call);
        for (var i = 0; i < 2; i++)
        {
            using var answer = await aigul.Posts(information, new GiveInformation(found.Id, found.Services[0].Id));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        var given = Assert.Single(await aigul.Gets<GivenInformation[]>(information));
        Assert.Equal((found.Name, found.Services[0].Name, "counselor1"), (given.Organization, given.Service, given.By));
        Assert.Equal(["InformationGiven"], await host.Reads(db => db.History.Where(h => h.SubjectId == call && h.What.StartsWith("Information")).Select(h => h.What).ToListAsync()));

        await using var dana = await host.SignIn("counselor2");
        using var hidden = await dana.Opens(information);
        using var stranger = await dana.Posts(information, new GiveInformation(found.Id));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (hidden.StatusCode, stranger.StatusCode));
        await using var supervisor = await host.SignIn("supervisor1");
        Assert.Single(await supervisor.Gets<GivenInformation[]>(information));
        using var others = await supervisor.Http.DeleteAsync(Routes.InformationOf(call, given.Id), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, others.StatusCode);

        using var back = await aigul.Http.DeleteAsync(Routes.InformationOf(call, given.Id), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, back.StatusCode);
        Assert.Empty(await aigul.Gets<GivenInformation[]>(information));
        using var nobody = await aigul.Posts(information, new GiveInformation(Guid.NewGuid()));
        Assert.Equal(HttpStatusCode.BadRequest, nobody.StatusCode);
    }
}
