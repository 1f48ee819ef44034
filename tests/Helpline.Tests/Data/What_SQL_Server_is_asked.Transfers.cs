using Helpline.Contracts;
using Helpline.Contracts.ThirdParties;
using Helpline.Contracts.Transfers;
using Helpline.Domain.Calls;
using Helpline.Domain.ThirdParties;
using Helpline.Domain.Transfers;
using Helpline.Server.Telephony;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Tests.Data;

public sealed partial class What_SQL_Server_is_asked
{
    private async Task Transfers()
    {
        var talk = Made.Call(CallState.Talking, paper.Now);
        talk.SeesRoom("CF1");
        var me = await SignsIn("counselor1");
        paper.Holds(me, talk, Made.Seat(paper.Now, userName: "counselor2"), Made.Note(talk, paper.Now));
        await Asks(HttpMethod.Post, Routes.AskColleague(talk.Id), new AskColleague("counselor2"));
        await Asks(HttpMethod.Post, Routes.HandOn(talk.Id), new HandOnCall("counselor2", "ru", "social_legal"));
        foreach (var state in new[] { TransferState.Asked, TransferState.Accepted, TransferState.Consulting })
        {
            await SignsIn("counselor1");
            var transfer = Made.Transfer(talk, paper.Now, state);
            paper.Holds(me, talk, transfer, Made.Seat(paper.Now, talk, "counselor2"), Made.Note(talk, paper.Now));
            await Asks(HttpMethod.Get, Routes.Board);
            await Asks(HttpMethod.Post, Routes.CompleteTransfer(transfer.Id));
            await Asks(HttpMethod.Post, Routes.CancelTransfer(transfer.Id));
            await Answers("/voice/counselor", ("CallSid", Made.Sid()), ("From", "client:counselor2"), ("ticket", paper.Services.GetRequiredService<Tickets>().Of(transfer)));
            await Answers("/voice/counselor-after", ("CallSid", transfer.ToLeg ?? Made.Sid()), ("From", "client:counselor2"));
            await SignsIn("counselor2");
            paper.Holds(me, talk, transfer, Made.Seat(paper.Now, talk, "counselor2"));
            await Asks(HttpMethod.Post, Routes.AcceptTransfer(transfer.Id));
            await Asks(HttpMethod.Post, Routes.DeclineTransfer(transfer.Id));
        }
    }

    private async Task ThirdParties()
    {
        var talk = Made.Call(CallState.Talking, paper.Now);
        var me = await SignsIn("counselor1");
        paper.Holds(me, talk, Made.Seat(paper.Now, talk));
        await Asks(HttpMethod.Post, Routes.AddThirdParty(talk.Id), new AddThirdParty(null, "+77017654321"));
        foreach (var state in new[] { ThirdPartyState.Calling, ThirdPartyState.Talking })
        {
            var third = Made.Third(talk, paper.Now, state);
            paper.Holds(me, talk, third, Made.Seat(paper.Now, talk));
            await Asks(HttpMethod.Get, Routes.Board);
            await Asks(HttpMethod.Post, Routes.TakeOff(third.Id));
            await Answers($"/voice/status?third={third.Id:N}", ("CallSid", third.Leg!), ("CallStatus", "completed"), ("Direction", "outbound-api"));
        }
    }
}
