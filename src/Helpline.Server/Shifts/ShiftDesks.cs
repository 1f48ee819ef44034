using Helpline.Domain.Line;
using Helpline.Domain.Shifts;
using Helpline.Server.Board;
using Helpline.Server.Casework;
using Helpline.Server.Data;
using Helpline.Server.Routing;

namespace Helpline.Server.Shifts;

/// <summary>Opens the <see cref="ShiftDesk"/> for one transaction and, after its commit, tells everybody concerned.</summary>
internal sealed class ShiftDesks(Transactions transactions, TimeProvider clock, LineRules line, RotaRules rules, BoardPublisher boards, Wakers wake, Routing.Coverage coverage)
{
    /// <param name="act">May run more than once before it is kept, so it does nothing but read and write through the desk.</param>
    public async Task<T> Open<T>(Reader who, Func<ShiftDesk, Task<T>> act)
    {
        var (result, news) = await transactions.Run(async db =>
        {
            var desk = new ShiftDesk(db, clock.GetUtcNow().UtcDateTime, who, line, rules);
            // Before anything is judged, so that a change made meanwhile by somebody else is a clash.
            await desk.Claim();
            var result = await act(desk);
            await db.SaveChangesAsync();
            return (result, desk.News);
        });
        await boards.Tell(news);
        // Somebody may be on shift now for whom calls wait.
        wake.Dispatcher.Set();
        await coverage.Check();
        return result;
    }

    public Task<T> Open<T>(HttpContext http, Func<ShiftDesk, Task<T>> act) => Open(Reader.Of(http.User), act);
}
