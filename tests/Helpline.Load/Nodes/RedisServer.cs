using System.ComponentModel;
using System.Diagnostics;
using System.Net.Sockets;
using Helpline.Load.Servers;

namespace Helpline.Load.Nodes;

/// <summary>A Redis of our own, which keeps nothing and ends with this object.</summary>
internal sealed class RedisServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly int port = ServerProcess.FreePort();
    private Process? process;

    public string Address => $"127.0.0.1:{port}";

    /// <summary>At the same address as before.</summary>
    public async Task Start()
    {
        process = Launch();
        for (var waited = Stopwatch.StartNew(); !await Answers(); await Task.Delay(50))
            if (waited.Elapsed > Patience || process.HasExited) throw new InvalidOperationException("redis-server did not start.");
    }

    public void Kill() => Dispose();

    public void Dispose()
    {
        if (process is null) return;
        if (!process.HasExited) process.Kill();
        process.WaitForExit();
        process.Dispose();
        process = null;
    }

    private Process Launch()
    {
        try
        {
            var start = new ProcessStartInfo("redis-server", ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]) { RedirectStandardOutput = true };
            var started = Process.Start(start)!;
            started.OutputDataReceived += (_, _) => { };
            started.BeginOutputReadLine();
            return started;
        }
        catch (Win32Exception)
        {
            throw new OptionException("nodes needs redis-server. Get it: sudo apt-get install redis-server");
        }
    }

    private async Task<bool> Answers()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
