namespace Helpline.Dashboard.Calls;

/// <summary>Calling somebody whom we owe a call.</summary>
internal sealed partial class MyCall
{
    /// <param name="tasks">Callbacks or voicemails, as <see cref="Contracts.Routes"/> names them.</param>
    /// <param name="reason">Why now, outside the hours.</param>
    /// <returns>True when the call is hers; the person is rung once her line is in the room.</returns>
    public async Task<bool> CallBack(string tasks, Guid task, string? reason)
    {
        var placed = false;
        await Once(async () =>
        {
            var answer = await api.CallOwed(tasks, task, reason);
            Tell(answer);
            placed = answer.Ok;
            if (answer.Value is { } accepted)
                await DialIn(accepted);
            await board.Refresh();
        });
        return placed;
    }
}
