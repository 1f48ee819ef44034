using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Helpline.Contracts.Accounts;
using Helpline.Tests.Support;

namespace Helpline.Tests.Hosting;

/// <summary>The server as a process of its own, in real time, with nothing of this process's environment that it would read.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string Project = Path.Combine(Repository.Root, "src", "Helpline.Server");
    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private readonly ConcurrentQueue<string> errors = new();

    private ServerProcess(string folder, string program, IEnumerable<(string Key, string Value)> settings, string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. args]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var own in start.Environment.Keys.Where(k => k.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || k.Contains("__", StringComparison.Ordinal)).ToList()) start.Environment.Remove(own);
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        foreach (var (key, value) in settings) start.Environment[key.Replace(":", "__")] = value;
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => { if (line.Data is not null) output.Enqueue(line.Data); };
        process.ErrorDataReceived += (_, line) => { if (line.Data is not null) errors.Enqueue(line.Data); };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it said so far.</summary>
    public string Output => string.Join('\n', output);
    public string Errors => string.Join('\n', errors);

    /// <summary>The server as built beside these tests, started from the source tree.</summary>
    public static ServerProcess Start(IEnumerable<(string Key, string Value)> settings, params string[] args)
    {
        // bin/{configuration}/{framework} is the same for both.
        var built = Path.GetRelativePath(Path.Combine(Repository.Root, "tests", "Helpline.Tests"), AppContext.BaseDirectory);
        return new(Project, Path.Combine(Project, built, "Helpline.Server.dll"), settings, args);
    }

    public static ServerProcess StartPublished(string folder, IEnumerable<(string Key, string Value)> settings, params string[] args) =>
        new(folder, Path.Combine(folder, "Helpline.Server.dll"), settings, args);

    /// <summary>Below those the system gives to outgoing connections: one of them could take it while a server is started again.</summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(20000, 30000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it.
            }
        }
    }

    public async Task<int> Ends()
    {
        using var late = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(late.Token);
        return process.ExitCode;
    }

    /// <summary>Waits until it can serve calls.</summary>
    public async Task<HttpClient> Serves(Uri address)
    {
        var http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(100))
        {
            try
            {
                if ((await http.GetAsync("health/ready")).IsSuccessStatusCode) return http;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
            Assert.False(process.HasExited || waited.Elapsed > Patience, $"The server is not ready.\n{Output}\n{Errors}");
        }
    }

    public static Task<HttpResponseMessage> SignIn(HttpClient http, string userName, string password) =>
        http.PostAsJsonAsync("api/session", new SignIn(userName, password));

    /// <summary>As a power cut would: no handler runs and nothing is written any more.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await Kill();
        process.Dispose();
    }
}
