using Helpline.Contracts.Board;
using Helpline.Domain.Line;
using Helpline.Domain.Routing;
using Helpline.Server.Callbacks;
using Helpline.Server.Calls;
using Helpline.Server.Data;
using Helpline.Server.Routing;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Board;

/// <summary>The queue as a counselor sees it: those to be called back stand where they would wait.</summary>
internal sealed class QueueCards(HelplineDb db, CompiledQueries queries, CallbackCards cards, RoutingRules rules, LineRules line, TimeProvider clock)
{
    public async Task<QueueCard> Of(string counselor)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var inLine = await db.Line(queries, line, now);
        var ids = inLine.Where(c => c.IsCallback).Select(c => c.Id).ToList();
        var callbacks = ids.Count == 0 ? [] : await db.Callbacks.AsNoTracking().Where(c => ids.Contains(c.Id)).ToListAsync();
        return new([.. inLine.Select(c => c.Id)], callbacks.ConvertAll(c => cards.Of(c, now)), await db.CallbackFor(counselor, inLine, queries, rules, line, now));
    }
}
