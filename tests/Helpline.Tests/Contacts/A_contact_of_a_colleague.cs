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
}
