using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace Helpline.Server.Board;

/// <summary>The boards connected to this node, so that a disabled account's can be cut: a connection outlives its cookie.</summary>
internal sealed class BoardConnections
{
    private readonly ConcurrentDictionary<string, HubCallerContext> connections = new();

    public IReadOnlyCollection<string> UserNames => [.. connections.Values.Select(c => c.User!.Identity!.Name!).Distinct()];

    /// <summary>Whose boards never beat: their being connected is all there is to go by. One that beats is alive while it does.</summary>
    public IEnumerable<string> WithoutPulse => connections.Values.Where(c => !c.Items.ContainsKey(nameof(Beats))).Select(c => c.User!.Identity!.Name!);

    public void Add(HubCallerContext connection) => connections[connection.ConnectionId] = connection;

    public static void Beats(HubCallerContext connection) => connection.Items.TryAdd(nameof(Beats), true);

    public void Remove(HubCallerContext connection) => connections.TryRemove(connection.ConnectionId, out _);

    /// <summary>The connections of this user whose sign-in carries another security stamp than <paramref name="stamp"/>.</summary>
    public IEnumerable<HubCallerContext> Outdated(string userName, string? stamp, string stampClaim) => connections.Values.Where(c =>
        c.User!.Identity!.Name == userName && (stamp is null || c.User.FindFirst(stampClaim)?.Value != stamp));
}
