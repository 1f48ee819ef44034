using Helpline.Contracts;
using Helpline.Contracts.Board;
using Helpline.Domain.Calls;
using Helpline.Domain.Routing;
using Helpline.Server.Accounts;
using Helpline.Server.Calls;
using Helpline.Server.Counselors;
using Helpline.Server.Data;
using Helpline.Server.Routing;
using Helpline.Server.Transfers;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Board;

internal static class BoardEndpoints
{
    public static void MapBoard(this IEndpointRouteBuilder routes)
    {
        routes.MapHub<BoardHub>("/" + Routes.BoardHub);
        routes.MapGet("/" + Routes.Board, Snapshot).WithTags("Board").RequireAuthorization();
    }

    private static async Task<Results<Ok<BoardSnapshot>, UnauthorizedHttpResult>> Snapshot(HttpContext http, HelplineDb db, TimeProvider clock, Leases leases, RoutingRules rules, Coverage coverage, QueueCards queues, CancellationToken stop)
    {
        var (me, now) = (http.User.Identity!.Name!, clock.GetUtcNow().UtcDateTime);
        leases.Fetched(me);
        // The version is read first: a change in between makes the picture newer than its number, never older.
        var version = await db.Ledger.MaxAsync(e => (long?)e.Id, stop) ?? 0;
        // Whoever is not of the line has her work and her colleagues' names from here, and no call; a partner is nobody's colleague.
        var calls = !Roles.OfTheLine.Any(http.User.IsInRole) ? [] : await db.Calls.AsNoTracking().Open().OrderByDescending(c => c.Priority).ThenBy(c => c.QueuedAt ?? c.ArrivedAt)
            .Select(BoardCards.FromCall).ToListAsync(stop);
        var presences = http.User.IsPartner() ? [] : await db.PresenceCards(now, rules.Lease);
        // Disabled a moment ago: the cookie is about to end too.
        var mine = presences.Find(p => p.UserName == me) ?? (await db.PresenceCards(now, rules.Lease, [me])).SingleOrDefault();
        if (mine is null) return TypedResults.Unauthorized();
        var offer = await db.Offers.AsNoTracking().Open().Where(o => o.Counselor == me && o.ExpiresAt > now)
            .Join(db.Calls.AsNoTracking(), o => o.CallId, c => c.Id, (o, c) => new OfferCard(o.Id, c.Id, c.Language!, o.ExpiresAt, c.QueuedAt!.Value, o.ByPhone))
            .FirstOrDefaultAsync(stop);
        var myCall = calls.Find(c => c.Counselor == me && Enum.TryParse<CallState>(c.State, out var state) && CallFlow.IsClaimed(state));
        var transfer = (await db.Transfers.AsNoTracking().Open().Where(t => t.From == me || t.To == me)
            .Join(db.Calls.AsNoTracking(), t => t.CallId, c => c.Id, (t, c) => new { Transfer = t, Call = c }).ToListAsync(stop))
            .ConvertAll(t => BoardCards.Of(t.Transfer, t.Call)).FirstOrDefault();
        var gaps = Coverage.ToldTo.Any(http.User.IsInRole) ? await coverage.Gaps(stop) : null;
        var third = myCall is null ? null : await db.ThirdParties.AsNoTracking().Where(t => t.CallId == myCall.Id).OrderByDescending(t => t.AskedAt).FirstOrDefaultAsync(stop);
        var queue = http.User.IsInRole(Roles.Counselor) || http.User.IsInRole(Roles.Supervisor) ? await queues.Of(me) : null;
        return TypedResults.Ok(new BoardSnapshot(version, now, mine, offer, myCall, calls, presences, transfer, rules.HoldAlarmSeconds, gaps, third is null ? null : BoardCards.Of(third), queue));
    }
}
