using System.Net;
using Helpline.Contracts;
using Helpline.Contracts.Work;
using Helpline.Tests.Support;

namespace Helpline.Tests.Referrals;

public class A_referral_that_came_back
{
    [Fact]
    public async Task Is_work_of_its_sender_until_she_sends_another_in_its_place()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn(hasPulse: false);
        await using var social = await host.SignIn("social1", hasPulse: false);
        var contact = await host.Contact();
        var id = (await aigul.Sends(Referring.Form(contact, receiver: "social1"))).Card.Id;
        Assert.Empty(await Refused(aigul));
        await social.Moves(id, new("Rejected", Reason: "no_capacity"));
        Assert.Equal([id], await Refused(aigul));
        Assert.Empty(await Refused(social));
        Assert.Equal(["Reviewed", "EnteredInError"], (await aigul.Looks(id)).Moves);

        await aigul.Drafts(Referring.Form(contact, receiver: "social1") with { Replaces = id });
        Assert.Empty(await Refused(aigul));
        Assert.Equal(["EnteredInError"], (await aigul.Looks(id)).Moves);
    }

    [Fact]
    public async Task Is_done_with_once_its_sender_has_closed_the_loop_and_stays_what_it_is()
    {
        using var host = HelplineHost.Start();
        await using var aigul = await host.SignIn(hasPulse: false);
        await using var social = await host.SignIn("social1", hasPulse: false);
        var contact = await host.Contact();
        var id = (await aigul.Sends(Referring.Form(contact, receiver: "social1"))).Card.Id;
        await social.Moves(id, new("Accepted", Responsible: "Гүлнар Омарова"));
        await social.Moves(id, new("NotCompleted", Reason: "moved"));
        await social.Tries(id, new("Reviewed", Reached: "reached", NeedMet: "not_met")).IsRefused(HttpStatusCode.Forbidden);
        Assert.Equal([id], await Refused(aigul));

        var closed = await aigul.Moves(id, new("Reviewed", Reached: "reached", NeedMet: "not_met"));
        Assert.Equal(("NotCompleted", "moved", "not_met"), (closed.Card.State, closed.ReasonCode, closed.NeedMet));
        Assert.Empty(await Refused(aigul));
        await aigul.Tries(id, new("Reviewed", Reached: "reached", NeedMet: "met")).IsRefused(HttpStatusCode.Conflict);
        await aigul.Posts(Routes.Referrals, Referring.Form(contact) with { Replaces = id }).IsRefused(HttpStatusCode.Conflict, "replaces");
    }

    private static async Task<IEnumerable<Guid>> Refused(Counselor who)
    {
        var work = await who.Gets<WorkCard>(Routes.Work);
        var rows = work.Rows.Where(r => r.Kind == WorkKind.Refused).Select(r => r.Id).ToList();
        Assert.Equal(rows.Count, work.Counts.Single(c => c.Kind == WorkKind.Refused).Count);
        return rows;
    }
}
