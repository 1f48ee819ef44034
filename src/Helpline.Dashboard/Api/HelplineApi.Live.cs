using Helpline.Contracts;
using Helpline.Contracts.Live;

namespace Helpline.Dashboard.Api;

/// <summary>The supervisors' live board.</summary>
internal sealed partial class HelplineApi
{
    public Task<Answer<LiveCalls>> LiveCalls() => Get<LiveCalls>(Routes.LiveCalls);
    public Task<Answer<LiveFigures>> LiveFigures() => Get<LiveFigures>(Routes.LiveFigures);
    public Task<Answer<Nothing>> Say(NewMessage message) => Send<Nothing>(HttpMethod.Post, Routes.LiveMessages, message);
}
