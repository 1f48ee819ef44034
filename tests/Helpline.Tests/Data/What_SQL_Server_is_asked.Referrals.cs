using Helpline.Contracts;
using Helpline.Contracts.Referrals;
using Helpline.Domain.Cases;
using Helpline.Domain.Contacts;
using Helpline.Domain.Referrals;
using Helpline.Server.Accounts;
using Helpline.Server.Casework;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Data;

public sealed partial class What_SQL_Server_is_asked
{
    private async Task Referrals()
    {
        var me = await SignsIn("counselor1", Roles.Counselor, Roles.SocialWorker);
        var contact = new Contact { Id = Guid.CreateVersion7(), Number = "20261102-0001", Channel = Channel.Call, StartedAt = paper.Now };
        var ofCase = new Case { Id = Guid.CreateVersion7(), Number = "20261102-0001", Title = "A family", Owner = "counselor1", Risk = "low", OpenedAt = paper.Now, TouchedAt = paper.Now };
        var form = new ReferralForm(contact.Id, ofCase.Id, null, null, "Үміт", "counselor1", "social_legal", "routine", "Why", "What", "Where", "Who", true, null);
        paper.Holds(me, contact, ofCase);
        await Asks(HttpMethod.Post, Routes.Referrals, form, key: "r1");
        await Asks(HttpMethod.Get, Routes.Receivers);
        foreach (var state in new[] { ReferralState.Draft, ReferralState.Sent, ReferralState.Accepted, ReferralState.Scheduled, ReferralState.InProgress, ReferralState.Completed })
        {
            var referral = Made.Referral(paper.Now, state, receiver: "counselor1");
            paper.Holds(me, referral, Made.Link(referral, paper.Now), ofCase);
            foreach (var tab in new[] { "sent", "answer", "work", "all" })
                await Asks(HttpMethod.Get, $"{Routes.Referrals}?tab={tab}&state=Sent&urgency=routine&overdue=true&before={new ReferralPlace(paper.Now, referral.Id)}");
            await Asks(HttpMethod.Get, Routes.Referral(referral.Id));
            await Asks(HttpMethod.Put, Routes.Referral(referral.Id), form);
            await Asks(HttpMethod.Post, Routes.ReferralReach(referral.Id), new AccessReason("care"));
            await Asks(HttpMethod.Post, Routes.ReferralLink(referral.Id), new NewPartnerLink("kk"));
            await Asks(HttpMethod.Delete, Routes.ReferralLink(referral.Id));
            await Asks(HttpMethod.Get, "p/token");
            foreach (var move in ReferralFlow.Open(state, ReferralSide.Sender | ReferralSide.Receiver))
                await Asks(HttpMethod.Post, Routes.ReferralMoves(referral.Id), new ReferralMove(
                    move.ToString(), null, "other", "Words", "Saule", paper.Now.AddHours(1), paper.Now.AddHours(2), "helped", ["social_legal"], "reached", "met"), key: $"{state}{move}");
            await paper.Services.GetRequiredService<CaseworkDesks>().Open(Reader.System, desk => desk.CancelReferralsOf(ofCase.Id));
        }
        await SupervisorsReferrals();
    }

    private async Task SupervisorsReferrals()
    {
        var supervisor = await SignsIn("supervisor1", Roles.Supervisor);
        paper.Holds(supervisor, Made.Referral(paper.Now, ReferralState.Sent));
        await Asks(HttpMethod.Get, Routes.Referrals);
        await SignsIn(Account("supervisor1", Roles.Supervisor), "north");
        await Asks(HttpMethod.Get, Routes.Referrals);
    }
}
