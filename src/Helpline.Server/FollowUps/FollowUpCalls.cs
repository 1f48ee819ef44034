using Helpline.Contracts.Work;
using Helpline.Domain.FollowUps;
using Helpline.Domain.Line;
using Helpline.Server.Callbacks;
using Helpline.Server.Calls;
using Helpline.Server.Casework;
using Helpline.Server.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.FollowUps;

/// <summary>The call of a follow-up, placed through our line.</summary>
internal static class FollowUpCalls
{
    public static Task<IResult> Place(Guid id, CallReason? wish, HttpContext http, CallDesks desks, FollowUpCards cards, CallsBack back, LineRules line) => desks.Open<IResult>(async desk =>
    {
        var row = await desk.Db.FollowUps.VisibleTo(desk.Db, Reader.Of(http.User), desk.Now).Where(f => f.Id == id).Rows(desk.Db).SingleOrDefaultAsync();
        if (row is not { FollowUp: { Kind: FollowUpKind.Call } followUp }) return Refusals.Unknown("follow-up");
        var before = followUp.Calling;
        var answer = await back.Place(desk, followUp, cards.Number(row), followUp.MayCallNow(row.Person, desk.Now, line), http.User.Identity!.Name!, wish);
        // What is said in it belongs to the same case and person.
        if (followUp.Calling is not { } call || before is not null || await desk.Db.Contacts.FindAsync(call) is not { } contact) return answer;
        contact.PersonId = followUp.PersonId;
        if (followUp.CaseId is { } of && await desk.Db.Cases.FindAsync(of) is { } inCase) await desk.Casework(Reader.Of(http.User)).Join(inCase, contact);
        return answer;
    });
}
