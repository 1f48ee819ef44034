using Helpline.Domain.FollowUps;
using Helpline.Domain.Line;
using Helpline.Server.Board;
using Helpline.Server.Data;
using Helpline.Server.FollowUps;
using Helpline.Server.Privacy;
using Helpline.Server.Routing;

namespace Helpline.Server.Casework;

/// <summary>Opens the <see cref="CaseworkDesk"/> for one transaction and, after its commit, tells everybody concerned.</summary>
internal sealed class CaseworkDesks(
    Transactions transactions, TimeProvider clock, LineRules line, FollowUpRules followUps, Vault vault, BoardPublisher boards, FollowUpAlarms alarms, Wakers wake)
{
    /// <param name="act">May run more than once before it is kept, so it does nothing but read and write through the desk.</param>
    public async Task<T> Open<T>(Reader who, Func<CaseworkDesk, Task<T>> act)
    {
        var (result, done) = await transactions.Run(async db =>
        {
            var desk = new CaseworkDesk(db, clock.GetUtcNow().UtcDateTime, who, line, followUps, vault);
            var result = await act(desk);
            await desk.Save();
            return (result, desk);
        });
        await boards.Tell(done.News);
        alarms.Set(done.Alarms);
        if (done.HasCommands) wake.LineCrew.Set();
        return result;
    }

    public Task<T> Open<T>(HttpContext http, Func<CaseworkDesk, Task<T>> act) => Open(Reader.Of(http.User), act);
}
