using Helpline.Contracts.Board;
using Helpline.Server.Accounts;
using Helpline.Server.Counselors;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace Helpline.Server.Board;

/// <summary>Pushes to boards. It holds no state and takes no command: commands are HTTP.</summary>
[Authorize]
internal sealed class BoardHub(BoardConnections connections, Leases leases) : Hub<IBoardClient>, IBoardServer
{
    public override async Task OnConnectedAsync()
    {
        connections.Add(Context);
        leases.Heard(Context.User!.Identity!.Name!);
        if (Context.User.IsInRole(Roles.Supervisor)) await Groups.AddToGroupAsync(Context.ConnectionId, Roles.Supervisor);
        await base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        connections.Remove(Context);
        return base.OnDisconnectedAsync(exception);
    }

    public Task Heartbeat()
    {
        BoardConnections.Beats(Context);
        leases.Heard(Context.User!.Identity!.Name!);
        return Task.CompletedTask;
    }
}

/// <summary>Boards are addressed by user name.</summary>
internal sealed class UserNames : IUserIdProvider
{
    public string? GetUserId(HubConnectionContext connection) => connection.User.Identity?.Name;
}
