using Helpline.Contracts;
using Helpline.Contracts.Calls;
using Helpline.Contracts.Line;
using Helpline.Contracts.Live;

namespace Helpline.Dashboard.Api;

/// <summary>The supervisors' live board.</summary>
internal sealed partial class HelplineApi
{
    public Task<Answer<LiveCalls>> LiveCalls() => Get<LiveCalls>(Routes.LiveCalls);
    public Task<Answer<LiveFigures>> LiveFigures() => Get<LiveFigures>(Routes.LiveFigures);
    public Task<Answer<DetourCard[]>> Detours() => Get<DetourCard[]>(Routes.Detours);
    public Task<Answer<DetourCard>> Lead(NewDetour detour) => Send<DetourCard>(HttpMethod.Post, Routes.Detours, detour);
    public Task<Answer<Nothing>> Lift(Guid detour) => Send<Nothing>(HttpMethod.Delete, $"{Routes.Detours}/{detour}");
    public Task<Answer<Nothing>> Assign(Guid call, string to) => Send<Nothing>(HttpMethod.Put, Routes.Assignee(call), new CallAssignee(to));
    public Task<Answer<Nothing>> Say(NewMessage message) => Send<Nothing>(HttpMethod.Post, Routes.LiveMessages, message);
}
