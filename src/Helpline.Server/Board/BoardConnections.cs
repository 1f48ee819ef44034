using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace Helpline.Server.Board;

/// <summary>The boards connected to this node, so that a disabled account's can be cut: a connection outlives its cookie.</summary>
internal sealed class BoardConnections
{
    private readonly ConcurrentDictionary<string, HubCallerContext> connections = new();

    public IReadOnlyCollection<string> UserNames => [.. connections.Values.Select(c => c.User!.Identity!.Name!).Distinct()];

    /// <summary>Whose boards never beat: their being connected is all there is to go by.</summary>
    public IEnumerable<string> WithoutPulse => connections.Values.Where(c => Tab(c) is null).Select(c => c.User!.Identity!.Name!);

    public void Add(HubCallerContext connection) => connections[connection.ConnectionId] = connection;

    /// <summary>The tab has opened this connection.</summary>
    /// <returns>False when that was known.</returns>
    public static bool IsNew(HubCallerContext connection, string tab) => connection.Items.TryAdd(nameof(Tab), tab);

    /// <returns>The tab that is closed with it; null when it never beat, or has come back on another connection already.</returns>
    public string? Remove(HubCallerContext connection)
    {
        connections.TryRemove(connection.ConnectionId, out _);
        return Tab(connection) is { } tab && !connections.Values.Any(c => Tab(c) == tab) ? tab : null;
    }

    private static string? Tab(HubCallerContext connection) => connection.Items.TryGetValue(nameof(Tab), out var tab) ? (string?)tab : null;

    /// <summary>The connections of this user, by their ids.</summary>
    public IEnumerable<string> Of(string userName) => connections.Where(c => c.Value.User!.Identity!.Name == userName).Select(c => c.Key);

    /// <summary>The connections of everybody with this role, by their ids.</summary>
    public IEnumerable<string> In(string role) => connections.Where(c => c.Value.User!.IsInRole(role)).Select(c => c.Key);

    /// <summary>The connections of this user whose sign-in carries another security stamp than <paramref name="stamp"/>.</summary>
    public IEnumerable<HubCallerContext> Outdated(string userName, string? stamp, string stampClaim) => connections.Values.Where(c =>
        c.User!.Identity!.Name == userName && (stamp is null || c.User.FindFirst(stampClaim)?.Value != stamp));
}
