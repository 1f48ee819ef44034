using System.Diagnostics;
using Helpline.Load.Servers;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace Helpline.Load.Ring;

/// <summary>The floor of a ring: one durable commit and one hub echo on a bare server, over a connection that is open.</summary>
internal sealed class Echo : IAsyncDisposable
{
    private readonly HubConnection hub;
    private TaskCompletionSource rang = new();

    private Echo(HubConnection hub)
    {
        this.hub = hub;
        hub.On<string>(FloorServer.EchoHub.Rang, _ => rang.TrySetResult());
    }

    public static async Task<Echo> Connect(ServerProcess floor)
    {
        var echo = new Echo(new HubConnectionBuilder().WithUrl(new Uri(floor.Address, "echo"), HttpTransportType.WebSockets, o => o.SkipNegotiation = true).Build());
        await echo.hub.StartAsync();
        return echo;
    }

    /// <returns>How long each round trip took, in milliseconds.</returns>
    public async Task<IReadOnlyList<double>> Repeat(int rate, TimeSpan time)
    {
        var (took, all) = (new List<double>(), Stopwatch.StartNew());
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / rate));
        while (all.Elapsed < time && await pace.WaitForNextTickAsync())
        {
            rang = new(TaskCreationOptions.RunContinuationsAsynchronously);
            var started = Stopwatch.GetTimestamp();
            await hub.SendAsync(FloorServer.EchoHub.Ring, LineAccount.NewSid("CA"));
            await rang.Task;
            took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        return took;
    }

    public ValueTask DisposeAsync() => hub.DisposeAsync();
}
