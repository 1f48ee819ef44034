using Helpline.Contracts.Board;
using Helpline.Server.Board;
using Helpline.Server.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpline.Server.Accounts;

/// <summary>
/// Cuts the board connections of disabled accounts and ended sessions. A connection keeps the rights it was opened with, so
/// every node looks after its own every two seconds.
/// </summary>
internal sealed class SessionGuard(
    BoardConnections boards, IHubContext<BoardHub, IBoardClient> hub, IDbContextFactory<HelplineDb> contexts,
    IOptions<IdentityOptions> identity, TimeProvider clock, ILogger<SessionGuard> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Look(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogError(error, "Sessions could not be checked; trying again");
            }
        }
    }

    private async Task Look(CancellationToken stop)
    {
        var connected = boards.UserNames;
        if (connected.Count == 0) return;
        await using var db = await contexts.CreateDbContextAsync(stop);
        var accounts = await db.Users.AsNoTracking().Where(a => connected.Contains(a.UserName!) && !a.Disabled)
            .Select(a => new { a.UserName, a.SecurityStamp }).ToDictionaryAsync(a => a.UserName!, a => a.SecurityStamp, stop);
        foreach (var userName in connected)
            foreach (var connection in boards.Outdated(userName, accounts.GetValueOrDefault(userName), identity.Value.ClaimsIdentity.SecurityStampClaimType))
            {
                await hub.Clients.Client(connection.ConnectionId).SignedOut();
                connection.Abort();
            }
    }
}
