using Bunit;
using Helpline.Contracts;
using Helpline.Contracts.Cases;
using Helpline.Contracts.Sharing;
using Helpline.Dashboard.People;
using Helpline.Tests.Dashboard.Support;

namespace Helpline.Tests.Dashboard;

public class A_contact_being_shared : DashboardContext
{
    private readonly Guid id = Guid.NewGuid();

    [Theory, InlineData(true), InlineData(false)]
    public void Offers_its_note_to_her_alone_whom_the_server_lets_share_it(bool may)
    {
        SignedIn();
        Server.Answers("GET", Routes.Colleagues, Array.Empty<ColleagueCard>());
        Server.Answers("GET", Routes.Shares(Routes.Contacts, id), Array.Empty<ShareCard>());
        var panel = Render<SharePanel>(p => p.Add(s => s.Things, Routes.Contacts).Add(s => s.Id, id).Add(s => s.MayShareNote, may));
        Assert.Equal(may ? 1 : 0, panel.FindAll("input[type=checkbox]").Count);
    }
}
