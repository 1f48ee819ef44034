using Helpline.Load.Servers;

namespace Helpline.Load.Nodes;

/// <summary>Two servers on one database, of which one may be dead.</summary>
internal sealed class NodePair(ServerSettings settings) : IAsyncDisposable
{
    private readonly HelplineServer?[] nodes = new HelplineServer?[2];

    /// <summary>Where each is, or was.</summary>
    public Uri[] Addresses { get; } = new Uri[2];

    /// <summary>One that lives.</summary>
    public HelplineServer Living => nodes.OfType<HelplineServer>().First();

    public async Task Start(int node)
    {
        nodes[node] = await HelplineServer.Start(settings);
        Addresses[node] = nodes[node]!.Process.Address;
    }

    /// <summary>With -9: no handler runs.</summary>
    public async Task Kill(int node)
    {
        await nodes[node]!.DisposeAsync();
        nodes[node] = null;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes.OfType<HelplineServer>()) await node.DisposeAsync();
    }
}
