using Helpline.Contracts.Board;
using Helpline.Dashboard.Api;

namespace Helpline.Dashboard.Calls;

/// <summary>Calling somebody whom we owe a call.</summary>
internal sealed partial class MyCall
{
    /// <param name="tasks">Callbacks or voicemails, as <see cref="Contracts.Routes"/> names them.</param>
    /// <param name="reason">Why now, outside the hours.</param>
    /// <param name="take">Another answers for it till now.</param>
    /// <returns>The call is hers, and the person is rung once her line is in the room; or why not. Null while another command is on its way.</returns>
    public async Task<Answer<AcceptedOffer>?> CallBack(string tasks, Guid task, string? reason, bool take = false)
    {
        Answer<AcceptedOffer>? answer = null;
        await Once(async () =>
        {
            // Refused, when somebody calls already: then the answer to the call says who.
            if (take) await api.Take(tasks, task);
            answer = await api.CallOwed(tasks, task, reason);
            if (answer.Value is { } accepted)
                await DialIn(accepted);
            await board.Refresh();
        });
        return answer;
    }
}
