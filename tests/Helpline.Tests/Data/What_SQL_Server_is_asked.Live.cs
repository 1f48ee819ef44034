using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Line;
using Helpline.Contracts.Live;
using Helpline.Domain.Calls;
using Helpline.Domain.Line;
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
        var detour = new Detour { Id = Guid.CreateVersion7(), Of = DetourOf.Language, Code = "kk", To = "ru", By = "supervisor1", At = paper.Now };
        var waits = Made.Call(CallState.Waiting, paper.Now);
        paper.Holds(supervisor, detour, waits);
        await Asks(HttpMethod.Get, Routes.Detours);
        await Asks(HttpMethod.Post, Routes.Detours, new NewDetour("Language", "ru", null, null));
        await Asks(HttpMethod.Delete, $"{Routes.Detours}/{detour.Id}");
        await Asks(HttpMethod.Put, Routes.Assignee(waits.Id), new CallAssignee("supervisor1"));
    }
}
