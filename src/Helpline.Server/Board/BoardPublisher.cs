using System.Collections.Concurrent;
using Helpline.Contracts.Board;
using Helpline.Contracts.Calls;
using Helpline.Domain.Routing;
using Helpline.Server.Accounts;
using Helpline.Server.Data;
using Helpline.Server.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Server.Board;

/// <summary>
/// Tells the boards. An offer goes out at once; changed calls and presences are gathered for a moment and sent
/// to everybody, so a busy second costs each board a few messages. A push is a hint: boards fetch the truth anyway.
/// </summary>
internal sealed class BoardPublisher(
    IHubContext<BoardHub, IBoardClient> hub, BoardConnections connections, IDbContextFactory<HelplineDb> contexts, RoutingRules rules, TimeProvider clock,
    ILogger<BoardPublisher> log) : BackgroundService
{
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(250);

    // Cards of one message: with one message for each, two hundred boards on a busy line cost the server a core.
    private const int Together = 100;
    private readonly ConcurrentDictionary<Guid, CallCard> calls = new();
    private readonly ConcurrentDictionary<string, bool> presences = new();
    private readonly ConcurrentDictionary<string, bool> works = new();
    private volatile bool live;

    public async Task Tell(BoardNews news)
    {
        // Of two changes in one moment the newer is told, whichever came here first.
        foreach (var card in news.Calls.Select(BoardCards.OfCall)) calls.AddOrUpdate(card.Id, card, (_, known) => known.Version > card.Version ? known : card);
        foreach (var userName in news.Presences) presences[userName] = true;
        foreach (var userName in news.Works) works[userName] = true;
        if (news.Live) live = true;
        try
        {
            foreach (var (userName, offer) in news.ClosedOffers) await hub.Clients.User(userName).OfferClosed(offer);
            foreach (var (transfer, call) in news.Transfers)
                await hub.Clients.Users(transfer.From, transfer.To).TransferChanged(BoardCards.Of(transfer, call));
            foreach (var (userName, third) in news.ThirdParties) await hub.Clients.User(userName).ThirdPartyChanged(BoardCards.Of(third));
            foreach (var help in news.Helps) await hub.Clients.Group(Roles.Supervisor).HelpWanted(help);
            foreach (var (userName, risk) in news.Risks) await hub.Clients.User(userName).RiskRaised(risk);
            foreach (var (userName, work) in news.Urgent) await hub.Clients.User(userName).WorkUrgent(work);
            foreach (var (userName, offer) in news.Offers) await hub.Clients.User(userName).OfferMade(offer);
        }
        catch (Exception error)
        {
            log.LogWarning(error, "Boards could not be told; they will fetch");
            await RingHere(news);
        }
    }

    /// <summary>A call, a cry for help and a danger must ring though the backplane is away: a connection of this node is reached without it.</summary>
    private async Task RingHere(BoardNews news)
    {
        foreach (var (userName, offer) in news.Offers) await Ring(connections.Of(userName), board => board.OfferMade(offer));
        foreach (var help in news.Helps) await Ring(connections.In(Roles.Supervisor), board => board.HelpWanted(help));
        foreach (var (userName, risk) in news.Risks) await Ring(connections.Of(userName), board => board.RiskRaised(risk));
    }

    // The change is committed: a board that goes at this moment must not make it look refused.
    private async Task Ring(IEnumerable<string> boards, Func<IBoardClient, Task> ring)
    {
        foreach (var connection in boards)
        {
            try
            {
                await ring(hub.Clients.Client(connection));
            }
            catch (Exception error)
            {
                log.LogWarning(error, "A board could not be rung; it will fetch");
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Gather, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Flush(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogWarning(error, "Boards could not be told; they will fetch");
            }
        }
    }

    private async Task Flush(CancellationToken stop)
    {
        var (changed, moved) = (Take(calls).ConvertAll(p => p.Value), Take(presences).ConvertAll(p => p.Key));
        if (Interlocked.Exchange(ref live, false)) await hub.Clients.Groups(Coverage.ToldTo).LiveChanged();
        foreach (var some in changed.Chunk(Together)) await hub.Clients.Group(BoardHub.OfTheLine).CallsChanged(some);
        foreach (var (userName, _) in Take(works)) await hub.Clients.User(userName).WorkChanged();
        if (moved.Count == 0) return;
        await using var db = await contexts.CreateDbContextAsync(stop);
        foreach (var some in (await db.PresenceCards(clock.GetUtcNow().UtcDateTime, rules.Lease, moved)).Chunk(Together))
            await hub.Clients.Group(BoardHub.Ours).PresencesChanged(some);
    }

    private static List<KeyValuePair<TKey, T>> Take<TKey, T>(ConcurrentDictionary<TKey, T> marked) where TKey : notnull =>
        [.. marked.Where(marked.TryRemove)];
}
