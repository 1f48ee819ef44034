using Helpline.Contracts;
using Helpline.Contracts.Live;
using Helpline.Domain.Calls;
using Helpline.Server.Accounts;

namespace Helpline.Tests.Data;

public sealed partial class What_SQL_Server_is_asked
{
    private async Task Live()
    {
        var supervisor = await SignsIn("supervisor1", Roles.Supervisor);
        var call = Made.Call(CallState.Talking, paper.Now);
        paper.Holds(supervisor, call, Made.Note(call, paper.Now), Made.ContactOf(call));
        await Asks(HttpMethod.Get, Routes.LiveCalls);
        await Asks(HttpMethod.Get, Routes.LiveFigures);
        await Asks(HttpMethod.Post, Routes.LiveMessages, new NewMessage("supervisor1", "Well done"));
    }
}
