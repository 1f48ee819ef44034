using Helpline.Contracts;
using Helpline.Contracts.Contacts;
using Helpline.Contracts.Sharing;
using Helpline.Tests.Cases;
using Helpline.Tests.FollowUps;
using Helpline.Tests.Support;

namespace Helpline.Tests.Contacts;

public class A_contact_of_a_colleague
{
    [Fact]
    public async Task Is_listed_while_it_is_shared_and_no_other_of_hers_is()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn();
        await using var dana = await host.SignIn("counselor2");
        var (shared, own) = (await aigul.MeetsSomebody(), await dana.MeetsSomebody());
        await aigul.MeetsSomebody();
        await aigul.Makes<List<ShareCard>>(Routes.Shares(Routes.Contacts, shared.Id), new Share("counselor2", false, host.Now().AddHours(1), "care"));

        Assert.Equal([shared.Id], await Listed("counselor1"));
        Assert.Equal([own.Id], await Listed("counselor2"));
        host.Leaps(TimeSpan.FromMinutes(61));
        Assert.Empty(await Listed("counselor1"));

        async Task<IEnumerable<Guid>> Listed(string counselor) => (await dana.Gets<Page<ContactCard>>($"{Routes.Contacts}?counselor={counselor}")).Items.Select(c => c.Id);
    }

    [Fact]
    public async Task Is_listed_for_whoever_leads_the_team_and_otherwise_only_while_it_is_shared()
    {
        using var host = HelplineHost.Start();
        await host.Teams(("counselor1", "day"), ("counselor2", "night"), ("supervisor1", "day"));
        await using var aigul = await host.SignIn();
        await using var dana = await host.SignIn("counselor2");
        await using var leader = await host.SignIn("supervisor1", hasPulse: false);
        var (led, shared) = (await aigul.MeetsSomebody(), await dana.MeetsSomebody());
        await dana.MeetsSomebody();
        Assert.Equal([led.Id], await Listed("counselor1"));
        Assert.Empty(await Listed("counselor2"));
        await dana.Makes<List<ShareCard>>(Routes.Shares(Routes.Contacts, shared.Id), new Share("supervisor1", false, host.Now().AddHours(1), "care"));
        Assert.Equal([shared.Id], await Listed("counselor2"));

        async Task<IEnumerable<Guid>> Listed(string counselor) => (await leader.Gets<Page<ContactCard>>($"{Routes.Contacts}?counselor={counselor}")).Items.Select(c => c.Id);
    }
}
