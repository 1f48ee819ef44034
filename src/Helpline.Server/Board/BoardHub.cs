using Helpline.Contracts.Board;
using Helpline.Domain.Counselors;
using Helpline.Server.Accounts;
using Helpline.Server.Calls;
using Helpline.Server.Counselors;
using Helpline.Server.Routing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace Helpline.Server.Board;

/// <summary>Pushes to boards. It holds no state, and hears only which tabs are open: commands are HTTP.</summary>
[Authorize]
internal sealed class BoardHub(BoardConnections connections, Leases leases, CallDesks desks, IHostApplicationLifetime server) : Hub<IBoardClient>, IBoardServer
{
    /// <summary>The group of those who see the calls of the line.</summary>
    public const string OfTheLine = "Line";

    /// <summary>The group of our own people, who see one another; nobody of another organization.</summary>
    public const string Ours = "Ours";

    private string Me => Context.User!.Identity!.Name!;

    public override async Task OnConnectedAsync()
    {
        connections.Add(Context);
        foreach (var role in Coverage.ToldTo.Where(Context.User!.IsInRole)) await Groups.AddToGroupAsync(Context.ConnectionId, role);
        if (!Context.User!.IsPartner()) await Groups.AddToGroupAsync(Context.ConnectionId, Ours);
        if (Roles.OfTheLine.Any(Context.User!.IsInRole)) await Groups.AddToGroupAsync(Context.ConnectionId, OfTheLine);
        await base.OnConnectedAsync();
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        var tab = connections.Remove(Context);
        // Of a server that stops every board is back at once, here or at another one.
        if (tab is not null && !server.ApplicationStopping.IsCancellationRequested) await desks.Open(desk => desk.Rise(Me, tab));
        await base.OnDisconnectedAsync(exception);
    }

    public async Task Heartbeat(string tab)
    {
        if (tab.Length > Presence.TabLength) throw new HubException($"The name of a tab has at most {Presence.TabLength} characters.");
        leases.Heard(Me, tab);
        if (BoardConnections.IsNew(Context, tab)) await desks.Open(desk => desk.Sit(Me, tab));
    }
}

/// <summary>Boards are addressed by user name.</summary>
internal sealed class UserNames : IUserIdProvider
{
    public string? GetUserId(HubConnectionContext connection) => connection.User.Identity?.Name;
}
