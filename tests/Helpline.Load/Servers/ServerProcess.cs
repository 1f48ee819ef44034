using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Helpline.Load.Servers;

/// <summary>A server in a process of its own, on a port of its own, ended with this object.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    // A busy machine takes minutes for what an idle one does in seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly Process process;
    private readonly StringBuilder said = new();

    private ServerProcess(Process process, Uri address)
    {
        (this.process, Address) = (process, address);
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <summary>What the process has printed.</summary>
    public string Said
    {
        get
        {
            lock (said) return said.ToString();
        }
    }

    /// <summary>Processor time it has used.</summary>
    public TimeSpan Used
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes of memory that it holds now.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <param name="assembly">A program beside this one, or the path of another.</param>
    /// <param name="ready">The path that answers 200 once it serves.</param>
    public static async Task<ServerProcess> Start(string assembly, IEnumerable<string> words, IReadOnlyDictionary<string, string> settings, string ready)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var server = new ServerProcess(Launch(assembly, [.. words, "--urls", address.ToString()], settings), address);
        using var http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
        for (var until = Stopwatch.StartNew(); until.Elapsed < Patience && !server.process.HasExited; await Task.Delay(100))
        {
            try
            {
                if ((await http.GetAsync(ready)).IsSuccessStatusCode) return server;
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
            {
                // Not yet.
            }
        }
        await server.DisposeAsync();
        throw new InvalidOperationException($"{assembly} did not start:{Environment.NewLine}{server.Said}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static Process Launch(string assembly, IEnumerable<string> words, IReadOnlyDictionary<string, string> settings)
    {
        var program = Path.Combine(AppContext.BaseDirectory, assembly);
        var start = new ProcessStartInfo("dotnet", [program, .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(program)!,
        };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (said) said.AppendLine(line.Data);
    }
}
